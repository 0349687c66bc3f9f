"""The flow of a backlog between two snapshots of a force: stored ones, and any other worked out."""

from __future__ import annotations

from boardtui.core.definition import Definition
from boardtui.core.flow import PARTS, Flow, Part, listed
from boardtui.core.measure import Backlog
from boardtui.store.database import Database
from boardtui.store.in_both import InBoth, in_both, of_backlog
from boardtui.store.pairs import Pairs
from boardtui.store.snapshots import SnapshotKey, between

DATES_MOVED = "dates_moved"
BY_DATES_THEN = "overdue_by_dates_then"


def flow_between(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    backlog: Backlog,
    definition: Definition,
    counted: InBoth | None = None,
) -> Flow:
    """Work out a flow from the records of both days, with the same definition on both.

    `counted` is what was counted over everybody who is in both, where that is known already.
    """
    pairs = Pairs(then, now, between(database, then, now), backlog, definition)
    people = _parts(database, pairs, backlog)
    found = counted or in_both(database, then, now, definition)
    moved, by_dates = of_backlog(found, backlog)
    return Flow(
        backlog=backlog.name,
        start=then.as_at,
        end=now.as_at,
        parts={part: people.get(part.value, 0) for part in listed(backlog)},
        dates_moved=moved,
        overdue_by_dates_then=by_dates,
        reasons=_reasons(database, pairs, backlog),
    )


def _parts(database: Database, pairs: Pairs, backlog: Backlog) -> dict[str, int]:
    """How many people each part has."""
    whens = " ".join(
        f"WHEN {pairs.condition(criterion)} THEN '{part.value}'"
        for part, criterion in PARTS[backlog.name]
    )
    rows = database.rows(
        f"SELECT part, COUNT(*) FROM (SELECT CASE {whens} END AS part "
        f"FROM ({pairs.overdue_on_either()}) AS pair) AS parts GROUP BY part",
        pairs.parameters,
    )
    return dict(rows)


def _reasons(database: Database, pairs: Pairs, backlog: Backlog) -> dict[str | None, int]:
    """Why those who left did, by the leavers files in between; the latest one counts."""
    left = pairs.condition(dict(PARTS[backlog.name])[Part.LEFT])
    rows = database.rows(
        f"""
        SELECT reason, COUNT(*) FROM (
            SELECT (SELECT l.reason FROM leavers l
                    WHERE l.case_ref = pair.case_ref AND l.snapshot_id IN ({pairs.between})
                    ORDER BY l.left_on DESC, l.id DESC LIMIT 1) AS reason
            FROM ({pairs.overdue_then()}) AS pair WHERE {left}) AS gone
        GROUP BY reason
        """,
        pairs.parameters,
    )
    return dict(rows)


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
