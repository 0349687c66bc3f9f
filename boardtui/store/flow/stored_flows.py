"""The flow from the snapshot before, as it was stored at ingest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from boardtui.core.flow.counts import CLOSING, OPENING, Flow, flow_of_counts, flow_unknown
from boardtui.core.flow.parts import Part, beside_of, listed
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.store import OLDER
from boardtui.store.connection.database import Database
from boardtui.store.counting.criteria import Parameters
from boardtui.store.held.snapshots import SnapshotKey, between


def stored_flow(
    database: Database, then: SnapshotKey, now: SnapshotKey, backlog: Backlog
) -> Flow | None:
    """The flow that was stored at ingest; None where it is not the one from the snapshot before.

    Nor is there one where parts of it are missing, as in a damaged database: the records say them.
    """
    return stored_between(database, then, now).get(backlog.name)


def stored_between(database: Database, then: SnapshotKey, now: SnapshotKey) -> dict[str, Flow]:
    """The flows that were stored at ingest, by backlog, read together."""
    rows: dict[str, list[Row]] = {}
    for name, *row in database.rows(
        "SELECT backlog, part, reason, people FROM flows "
        "WHERE snapshot_id = :now AND earlier_id = :then",
        {"now": now.id, "then": then.id},
    ):
        rows.setdefault(name, []).append(row)
    during = [snapshot.given for snapshot in between(database, then, now)] if rows else []
    found = {
        name: _of_rows(
            (then.as_at, now.as_at),
            backlog,
            rows[name],
            flow_unknown(backlog, then.given, now.given, during),
        )
        for name, backlog in BACKLOGS.items()
        if name in rows
    }
    return {name: flow for name, flow in found.items() if flow is not None}


def stored_flows_over_time(
    database: Database, pairs: Sequence[tuple[SnapshotKey, SnapshotKey]], backlog: Backlog
) -> list[Flow | None]:
    """The flows of a backlog between many pairs of snapshots one after the other, read together.

    None for a pair of which none was stored. Each pair is of a snapshot and the one before it:
    there are none in between.
    """
    if not pairs:
        return []
    parameters = Parameters()
    ids = ", ".join(parameters.name(now.id) for _, now in pairs)
    rows: dict[tuple[int, int], list[Row]] = {}
    for now_id, then_id, *row in database.rows(
        "SELECT snapshot_id, earlier_id, part, reason, people FROM flows "
        f"WHERE snapshot_id IN ({ids}) AND backlog = {parameters.name(backlog.name)}",
        parameters,
    ):
        rows.setdefault((then_id, now_id), []).append(row)
    found: list[Flow | None] = []
    for then, now in pairs:
        mine = rows.get((then.id, now.id), [])
        unknown = flow_unknown(backlog, then.given, now.given, [now.given])
        found.append(_of_rows((then.as_at, now.as_at), backlog, mine, unknown) if mine else None)
    return found


Row = Sequence[Any]
"""A part, a reason and how many people, as they are stored."""


def _of_rows(
    days: tuple[date, date], backlog: Backlog, rows: Sequence[Row], unknown: Mapping[str, str]
) -> Flow | None:
    if any(part == OPENING for part, _, _ in rows):
        return _published(days, backlog, rows, unknown)
    counts = {part: people for part, reason, people in rows if reason is None}
    if any(part not in counts for part in listed(backlog)):
        return None
    reasons = {reason or None: people for _, reason, people in rows if reason is not None}
    absent = dict.fromkeys(name for name in beside_of(backlog) if name not in counts)
    known = {**dict.fromkeys(absent, 0), **counts}
    missing = {**dict.fromkeys(absent, OLDER), **unknown}
    return flow_of_counts(backlog, days, known, reasons, missing)


def _published(
    days: tuple[date, date], backlog: Backlog, rows: Sequence[Row], unknown: Mapping[str, str]
) -> Flow:
    """A flow of a published database, with its hidden numbers, and the sums of several parts."""
    counts = {part: people for part, reason, people in rows if reason is None}
    reasons = {reason or None: people for _, reason, people in rows if reason is not None}
    zeros = dict.fromkeys((*listed(backlog), *beside_of(backlog)), 0)
    empty = flow_of_counts(backlog, days, zeros, {}, unknown)
    hidden = {name for name, people in counts.items() if people is None and TOGETHER not in name}
    return replace(
        empty,
        parts={part: counts.get(part) for part in empty.parts},
        opening=counts.get(OPENING),
        closing=counts.get(CLOSING),
        dates_moved=counts.get("dates_moved"),
        overdue_by_dates_then=counts.get("overdue_by_dates_then"),
        overdue_by_dates_now=counts.get("overdue_by_dates_now"),
        reasons=reasons,
        hidden=frozenset(hidden - unknown.keys()),
        sums={
            frozenset(map(Part, name.split(TOGETHER))): people
            for name, people in counts.items()
            if TOGETHER in name
        },
    )


TOGETHER = "+"
"""What stands between the names of parts that are told as a sum."""


def published_rows(flow: Flow) -> Iterator[tuple[str, str | None, int | None]]:
    """A protected flow as rows of part, reason and people, as a published database has them."""
    yield OPENING, None, flow.opening
    yield CLOSING, None, flow.closing
    for part, people in flow.parts.items():
        yield part.value, None, people
    for name in ("dates_moved", "overdue_by_dates_then", "overdue_by_dates_now"):
        yield name, None, getattr(flow, name)
    for parts, people in flow.sums.items():
        yield TOGETHER.join(sorted(parts)), None, people
    for reason, people in flow.reasons.items():
        yield Part.LEFT.value, reason or "", people


def flow_rows(
    backlog: Backlog, counts: Mapping[str, int], reasons: Mapping[str | None, int]
) -> Iterator[tuple[str, str | None, int]]:
    """What was counted as rows of part, reason and people, as they are stored."""
    for name in (*listed(backlog), *beside_of(backlog)):
        yield str(name), None, counts[name]
    for reason, people in sorted((reason or "", people) for reason, people in reasons.items()):
        yield Part.LEFT.value, reason, people
