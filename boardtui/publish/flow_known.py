"""What a reader knows of a flow's parts from elsewhere: totals, and what was told before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boardtui.core.audience.figures import wholes
from boardtui.core.audience.rules import Rules
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.interval import Interval
from boardtui.core.flow.parts import Part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.publish.flow_reader import MOST, Told
from boardtui.store.connection.database import Database
from boardtui.store.flow.stored_flows import stored_flow
from boardtui.store.held.figures import Stored
from boardtui.store.held.publication import publication
from boardtui.store.held.snapshots import SnapshotKey, snapshots

OF_WHOLE = {
    "leavers": Part.LEFT,
    "joiners": Part.JOINED_OVERDUE,
    "missing_people": Part.WENT_MISSING,
    "reactively_managed": Part.MOVED_TO_REACTIVE,
}
"""The totals of the force that a part of a flow is within."""

COMMUNITY = ("registered", "managed", "missing_people")
"""Who is on the register and neither in the community nor missing is in custody, or the like."""


def flow_limits(
    database: Database, now: SnapshotKey, rules: Rules, editions: Sequence[Database] = ()
) -> dict[Part, int]:
    """The most that parts of a flow can be, by the force's totals of the later day as shown.

    Those that earlier editions show count as well, where the records do not contradict them.
    """
    names = [*OF_WHOLE, *COMMUNITY]
    own = list(Stored(database, now).by(None, names))
    true = {one.measure: one.interval for one in own}
    known: dict[str, Interval] = {}
    for measure, told in (
        *_totals(wholes(own, rules), rules),
        *(total for edition in editions for total in _totals_in(edition, now, names)),
    ):
        of, before = true.get(measure), known.get(measure, told)
        if of is None or (told.low <= of.low and of.high <= told.high):
            known[measure] = Interval(max(told.low, before.low), min(told.high, before.high))
    found = {part: _most(known[name]) for name, part in OF_WHOLE.items() if name in known}
    if known.keys() >= set(COMMUNITY):
        registered, managed, missing = (known[name] for name in COMMUNITY)
        away = _most(registered) - int(managed.low) - int(missing.low)
        found[Part.NOT_IN_COMMUNITY] = max(0, away)
    return found


def _totals(figures: Iterable[Figure], rules: Rules) -> Iterator[tuple[str, Interval]]:
    """What is shown of totals; one that is hidden would have been rounded to nobody."""
    for one in figures:
        if one.interval is not None:
            yield one.measure, one.interval
        elif one.suppressed and rules.rounding > 2:
            yield one.measure, Interval(1, (rules.rounding - 1) // 2)


def _totals_in(
    edition: Database, now: SnapshotKey, names: Sequence[str]
) -> Iterator[tuple[str, Interval]]:
    found = publication(edition)
    for each in snapshots(edition) if found is not None else ():
        if (each.force.name, each.as_at) == (now.force.name, now.as_at):
            assert found is not None
            yield from _totals(Stored(edition, each).by(None, names), found.rules)


def _most(interval: Interval) -> int:
    return int(min(interval.high, MOST))


def told_in_edition(
    edition: Database, then: SnapshotKey, now: SnapshotKey, backlog: str
) -> Iterator[Told]:
    """A flow as an earlier edition tells it, if it does."""
    days = {each.as_at: each for each in snapshots(edition) if each.force.name == now.force.name}
    published = publication(edition)
    if published is not None and {then.as_at, now.as_at} <= days.keys():
        flow = stored_flow(edition, days[then.as_at], days[now.as_at], BACKLOGS[backlog])
        if flow is not None:
            yield Told(flow, published.rules)
