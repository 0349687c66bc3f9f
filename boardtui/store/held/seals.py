"""What the chain of seals says of what is looked at; whether it still holds is not asked."""

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


def removed_since(database: Database) -> dict[tuple[str, str], int]:
    """How many people were removed from each snapshot since it was stored, by its force and day.

    From one that took another's place after that, nobody was.
    """
    rows = database.rows(
        """
        SELECT s.force, s.day, SUM(s.removed) AS removed FROM seals s
        WHERE s.entry = 'forgotten' AND NOT EXISTS (
            SELECT 1 FROM seals r WHERE r.entry = 'replaced' AND r.force = s.force
                AND r.day = s.day AND r.number > s.number)
        GROUP BY s.force, s.day
        """
    )
    return {(force, day): int(people) for force, day, people in rows if people}
