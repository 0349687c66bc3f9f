"""The days of which there are snapshots, and no more of them: an archive has thousands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from boardtui.store.connection.database import Database, Value, as_date
from boardtui.store.held.snapshots import ForceKey


class HeldDay(Struct, frozen=True):
    """A day of which a force has a snapshot, by its id."""

    id: int
    force: ForceKey
    as_at: date


def held_days(database: Database, force: ForceKey | None = None) -> list[HeldDay]:
    """The days of a force's snapshots, or of all, oldest first."""
    return _read(database, "1 = 1" if force is None else "f.id = :force", _of(force))


def newest_days(
    database: Database, force: ForceKey | None = None, day: date | None = None
) -> list[HeldDay]:
    """The snapshots of the newest day, of a force or of all; of a day, where that is said."""
    of = "1 = 1" if force is None else "f.id = :force"
    if day is not None:
        return _read(database, f"{of} AND s.as_at = :day", {**_of(force), "day": day})
    mine = "" if force is None else "WHERE force_id = :force"
    newest = f"s.as_at = (SELECT MAX(as_at) FROM snapshots {mine})"
    return _read(database, f"{of} AND {newest}", _of(force))


def _of(force: ForceKey | None) -> dict[str, Value]:
    return {} if force is None else {"force": force.id}


def _read(database: Database, where: str, parameters: Mapping[str, Value]) -> list[HeldDay]:
    rows = database.rows(
        "SELECT s.id, f.id, f.name, f.synthetic, s.as_at FROM snapshots s "
        f"JOIN forces f ON f.id = s.force_id WHERE {where} ORDER BY s.as_at, f.name",
        parameters,
    )
    keys: dict[int, ForceKey] = {}
    return [
        HeldDay(id, keys.setdefault(of, ForceKey(of, name, bool(synthetic))), day)
        for id, of, name, synthetic, as_at in rows
        if (day := as_date(as_at)) is not None
    ]
