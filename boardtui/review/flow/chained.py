"""What changed, month by month: the flows from each snapshot to the next, one after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import Part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.trend.months import month_of
from boardtui.core.words.days import day_text, next_month
from boardtui.review.flow.flows import flow_of, snapshots_of
from boardtui.review.flow.shown import shown_to
from boardtui.store.connection.database import Database
from boardtui.store.flow.stored_flows import stored_flows_over_time
from boardtui.store.held.snapshots import ForceKey, SnapshotKey, between

NO_SUM = (
    "The sums of the parts over months are not the parts of the flow from the first day to the "
    "last: whoever was visited and is overdue again is in several months' parts, and in one there."
)


class Chain(Struct, frozen=True):
    """The flows of a backlog from each snapshot to the next, and the one from first to last.

    Each is under the definition of its later snapshot, so that each opening is the closing before
    it but where the definition changed: `breaks` has those days, and why. `snapshots` are those
    that it leads over, one more than there are links.
    """

    backlog: Backlog
    snapshots: tuple[SnapshotKey, ...]
    links: tuple[Flow, ...]
    direct: Flow
    breaks: Mapping[date, str]

    @property
    def sums(self) -> dict[Part, int | None]:
        """Each part over all links; None where it is not known, or hidden, of one of them."""
        return {part: _sum([link.parts[part] for link in self.links]) for part in self.direct.parts}

    @property
    def monthly(self) -> bool:
        """Whether each link is of one month, as snapshots stand for months."""
        stand = [month_of(snapshot.as_at) for snapshot in self.snapshots]
        return all(next_month(a) == b for a, b in pairwise(stand))


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def chained(
    database: Database,
    force: ForceKey,
    days: tuple[date, date],
    backlog: Backlog,
    audience: Rules,
) -> Chain:
    """The flows between all snapshots from one day to another, as an audience may see them.

    Raises:
        NotThereError: a day has no snapshot, or the days are not in order.
    """
    first, last = snapshots_of(database, force, *days)
    steps = [first, *between(database, first, last)]
    pairs = list(pairwise(steps))
    stored = stored_flows_over_time(database, pairs, backlog)
    links = [
        flow or flow_of(database, then, now, backlog, now.definition)
        for (then, now), flow in zip(pairs, stored, strict=True)
    ]
    direct = flow_of(database, first, last, backlog, last.definition)
    return Chain(
        BACKLOGS[backlog.name],
        tuple(steps),
        tuple(shown_to(audience, link) for link in links),
        shown_to(audience, direct),
        dict(_breaks(pairs)),
    )


def _breaks(pairs: Sequence[tuple[SnapshotKey, SnapshotKey]]) -> list[tuple[date, str]]:
    """The days from which a link is counted otherwise than the one before it."""
    return [
        (
            now.as_at,
            f"from {day_text(then.as_at)} on: {now.definition.words()}; "
            f"before: {then.definition.words()}",
        )
        for then, now in pairs
        if then.definition != now.definition
    ]
