"""Rows read from one database and written into another, with the ids that they have there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from boardtui.ingest.copying.tables import (
    OF_FORCE,
    OF_SNAPSHOT,
    REFERENCES,
    columns_of,
    selected,
)
from boardtui.ingest.forms import BATCH, Row
from boardtui.ingest.record import definition_id, force_id
from boardtui.ingest.writer import Writer
from boardtui.store.connection.database import Database, Value
from boardtui.store.held.days import HeldDay
from boardtui.store.held.snapshots import ForceKey, snapshots_of


class Moving:
    """Moves from one database into another; `snapshots` are the ids of those that are there."""

    def __init__(self, source: Database, writer: Writer, snapshots: Mapping[int, int]) -> None:
        self._source, self._writer = source, writer
        self._ids: dict[str, dict[int, int]] = {"force": {}, "snapshot": dict(snapshots)}
        self.rows = 0

    def id_of(self, snapshot: int) -> int:
        """The id there of a snapshot of the source."""
        return self._ids["snapshot"][snapshot]

    def force(self, force: ForceKey) -> int:
        """The id there of a force, which is made if it is not there."""
        found = self._ids["force"].get(force.id)
        if found is None:
            found = force_id(self._writer, force.name, force.synthetic)
            self._ids["force"][force.id] = found
        return found

    def snapshot(self, day: HeldDay) -> None:
        """Move a snapshot with all that is its own, but for warnings against others."""
        (key,) = snapshots_of(self._source, [day.id])
        ((ingested,),) = self._source.rows(
            "SELECT ingested_at FROM snapshots WHERE id = :id", {"id": day.id}
        )
        previous = key.previous_id
        id = self._writer.insert_one(
            "snapshots",
            {
                "force_id": self.force(day.force),
                "as_at": day.as_at,
                "definition_id": definition_id(self._writer, key.definition),
                "previous_id": None if previous is None else self.id_of(previous),
                "ingested_at": _moment(ingested),
            },
        )
        self._ids["snapshot"][day.id] = id
        for table in OF_SNAPSHOT:
            beside = " AND against_id IS NULL" if table == "warnings" else ""
            self._move(table, f"snapshot_id = :id{beside}", {"id": day.id})

    def warnings_beside(self, days: Iterable[HeldDay]) -> None:
        """Move the warnings of snapshots beside others, once all of them are there."""
        for day in days:
            where = "snapshot_id = :id AND against_id IS NOT NULL"
            self._move("warnings", where, {"id": day.id})

    def published(self, force: ForceKey) -> int:
        """Move what was published of a force and is not there yet; how many rows."""
        before, of = self.rows, {"id": force.id}
        for table in OF_FORCE:
            only = " AND snapshot_id IS NULL" if table == "figures" else ""
            there = self._there(table, f"force_id = :id{only}", {"id": self.force(force)})
            self._move(table, f"force_id = :id{only}", of, there)
        return self.rows - before

    def of_no_force(self) -> None:
        """Move the warnings of published files, and for whom a database was published."""
        there = self._there("warnings", "snapshot_id IS NULL", {})
        self._move("warnings", "snapshot_id IS NULL", {}, there)
        self._move("publications", "1 = 1", {})

    def chain(self) -> None:
        """Move the chain of seals as it is, with the signatures of it."""
        for table in ("seals", "sealed_parts", "signatures"):
            self._move(table, "1 = 1", {}, order=columns_of(table)[0])

    def _there(self, table: str, where: str, values: Mapping[str, Value]) -> set[Row]:
        rows = self._writer.database.rows(
            f"SELECT {selected(table)} FROM {table} WHERE {where}", values
        )
        return {tuple(map(_plain, row)) for row in rows}

    def _move(
        self,
        table: str,
        where: str,
        values: Mapping[str, Value],
        there: set[Row] | None = None,
        order: str = "id",
    ) -> None:
        """Move the rows of a table that are not `there`, in the order in which they stand."""
        names = columns_of(table)
        found = self._source.stream(
            f"SELECT {selected(table)} FROM {table} WHERE {where} ORDER BY {order}", values
        )
        rows = (row for row in map(self._placed(names), found)
                if there is None or tuple(map(_plain, row)) not in there)  # fmt: skip
        self._writer.insert_batches(table, names, self._counted(rows))

    def _counted(self, rows: Iterator[Row]) -> Iterator[list[Row]]:
        for batch in iter(lambda: list(islice(rows, BATCH)), []):
            self.rows += len(batch)
            yield batch

    def _placed(self, names: list[str]) -> Any:
        """A row with the ids that it refers to as they are there."""
        referring = [(place, REFERENCES[name]) for place, name in enumerate(names)
                     if name in REFERENCES]  # fmt: skip

        def placed(row: tuple[Any, ...]) -> Row:
            values = list(map(self._given, row))
            for place, to in referring:
                if values[place] is not None:
                    values[place] = self._ids[to][values[place]]
            return tuple(values)

        return placed

    def _given(self, value: Any) -> Any:
        """A value as the target's driver takes it: days are texts to SQLite alone."""
        return self._writer.day(value) if isinstance(value, date) else value


def _plain(value: Any) -> Any:
    """A value by which rows of two databases are compared: days as texts, truth as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _moment(value: Any) -> datetime:
    """A moment, which is UTC where a database does not say so."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
