"""Storing what was published: each figure and inspection that is not there yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.core.measures.units import unit_named
from boardtui.ingest.inspections import PublishedInspection
from boardtui.ingest.published import PublishedFigure
from boardtui.ingest.record import force_id
from boardtui.ingest.writer import Writer
from boardtui.store.connection.database import as_date

Said = PublishedFigure | PublishedInspection


def publish(writer: Writer, table: str, said: Sequence[Said], synthetic: bool) -> tuple[int, int]:
    """Store the rows that are new; returns how many, and how many were there already."""
    if not said:
        return 0, 0
    columns = said[0]._fields[1:]
    forces = {row.force: force_id(writer, row.force, synthetic) for row in said}
    there = _there(writer, table, columns, type(said[0]))
    new: dict[tuple[object, ...], None] = {}
    for row in said:
        record = (forces[row.force], *row[1:])
        if record not in there and (forces[row.force], *_without_digits(row)[1:]) not in there:
            new[record] = None
    stored = [
        tuple(writer.day(value) if isinstance(value, date) else value for value in record)
        for record in new
    ]
    writer.insert(table, ("force_id", *columns), stored)
    return len(stored), len(said) - len(stored)


def _without_digits(row: Said) -> Said:
    """A row as an older boardtui stored it, which did not keep digits as they were written."""
    return row._replace(written=None) if isinstance(row, PublishedFigure) else row


def _there(
    writer: Writer, table: str, columns: tuple[str, ...], kind: type[Said]
) -> set[tuple[object, ...]]:
    """The published rows that are there, with days as days whatever the database gives.

    Units go by their names, however an older boardtui stored them.
    """
    unit = columns.index("unit") + 1 if "unit" in columns else None
    dated = [i for i, name in enumerate(columns, 1) if "date" in str(kind.__annotations__[name])]
    published = "WHERE snapshot_id IS NULL" if table == "figures" else ""
    found: set[tuple[object, ...]] = set()
    query = f"SELECT force_id, {', '.join(columns)} FROM {table} {published}"
    for row in writer.database.rows(query):
        record = list(row)
        for place in dated:
            record[place] = as_date(record[place])
        if unit is not None:
            record[unit] = unit_named(record[unit]) or record[unit]
        found.add(tuple(record))
    return found
