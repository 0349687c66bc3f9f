"""The inspections of a force, as they are stored."""

from __future__ import annotations

from boardtui.core.inspection.inspection import Inspection
from boardtui.store.connection.database import Database, as_date
from boardtui.store.held.snapshots import ForceKey


def inspections(database: Database, force: ForceKey) -> list[Inspection]:
    """A force's inspections, oldest first."""
    rows = database.rows(
        """
        SELECT body, programme, published_on, inspected_on, grade, finding, response_due
        FROM inspections WHERE force_id = :force
        ORDER BY CASE WHEN COALESCE(inspected_on, published_on) IS NULL THEN 0 ELSE 1 END,
            COALESCE(inspected_on, published_on), id
        """,
        {"force": force.id},
    )
    return [
        Inspection(
            force.name,
            body,
            programme,
            as_date(published_on),
            as_date(inspected_on),
            grade,
            finding,
            as_date(response_due),
        )
        for body, programme, published_on, inspected_on, grade, finding, response_due in rows
    ]
