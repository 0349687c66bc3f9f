"""Kinds of people: which measures may count one person together, and in which slices.

A person is of a kind by which measures count them: managed, overdue for a visit, never seen. All
that is known of how measures lie in one another, and of slices that say the same as a measure
(everybody whose status is community is managed), follows from trying the measures' own criteria on
every person that differs to them. Nothing of it is said a second time here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import product

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from boardtui.core.criterion.criterion import (
    All,
    AnyOf,
    Criterion,
    InBand,
    Not,
    OneOf,
    Overdue,
    columns_of,
    holds,
)
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, OF_CASES, Dimension
from boardtui.core.measures import of_kind
from boardtui.core.measures.given import Given
from boardtui.core.measures.measure import CaseCount
from boardtui.core.measures.unknown import why_unknown

Kind = frozenset[str]
"""A kind of person: the measures that count them."""

OTHER = "\0another"
"""Any value that no criterion asks for."""

NEVER_BLANK = ("status", "risk_level", "management")
"""Columns that always hold one of the values that the extract allows."""


class Kinds(Struct, frozen=True):
    """The kinds of people that there can be, by the measures that are known of a snapshot.

    `same` gives for each measure the one that stands for all that count the same people. `of_slice`
    are the kinds of those who can be in a slice, by dimension; an age band is of a backlog's due
    date, and its key is `(AGE_BAND, due)`.
    """

    measures: tuple[str, ...]
    same: Mapping[str, str]
    kinds: tuple[Kind, ...]
    of_slice: Mapping[str, Mapping[str | None, frozenset[Kind]]]

    def in_slice(self, dimension: Dimension, name: str | None) -> frozenset[Kind]:
        """The kinds of people who can be in a slice."""
        slices = self.of_slice.get(dimension.name)
        if slices is None:
            return frozenset(self.kinds)
        return slices[name] if name in slices else slices.get(OTHER, frozenset())


def known_measures(given: Given, by: Iterable[str] = ()) -> list[CaseCount]:
    """The counts of cases that are known of a snapshot, told apart by some dimensions."""
    return [m for m in of_kind(CaseCount) if why_unknown(m, by, given) is None]


def kinds_of(given: Given, day: date, definition: Definition) -> Kinds:
    """The kinds of people that a snapshot can have."""
    known = known_measures(given)
    same: dict[str, str] = {}
    first: dict[Criterion, str] = {}
    for measure in known:
        same[measure.name] = first.setdefault(measure.criterion, measure.name)
    criteria = {name: criterion for criterion, name in first.items()}
    values = _values(tuple(criteria.values()), day, definition)
    codes = _codes(tuple(criteria.values()), values, day, definition)
    _, places = np.unique(codes, return_index=True)
    kinds = {
        int(codes.flat[place]): _kind(tuple(criteria), codes.flat[place])
        for place in sorted(places)
    }
    of_slice: dict[str, dict[str | None, frozenset[Kind]]] = {}
    for dimension in OF_CASES:
        column = dimension.column
        if column is not None and column in values:
            of_value = np.moveaxis(codes, list(values).index(column), 0)
            of_slice[dimension.name] = {
                None if value is None else str(value): frozenset(
                    kinds[code] for code in np.unique(mine).tolist()
                )
                for value, mine in zip(values[column], of_value, strict=True)
            }
    return Kinds(tuple(criteria), same, tuple(kinds.values()), of_slice)


def _kind(measures: Sequence[str], code: int) -> Kind:
    return frozenset(name for place, name in enumerate(measures) if int(code) >> place & 1)


Values = Mapping[str, Sequence[str | date | None]]


def _codes(
    criteria: Sequence[Criterion], values: Values, day: date, definition: Definition
) -> NDArray[np.int64]:
    """Which criteria hold, a bit each, for every way in which cases can differ.

    There is an axis for each column, and each criterion is tried on its own columns alone.
    """
    assert len(criteria) < 63
    found = np.zeros([len(mine) for mine in values.values()], dtype=np.int64)
    for place, criterion in enumerate(criteria):
        columns = [name for name in values if name in set(columns_of(criterion))]
        rows = product(*(values[name] for name in columns))
        holding = [
            holds(criterion, dict(zip(columns, row, strict=True)), day, definition) for row in rows
        ]
        sizes = [len(mine) if name in columns else 1 for name, mine in values.items()]
        found |= np.array(holding, dtype=np.int64).reshape(sizes) << place
    return found


def _values(criteria: Sequence[Criterion], day: date, definition: Definition) -> Values:
    """The values by which cases can differ to some criteria, by column."""
    values: dict[str, dict[str | date | None, None]] = {}
    for criterion in criteria:
        for column, value in _telling(criterion, day, definition):
            values.setdefault(column, {None: None})[value] = None
    for column in NEVER_BLANK:
        values.get(column, {}).pop(None, None)
    return {column: tuple(mine) for column, mine in values.items()}


def _telling(
    criterion: Criterion, day: date, definition: Definition
) -> Iterator[tuple[str, str | date | None]]:
    """The values of columns that a criterion tells apart."""
    match criterion:
        case OneOf(column, values):
            dimension = next((d for d in OF_CASES if d.column == column), None)
            others = dimension.slices if dimension else ()
            for value in (*values, *others, *(() if column in NEVER_BLANK else (OTHER,))):
                yield column, value
        case Overdue(column):
            yield column, definition.cutoff(day) - timedelta(days=1)
            yield column, day + timedelta(days=1)
        case InBand(column, low, _):
            yield column, day - timedelta(days=low)
            yield column, day - timedelta(days=low - 1)
        case Not(part):
            yield from _telling(part, day, definition)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _telling(part, day, definition)
        case _:
            for column in columns_of(criterion):
                yield column, OTHER if column in _TEXT_COLUMNS else day


_TEXT_COLUMNS = {d.column for d in DIMENSIONS.values() if d is not AGE_BAND}
