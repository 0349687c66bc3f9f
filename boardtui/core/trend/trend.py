"""A trend: the months of a figure with their gaps, the runs between breaks, and what is flagged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from statistics import median

from msgspec import Struct

from boardtui.core.trend.convention import LEAST
from boardtui.core.trend.correlation import lag_1
from boardtui.core.trend.grounds import differs
from boardtui.core.trend.limits import Limits, Values, limits
from boardtui.core.trend.point import Gap, Ground, Point
from boardtui.core.trend.rules import Rule, flags

Slot = Point | Gap


class Kind(StrEnum):
    """What may be said of a series: a flow can be flagged, a stock or what was said cannot."""

    FLOW = "flow"
    STOCK = "stock"
    PUBLISHED = "published"


class Run(Struct, frozen=True):
    """Months on one ground, from a break to the next.

    `places` are those of its slots, in order. A flow's run of 12 points or more has `limits`, taken
    from the first 12; a stock's has a `median` and nothing by which a month could be judged. `why`
    says what broke the line before it; None of the first.
    """

    places: tuple[int, ...]
    count: int
    limits: Limits | None
    median: float | None
    why: str | None
    floor: float | None = None

    @property
    def lower(self) -> float | None:
        """The lower limit; a count's is never below 0."""
        if self.limits is None:
            return None
        return self.limits.lower if self.floor is None else max(self.floor, self.limits.lower)

    @property
    def upper(self) -> float | None:
        return self.limits.upper if self.limits is not None else None


class Trend(Struct, frozen=True):
    """The slots of a series in order, its runs, and the rules by which each slot is flagged.

    `lag_1` is the lag-1 correlation; None where there are too few points. `too_few` says that the
    last run has fewer points than limits can be taken from, so that it is too few to say.
    """

    kind: Kind
    slots: tuple[Slot, ...]
    runs: tuple[Run, ...]
    flags: tuple[tuple[Rule, ...], ...]
    lag_1: float | None

    @property
    def points(self) -> list[tuple[Point, tuple[Rule, ...]]]:
        """The points with their flags, in order."""
        pairs = zip(self.slots, self.flags, strict=True)
        return [(slot, rules) for slot, rules in pairs if isinstance(slot, Point)]

    @property
    def gaps(self) -> list[Gap]:
        return [slot for slot in self.slots if isinstance(slot, Gap)]

    @property
    def too_few(self) -> bool:
        return self.kind is Kind.FLOW and (not self.runs or self.runs[-1].limits is None)

    @property
    def last(self) -> Point | None:
        """The latest point of which the value is known."""
        return next((point for point, _ in reversed(self.points) if point.known), None)

    def run_of(self, place: int) -> Run | None:
        return next((run for run in self.runs if place in run.places), None)


def value_of(slot: Slot) -> float | None:
    return slot.value if isinstance(slot, Point) else None


def trend(
    kind: Kind,
    slots: Sequence[Slot],
    *,
    signed: bool = False,
    changes: Mapping[date, str] | None = None,
) -> Trend:
    """The trend of the months of a figure, every month from the first to the last.

    `changes` are those that somebody states, by the first day of the month from which they count:
    each begins a new run. A `signed` value can be below 0.
    """
    found = [
        _run(kind, slots, places, why, signed=signed)
        for places, why in _broken(slots, changes or {})
    ]
    flagged: list[tuple[Rule, ...]] = [()] * len(slots)
    for run in found:
        if run.limits is not None:
            rules = flags(_values(slots, run.places), run.limits)
            for place, each in zip(run.places, rules, strict=True):
                flagged[place] = each
    correlation = lag_1([_values(slots, run.places) for run in found])
    return Trend(kind, tuple(slots), tuple(found), tuple(flagged), correlation)


def published(points: Sequence[Point]) -> Trend:
    """What was said, drawn as it was: a run for each source, and nothing judged."""
    ordered = sorted(points, key=lambda point: (point.as_at, point.ground.source or ""))
    by_ground: dict[Ground, list[int]] = {}
    for place, point in enumerate(ordered):
        by_ground.setdefault(point.ground, []).append(place)
    runs = [
        Run(tuple(places), sum(ordered[place].known for place in places), None, None, ground.source)
        for ground, places in by_ground.items()
    ]
    return Trend(Kind.PUBLISHED, tuple(ordered), tuple(runs), ((),) * len(ordered), None)


def _values(slots: Sequence[Slot], places: Sequence[int]) -> Values:
    return [value_of(slots[place]) for place in places]


def _run(
    kind: Kind, slots: Sequence[Slot], places: Sequence[int], why: str | None, *, signed: bool
) -> Run:
    values = _values(slots, places)
    known = [value for value in values if value is not None]
    return Run(
        places=tuple(places),
        count=len(known),
        limits=limits(values) if kind is Kind.FLOW and len(known) >= LEAST else None,
        median=median(known) if kind is Kind.STOCK and known else None,
        why=why,
        floor=None if signed else 0.0,
    )


def _broken(
    slots: Sequence[Slot], changes: Mapping[date, str]
) -> Iterator[tuple[list[int], str | None]]:
    """The places of each run, from its first point to its last, and why it begins."""
    places: list[int] = []
    before: Ground | None = None
    why: str | None = None
    for place, slot in enumerate(slots):
        stated = changes.get(slot.slot)
        ground = slot.ground if isinstance(slot, Point) else before
        differing = differs(before, ground) if before and ground else None
        reasons = [each for each in (stated, differing) if each]
        if reasons and before is not None:
            yield _trimmed(slots, places), why
            places, why = [], "; ".join(reasons)
        before = ground
        if places or isinstance(slot, Point):
            places.append(place)
    if places:
        yield _trimmed(slots, places), why


def _trimmed(slots: Sequence[Slot], places: list[int]) -> list[int]:
    """Without the gaps at the end: what broke may have begun in one of them."""
    end = len(places)
    while end and isinstance(slots[places[end - 1]], Gap):
        end -= 1
    return places[:end]
