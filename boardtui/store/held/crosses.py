"""Counts in two slices at once, as a published database has them in the place of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from boardtui.core.criterion.dimension import UNIT, Dimension, Slice, Slices
from boardtui.core.figure.figure import Figure
from boardtui.core.measures.measure import Measure
from boardtui.store.connection.database import Database
from boardtui.store.counting.making import Maker
from boardtui.store.held.figures import hedged


def published_cross(
    database: Database,
    maker: Maker,
    measure: Measure,
    known: Mapping[Dimension, Sequence[str | None]],
    within: Slices,
) -> Iterator[Figure]:
    """A measure in every cell of some dimensions within slices; not known where it is not there."""
    names = [*(one.dimension for one in within), *(each.name for each in known)]
    why = maker.snapshot.given.why_not_crossed(measure.name, names)
    rows = {} if why else _rows(database, maker.snapshot.id, measure.name, names)
    for key in product(*known.values()):
        pairs = zip(known, key, strict=True)
        cell = (*within, *(Slice(each.name, value) for each, value in pairs))
        value, low, high, qualifier, suppressed = rows.get(frozenset(cell), _ABSENT)
        figure = maker.figure(measure, value, cell, unknown=why, suppressed=bool(suppressed))
        yield hedged(figure, low, high, qualifier)


_ABSENT = (None, None, None, "exact", 0)


def _rows(
    database: Database, snapshot: int, measure: str, names: Sequence[str]
) -> dict[frozenset[Slice], tuple[float | None, float | None, float | None, str, int]]:
    other = next(name for name in names if name != UNIT.name)
    rows = database.rows(
        "SELECT slice, other_slice, value, low, high, qualifier, suppressed FROM crosses "
        "WHERE snapshot_id = :snapshot AND measure = :measure AND other_dimension = :other",
        {"snapshot": snapshot, "measure": measure, "other": other},
    )
    return {
        frozenset((Slice(UNIT.name, unit), Slice(other, name))): (value, low, high, how, hidden)
        for unit, name, value, low, high, how, hidden in rows
    }
