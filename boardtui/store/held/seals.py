"""What is sealed of what is looked at, by the chain alone: whether it still holds is not asked."""

from __future__ import annotations

from datetime import date

from boardtui.store.connection.database import Database, Value


def seal_held(database: Database, force: str, day: date | None) -> str | None:
    """The seal of a force's snapshot of a day; without a day, of what was published of the force.

    None where there is none: it was stored before seals, or past boardtui.
    """
    of_day = "day IS NULL" if day is None else "day = :day"
    values: dict[str, Value] = {"force": force}
    if day is not None:
        values["day"] = day.isoformat()
    rows = database.rows(
        f"SELECT seal FROM seals WHERE force = :force AND {of_day} ORDER BY number DESC LIMIT 1",
        values,
    )
    return str(rows[0][0]) if rows and rows[0][0] is not None else None
