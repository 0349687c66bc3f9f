"""Putting forces side by side: who counts alike, who stands apart and why, and the limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from boardtui.core.audience.figures import wholes
from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.definition import Definition
from boardtui.core.figure.figure import Figure, of_one_speaker
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.funnel.funnel import FEWEST_FORCES, Counted, Funnel, funnel
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import stated
from boardtui.core.measures.published import COMPARATOR
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import value_text
from boardtui.review import NotThereError
from boardtui.review.forces.bases import OF_POPULATION, POPULATION, counted_of
from boardtui.review.forces.side import Apart, Compared, SideBySide
from boardtui.store.connection.database import Database
from boardtui.store.held.side_by_side import Held, newest_day, side_by_side
from boardtui.store.held.snapshots import ForceKey, forces

NEAR = timedelta(days=183)
"""How far from the day another force's may be: half a year."""


def compare_forces(
    database: Database,
    measure: str,
    day: date | None,
    opened: ForceKey,
    definition: Definition,
    audience: Rules,
) -> SideBySide:
    """One measure of all forces near a day; by default the latest that there is of the measure.

    Forces that exist and invented ones are never put together: those of the kind of the opened one
    are compared, or of the other kind where none of it has the measure.

    Raises:
        NotThereError: there is no such figure of any force.
    """
    kinds = (opened.synthetic, not opened.synthetic)
    days = {kind: newest_day(database, measure, synthetic=kind) for kind in kinds}
    kind = next((kind for kind in kinds if days[kind] is not None), opened.synthetic)
    at = day or days[kind]
    if at is None:
        raise NotThereError(f"No force has a figure of {MEASURES[measure].title.lower()}.")
    return _Comparing(database, measure, at, kind, definition, audience).found(opened.name)


class _Comparing:
    def __init__(
        self,
        database: Database,
        measure: str,
        day: date,
        synthetic: bool,
        definition: Definition,
        audience: Rules,
    ) -> None:
        self._measure, self._day, self._synthetic = measure, day, synthetic
        self._definition, self._audience = definition, audience
        self._parts = counted_of(measure)
        self._forces = forces(database)
        names = sorted({measure, *(self._parts or ())})
        held = side_by_side(database, names, day - NEAR, day + NEAR)
        self._held: dict[int, list[Held]] = {}
        for one in held:
            self._held.setdefault(one.force.id, []).append(self._as_seen(one))

    def _as_seen(self, one: Held) -> Held:
        """A figure as the audience may see it."""
        if not self._audience.hides or self._audience.published or one.snapshot is None:
            return one
        (figure,) = wholes([one.figure], self._audience)
        return replace(one, figure=figure)

    def found(self, opened: str) -> SideBySide:
        each = [self._of(force) for force in self._forces]
        compared = [one for one in each if isinstance(one, Compared)]
        apart = [one for one in each if isinstance(one, Apart)]
        limits = self._funnel(compared)
        return SideBySide(
            self._measure,
            self._day,
            self._synthetic,
            tuple(_within(compared, limits)),
            tuple(apart),
            limits,
            "" if limits else self._why_no_limits(compared),
            opened,
        )

    def _of(self, force: ForceKey) -> Compared | Apart:
        """A force as one to be compared, or why not."""
        if force.synthetic != self._synthetic:
            return Apart(force.name, "invented" if force.synthetic else "not invented")
        if force.name == COMPARATOR:
            return Apart(force.name, "holds the other forces")
        held = self._held.get(force.id, [])
        nearest = self._nearest(held, self._measure)
        if nearest is None:
            months = round(NEAR.days / 30.4)
            return Apart(force.name, f"nothing within {months} months of {day_text(self._day)}")
        figure = nearest.figure
        if why := self._otherwise(nearest):
            return Apart(force.name, why, figure.as_at)
        if self._parts is None:
            return Compared(force.name, figure)
        return self._part_of_base(force, nearest, held)

    def _nearest(self, held: Iterable[Held], measure: str) -> Held | None:
        """The figure of the nearest day, known before unknown, counted before said."""
        mine = [one for one in held if one.figure.measure == measure]

        def order(one: Held) -> tuple[bool, int, bool]:
            away = abs((one.figure.as_at - self._day).days)
            return one.figure.value is None, away, one.snapshot is None

        return min(mine, key=order, default=None)

    def _otherwise(self, one: Held) -> str:
        """Why a figure is not one of those that count alike; nothing where it is."""
        figure, measure = one.figure, MEASURES[self._measure]
        if figure.suppressed:
            return "withheld"
        if figure.value is None:
            return f"not known: {figure.unknown or 'not given'}"
        if figure.unit not in measure.units:
            return f"counts in another unit: {figure.unit}"
        if _is_hedged(figure):
            return f"said as “{value_text(figure)}”, which is no exact number"
        if one.definition is not None:
            own, theirs = (stated(measure, each) for each in (self._definition, one.definition))
            if own != theirs:
                return f"another definition: {one.definition.words()}"
        return ""

    def _part_of_base(self, force: ForceKey, nearest: Held, held: list[Held]) -> Compared | Apart:
        """The figure with what it is a part of, by the same speaker and of the same day."""
        assert self._parts is not None
        part, base = (self._beside(nearest, held, name) for name in self._parts)
        shown = nearest.figure
        if base is None or base.value is None or part is None or part.value is None:
            if self._measure in OF_POPULATION:
                return Compared(force.name, shown)
            missing = MEASURES[self._parts[1 if part is not None and part.value is not None else 0]]
            return Apart(force.name, f"{missing.title.lower()} not published", shown.as_at)
        if _is_hedged(base):
            title = MEASURES[self._parts[1]].title.lower()
            return Apart(force.name, f"{title} said as “{value_text(base)}”", shown.as_at)
        if not base.value:
            return Apart(force.name, f"nobody is {MEASURES[base.measure].title.lower()}")
        return Compared(force.name, shown, base, part.value / base.value)

    def _beside(self, one: Held, held: list[Held], measure: str) -> Figure | None:
        """Another measure of the same day by the same speaker, or the same itself."""
        if measure == one.figure.measure:
            return one.figure
        for other in held:
            same_day = other.figure.as_at == one.figure.as_at
            if other.figure.measure == measure and other.snapshot == one.snapshot and same_day:
                # Who counts people is not who counts offenders: a population may be another's.
                if one.snapshot is not None or measure == POPULATION:
                    return other.figure
                if of_one_speaker(other.figure, one.figure):
                    return other.figure
        return None

    def _funnel(self, compared: list[Compared]) -> Funnel | None:
        if self._parts is None:
            return None
        return funnel([_counted(one) for one in compared if one.base is not None])

    def _why_no_limits(self, compared: list[Compared]) -> str:
        if self._parts is None:
            return "it is no part of a base, so that chance sets it no limits"
        based = sum(one.base is not None for one in compared)
        if based < len(compared):
            return f"{MEASURES[self._parts[1]].title.lower()} not published"
        return f"limits take {FEWEST_FORCES} forces that count alike; there are {based}"


def _is_hedged(figure: Figure) -> bool:
    """Whether somebody said a figure as less than a number.

    What was rounded for the public is near enough to be drawn, and so is a published rate.
    """
    if figure.qualifier is Qualifier.ROUNDED:
        return False
    return figure.low != figure.high


def _counted(one: Compared) -> Counted:
    assert one.base is not None
    assert one.share is not None
    base = round(one.base.value or 0)
    return Counted(one.force, round(one.share * base), base)


def _within(compared: Iterable[Compared], limits: Funnel | None) -> Iterator[Compared]:
    """Each with the limits for its base, and where it lies."""
    for one in compared:
        if limits is None or one.base is None or one.share is None:
            yield one
            continue
        own = limits.limits(round(one.base.value or 0))
        yield replace(one, limits=own, where=own.where(one.share))
