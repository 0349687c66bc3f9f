"""The months of a figure, read from what is stored: a point or a gap for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.figure.figure import Figure
from boardtui.core.flow.counts import CLEARED, Flow
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import Movement, VisitCount, stated
from boardtui.core.trend.flow_measures import FlowMeasure
from boardtui.core.trend.months import by_month, month_of, months_from, no_snapshot
from boardtui.core.trend.point import Gap, Ground, Point
from boardtui.core.trend.trend import Slot
from boardtui.core.words.days import month_start, month_text
from boardtui.review.flow.shown import shown_to
from boardtui.review.trend.asked import Asked
from boardtui.store.connection.database import Database
from boardtui.store.flow.flows import flow_between
from boardtui.store.flow.stored_flows import stored_flows_over_time
from boardtui.store.held.figures import over_time
from boardtui.store.held.over_months import tools
from boardtui.store.held.snapshots import SnapshotKey

Held = Sequence[SnapshotKey]


class Reading(Struct, frozen=True):
    """What months are read of: the snapshots of a force, oldest first, and who looks."""

    database: Database
    snapshots: Held
    audience: Rules

    def slots(self, asked: Asked) -> list[Slot]:
        """Every month from the first of which something is known to the last; none of nothing."""
        if isinstance(asked.of, FlowMeasure):
            return _whole(self._flows(asked.of))
        if isinstance(asked.of, VisitCount):
            return _whole(self._visits(asked))
        return _whole(self._figures(asked, moved=isinstance(asked.of, Movement)))

    def _figures(self, asked: Asked, *, moved: bool) -> Iterator[tuple[date, Slot]]:
        """A point for each snapshot that stands for a month; of who came or went of one month."""
        standing = by_month((each.as_at, each) for each in self.snapshots)
        chosen = list(standing.values())
        graded = tools(self.database, chosen) if asked.by_tool else {}
        for (month, now), figures in zip(standing.items(), self._of(asked, chosen), strict=True):
            why = _of_a_month(standing, month, now) if moved else None
            if why is None and not figures:
                why = "not there"
            yield month, Gap(month, why) if why else _point(month, figures[0], graded.get(now.id))

    def _of(self, asked: Asked, chosen: Held) -> Iterator[list[Figure]]:
        """The figures of each snapshot, as the audience may see them."""
        if not self.audience.hides or self.audience.published:
            for _, figures in over_time(self.database, chosen, asked.name, asked.slices):
                yield figures
            return
        # Not for the force: what hiding takes is worked out day by day.
        from boardtui.review.day.protected import Protected

        for each in chosen:
            of_day = Protected(self.database, each, each.definition, rules=self.audience)
            yield of_day.of(asked.name, asked.slices)

    def _visits(self, asked: Asked) -> Iterator[tuple[date, Slot]]:
        """The months of the visits files: of the snapshot that stands for it, else of the next."""
        found: dict[date, tuple[tuple[int, int], Figure]] = {}
        for place, (snapshot, figures) in enumerate(
            zip(self.snapshots, self._of(asked, self.snapshots), strict=True)
        ):
            own = month_of(snapshot.as_at)
            for figure in figures:
                if figure.period_start is None:
                    continue
                month = month_start(figure.period_start)
                # A whole month stands before a part of one; then its own snapshot, then the next.
                rank = (0 if _is_whole(figure) else 1, place if month <= own else -place)
                if month not in found or rank < found[month][0]:
                    found[month] = rank, figure
        for month, (_, figure) in sorted(found.items()):
            whole = _is_whole(figure)
            why = figure.partial or figure.unknown or "not known"
            told = f"not a whole month: {why}" if figure.partial else why
            yield month, _point(month, figure) if whole else Gap(month, told)

    def _flows(self, of: FlowMeasure) -> Iterator[tuple[date, Slot]]:
        """The flow of each month: from the snapshot of the month before to its own."""
        standing = by_month((each.as_at, each) for each in self.snapshots)
        pairs: dict[date, tuple[SnapshotKey, SnapshotKey]] = {}
        gaps: dict[date, str] = {}
        for place, (month, now) in enumerate(standing.items()):
            then = standing.get(month_of(month))
            if then is not None:
                pairs[month] = then, now
            elif place:
                gaps[month] = _longer(month)
        stored = stored_flows_over_time(self.database, list(pairs.values()), of.backlog)
        for (month, (then, now)), flow in zip(pairs.items(), stored, strict=True):
            slot = self._of_flow(of, month, then, now, flow)
            if isinstance(slot, Point):
                yield month, slot
            else:
                gaps[month] = slot
        for month, why in gaps.items():
            yield month, Gap(month, why)

    def _of_flow(
        self,
        of: FlowMeasure,
        month: date,
        then: SnapshotKey,
        now: SnapshotKey,
        stored: Flow | None,
    ) -> Point | str:
        """A point of a month's flow, or why there is none."""
        flow = stored
        if flow is None and then.given.records and now.given.records:
            flow = flow_between(self.database, then, now, of.backlog, now.definition)
        if flow is None:
            return "no records to work the flow out of"
        flow = shown_to(self.audience, flow)
        cleared = len(of.parts) > 1
        people = flow.cleared_without if cleared else flow.together(of.parts)
        hidden = people is None and flow.hides(*of.parts)
        unknown = next(
            filter(None, (flow.unknown.get(name) for name in (CLEARED, *of.parts))), None
        )
        declared = MEASURES[of.backlog.overdue_name]
        ground = Ground(f"{of.definition} {stated(declared, now.definition)}")
        return Point(
            slot=month,
            as_at=now.as_at,
            value=people,
            low=people,
            high=people,
            ground=ground,
            unknown=None if people is not None or hidden else unknown or flow.why_unknown,
            suppressed=hidden,
        )


def _is_whole(figure: Figure) -> bool:
    """Whether a month of visits is all there: no part of one, and in the file."""
    return figure.partial is None and (figure.value is not None or figure.suppressed)


def _of_a_month(standing: Mapping[date, SnapshotKey], month: date, now: SnapshotKey) -> str | None:
    """Why what came or went since the snapshot before is not of one month; None where it is."""
    before = standing.get(month_of(month))
    if now.previous_id is None:
        return "no snapshot before"
    return None if before is not None and before.id == now.previous_id else _longer(month)


def _longer(month: date) -> str:
    """Why a snapshot that stands for a month has no number of what happened in it."""
    return f"no snapshot of {month_text(month_of(month))} before it"


def _point(month: date, figure: Figure, tool: str | None = None) -> Point:
    return Point(
        slot=month,
        as_at=figure.as_at,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        ground=Ground(figure.definition or "", figure.assumed, tool),
        unknown=figure.unknown,
        suppressed=figure.suppressed,
    )


def _whole(found: Iterator[tuple[date, Slot]]) -> list[Slot]:
    """Every month from the first with a point to the last, those without anything as gaps."""
    by = dict(found)
    known = [month for month, slot in by.items() if isinstance(slot, Point)]
    if not known:
        return []
    months = months_from(min(known), max(max(known), *by))
    return [by.get(month) or Gap(month, no_snapshot(month)) for month in months]
