"""The days of which there are snapshots, and no more of them: an archive has thousands."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.store.connection.database import Database, as_date
from boardtui.store.held.snapshots import ForceKey


class HeldDay(Struct, frozen=True):
    """A day of which a force has a snapshot, by its id."""

    id: int
    force: ForceKey
    as_at: date


def held_days(database: Database, force: ForceKey | None = None) -> list[HeldDay]:
    """The days of a force's snapshots, or of all, oldest first."""
    rows = database.rows(
        "SELECT s.id, f.id, f.name, f.synthetic, s.as_at FROM snapshots s "
        f"JOIN forces f ON f.id = s.force_id {'WHERE f.id = :force' if force else ''} "
        "ORDER BY s.as_at, f.name",
        {"force": force.id} if force else {},
    )
    keys: dict[int, ForceKey] = {}
    return [
        HeldDay(id, keys.setdefault(of, ForceKey(of, name, bool(synthetic))), day)
        for id, of, name, synthetic, as_at in rows
        if (day := as_date(as_at)) is not None
    ]
