"""Digests of what an ingest stores, worked out while it is at hand: reading it back takes longer.

They must be those of `boardtui.store.sealed.parts`, which reads the database; a test holds the two
together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter, ne
from typing import Any

import numpy as np
import numpy.typing as npt

from boardtui.ingest.extract import Column, Extract
from boardtui.store.held.snapshots import SnapshotKey
from boardtui.store.sealed.form import Digesting, Kind, PartDigest, encoded
from boardtui.store.sealed.parts import FIGURES, FILES, RECORDS, SNAPSHOT, WARNINGS, Part

AT_ONCE = 50_000
"""Rows of a column that are put together at a time."""

OF_WHAT = 5
"""The columns of a figure, first in the order of the form, that say of what and when it is."""

Row = tuple[object, ...]
Places = npt.NDArray[np.int64]


def record_digests(extracts: Mapping[str, Extract]) -> dict[str, PartDigest]:
    """The digest of each table of records that a snapshot's files fill, by its name."""
    return {
        kind: _of_extract(RECORDS[kind], extract)
        for kind, extract in extracts.items()
        if kind in RECORDS
    }


def _of_extract(part: Part, extract: Extract) -> PartDigest:
    good = np.flatnonzero(extract.good)
    kinds = part.kinds
    order = _order([extract.columns[name] for name in part.order or kinds], good)
    digesting = Digesting(part.name, kinds)
    for name, kind in kinds.items():
        for written in _column(extract.columns[name], kind, order):
            digesting.add_column(name, written)
    return digesting.done(len(good))


def _column(column: Column, kind: Kind, order: Places) -> Iterator[bytes]:
    """The values of some rows of a column in their canonical form."""
    codes = column.coded.codes[order]
    values = np.empty(len(column.values), dtype=object)
    values[:] = column.values
    for start in range(0, len(codes), AT_ONCE):
        yield encoded(kind, values[codes[start : start + AT_ONCE]].tolist())


def _order(columns: Sequence[Column], good: Places) -> Places:
    """The good rows in the order of some columns; not recorded comes first."""
    keys = [_ranks(column)[column.coded.codes[good]] for column in reversed(columns)]
    order = np.lexsort(keys) if len(keys) > 1 else np.argsort(keys[0], kind="stable")
    found: Places = good[order]
    return found


def _ranks(column: Column) -> npt.NDArray[np.int64]:
    """The place of each value among the sorted: texts by their code points, as databases do."""
    values: list[Any] = column.values
    known = [place for place, value in enumerate(values) if value is not None]
    # By their places: a file whose rows are in order already is sorted in one look.
    known.sort(key=values.__getitem__)
    ordered = [values[place] for place in known]
    steps = np.fromiter(map(ne, ordered, ordered[1:]), dtype=np.int64, count=max(0, len(known) - 1))
    ranks = np.zeros(len(values), dtype=np.int64)
    ranks[known] = np.concatenate([np.ones(min(1, len(known)), dtype=np.int64), steps]).cumsum()
    return ranks


def figures_digest(rows: Sequence[Row], columns: Sequence[str]) -> PartDigest | None:
    """The digest of a snapshot's figures, as rows that are to be stored.

    None where two are of the same thing: in which order they stand, the database has to say.
    """
    if not rows:
        return Digesting(FIGURES.name, FIGURES.kinds).done()
    given = dict(zip(columns, zip(*rows, strict=True), strict=True))
    told = [_spelt(given[name]) for name in list(FIGURES.kinds)[:OF_WHAT]]
    keys = list(map("\0".join, zip(*told, strict=True)))
    if len(set(keys)) < len(keys):
        return None
    in_order = itemgetter(*sorted(range(len(rows)), key=keys.__getitem__), 0)
    digesting = Digesting(FIGURES.name, FIGURES.kinds)
    nothing = (None,) * len(rows)
    for name, kind in FIGURES.kinds.items():
        values: Sequence[Any] = given.get(name, nothing)
        if len(set(values)) == 1:
            digesting.add_column(name, encoded(kind, values[:1]) * len(rows))
        else:
            digesting.add_column(name, encoded(kind, in_order(values)[:-1]))
    return digesting.done(len(rows))


def _spelt(values: Sequence[object]) -> Iterator[str]:
    """Texts that stand in the order of some values, of which few differ."""
    # Not recorded before all texts, and every text before those that it begins.
    spelt = {value: "" if value is None else f"\1{value}" for value in set(values)}
    return map(spelt.__getitem__, values)


def told_digests(
    extracts: Mapping[str, Extract],
    snapshot: SnapshotKey,
    previous: SnapshotKey | None,
    warnings: Sequence[Row],
) -> dict[str, PartDigest]:
    """The digests of what is said of a snapshot, by the names of its tables.

    `warnings` are those of its files, as rows that are to be stored.
    """
    files = [
        (
            *(kind, extract.path.name, extract.digest, extract.stored, extract.left_out),
            extract.columns_said,
        )
        for kind, extract in extracts.items()
    ]
    definition, force = snapshot.definition, snapshot.force
    told = (
        *(snapshot.as_at, force.name, force.synthetic, definition.grace_days),
        *(",".join(map(str, definition.band_ends)), previous.as_at if previous else None),
    )
    return {
        SNAPSHOT.name: rows_digest(SNAPSHOT, [told]),
        FILES.name: rows_digest(FILES, files),
        WARNINGS.name: rows_digest(WARNINGS, [(*row, None, None) for row in warnings]),
    }


def rows_digest(part: Part, rows: Sequence[Row]) -> PartDigest:
    """The digest of a few rows of a table, which stand in the order of all their columns."""
    digesting = Digesting(part.name, part.kinds)
    ordered: list[Any] = sorted(rows, key=_not_recorded_first)
    digesting.add(ordered)
    return digesting.done()


def _not_recorded_first(row: Row) -> list[tuple[bool, Any]]:
    return [(value is not None, value) for value in row]
