"""The flow from the snapshot before, as it was stored at ingest."""

from __future__ import annotations

from boardtui.core.flow import Flow, Part, listed
from boardtui.core.measure import Backlog
from boardtui.store.database import Database
from boardtui.store.snapshots import SnapshotKey

DATES_MOVED = "dates_moved"
BY_DATES_THEN = "overdue_by_dates_then"


def stored_flow(
    database: Database, then: SnapshotKey, now: SnapshotKey, backlog: Backlog
) -> Flow | None:
    """The flow that was stored at ingest; None where it is not the one from the snapshot before."""
    rows = database.rows(
        """
        SELECT part, reason, people FROM flows
        WHERE snapshot_id = :now AND earlier_id = :then AND backlog = :backlog
        """,
        {"now": now.id, "then": then.id, "backlog": backlog.name},
    )
    if not rows:
        return None
    counted = {part: people for part, reason, people in rows if reason is None}
    return Flow(
        backlog=backlog.name,
        start=then.as_at,
        end=now.as_at,
        parts={part: counted[part.value] for part in listed(backlog)},
        dates_moved=counted[DATES_MOVED],
        overdue_by_dates_then=counted[BY_DATES_THEN],
        reasons={reason or None: people for _, reason, people in rows if reason is not None},
    )


def flow_rows(flow: Flow) -> list[tuple[str, str | None, int]]:
    """A flow as rows of part, reason and people, as they are stored."""
    return [
        *((part.value, None, people) for part, people in flow.parts.items()),
        (DATES_MOVED, None, flow.dates_moved),
        (BY_DATES_THEN, None, flow.overdue_by_dates_then),
        *((Part.LEFT.value, reason or "", people) for reason, people in flow.reasons.items()),
    ]
