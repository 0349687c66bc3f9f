"""One spelling for each unit: names that look the same are the same, however they were typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from boardtui.core.dimension import UNIT
from boardtui.core.names import folded
from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.fault_text import counted, quoted
from boardtui.ingest.place import Place
from boardtui.store.database import Database
from boardtui.store.names import slice_names
from boardtui.store.snapshots import snapshots

EXAMPLES = 3


def units_of(database: Database | None, place: Place) -> Iterator[str]:
    """The units of the force's other snapshots as they are spelt there, the newest first."""
    if database is None or place.force is None:
        return
    for snapshot in reversed(snapshots(database, place.force)):
        if place.replaced is None or snapshot.id != place.replaced.id:
            names = slice_names(database, snapshot, UNIT.name)
            yield from (name for name in names if name is not None)


def spell_units(extracts: Mapping[str, Extract], known: Iterable[str]) -> None:
    """Spell each unit as it is known, or else as it is first written in the files."""
    spelling: dict[str, str] = {}
    for name in known:
        spelling.setdefault(folded(name) or name, name)
    for kind in ("cases", "officers"):
        if kind in extracts:
            _spell(extracts[kind], spelling)


def _spell(extract: Extract, spelling: dict[str, str]) -> None:
    column = extract.columns["unit"]
    changed = {}
    for place in _written(extract, column):
        name = column.values[place]
        if isinstance(name, str):
            column.values[place] = spelling.setdefault(folded(name) or name, name)
            if column.values[place] != name:
                changed[name] = column.values[place]
    if changed:
        units = list(dict.fromkeys(map(str, changed.values())))
        more = ", …" if len(units) > EXAMPLES else ""
        extract.notes.append(
            f"spells {counted(len(units), 'unit')} in several ways, or otherwise than an earlier "
            f"ingest: read as {', '.join(map(quoted, units[:EXAMPLES]))}{more}"
        )


def _written(extract: Extract, column: Column) -> list[int]:
    """The places of the column's texts that are stored, in the order of their first rows."""
    used, first = np.unique(column.coded.codes[extract.good], return_index=True)
    places: list[int] = used[np.argsort(first)].tolist()
    return places
