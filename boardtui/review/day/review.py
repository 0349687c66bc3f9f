"""A day of a force beside its baseline: every figure with its share, its part and its change."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from boardtui.core.audience.rules import SHOW_ALL, Rules, Way
from boardtui.core.comparing.comparison import compare
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import DIMENSIONS, WHOLE, Slice, Slices
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.share import Share, share_of
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount, Measure, VisitCount
from boardtui.review.day.catalogue import BaselineKind
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.last_months import LastMonths
from boardtui.review.day.sealed import seal_of
from boardtui.review.day.selection import Selection
from boardtui.review.day.shelf import (
    Computed,
    FigureKey,
    key_of,
    latest_published,
    published_beside,
)
from boardtui.review.day.side import Side, same_things
from boardtui.store.connection.database import Database
from boardtui.store.held.figures import published_figures
from boardtui.store.held.files import warnings_of
from boardtui.store.held.publication import rules_in
from boardtui.store.held.snapshots import SnapshotKey

if TYPE_CHECKING:
    from boardtui.review.day.beyond import Beyond
    from boardtui.review.day.worked_out import WorkedOut


class Review:
    """What a database says of a force on a day, beside a baseline, under a definition."""

    def __init__(
        self,
        database: Database,
        selection: Selection,
        definition: Definition,
        *,
        cases_open: bool = True,
        preferred: Iterable[Figure] = (),
        audience: Rules = SHOW_ALL,
    ) -> None:
        """Take what is looked at; `cases_open` says whether single cases may be shown of it.

        `preferred` are the figures that were chosen before, of those that several were given for.
        The rules of the `audience` say what is hidden and closed; none opens cases that are closed.
        Of a published database its own rules stand, where those are stricter.
        """
        self.audience = audience = rules_in(database, audience)
        self.cases_open = cases_open and audience.closes(Way.CASES) is None
        self.database, self.selection, self.definition = database, selection, definition
        self._figures: dict[FigureKey, list[ComparedFigure]] = {}
        self._taken_in: set[Hashable] = set()
        self.now = self._now()
        self.then = self._then()
        snapshot = selection.snapshot
        self.warnings = warnings_of(database, snapshot.id) if snapshot is not None else []
        self.last_months = LastMonths(database, selection, definition, audience)
        self.seal = seal_of(database, selection)
        self.intact: bool | None = None
        """Whether all is as it was sealed; None until it was checked."""
        for figure in preferred:
            self.prefer(figure)

    @cached_property
    def beyond(self) -> Beyond:
        """What stands beside the day, of other years and of a force to set beside."""
        from boardtui.review.day.beyond import Beyond

        return Beyond(self.database, self.selection)

    def prefer(self, figure: Figure) -> None:
        """Choose a figure among those given for the same thing, for as long as this is open.

        It stands first in `figures`, changes follow it, and so do shares of what its speaker said:
        a base and its parts are never of two speakers. Nothing is written.
        """
        self._figures.clear()
        for side in (self.now, self.then):
            side.prefer(figure)

    @property
    def preferred(self) -> tuple[Figure, ...]:
        """The figures that were chosen, for the review that takes this one's place."""
        return (*self.now.preferred.values(), *self.then.preferred.values())

    def _now(self) -> Side:
        snapshot, force = self.selection.snapshot, self.selection.force
        if snapshot is None:
            return Side(published=latest_published(self.database, force, self.selection.day))
        computed = self._computed(snapshot)
        return Side(computed, published_beside(self.database, snapshot, computed))

    def _then(self) -> Side:
        baseline = self.selection.baseline
        if baseline is None:
            return Side()
        day, snapshot = baseline.as_at, baseline.snapshot
        return Side(
            self._computed(snapshot) if snapshot else None,
            published_figures(self.database, self.selection.force, day, day),
        )

    def _computed(self, snapshot: SnapshotKey) -> Computed:
        """A snapshot's figures under the definition asked for; without records, as stored."""
        own = self.definition if snapshot.given.records else snapshot.definition
        if not self.audience.hides or self.audience.published:
            return Computed(self.database, snapshot, own)
        # Not for the force: its board opens without what hiding takes.
        from boardtui.review.day.protected import Protected

        return Protected(self.database, snapshot, own, rules=self.audience)

    @property
    def stale(self) -> bool:
        """Whether stored figures were computed under another definition than is asked for."""
        return any(side.computed and side.computed.stale for side in (self.now, self.then))

    def restate(self) -> None:
        """Compute, in memory, what was stored under another definition than is asked for."""
        self._figures.clear()
        for side in (self.now, self.then):
            if side.computed and side.computed.stale:
                side.computed.restate()

    @property
    def restated(self) -> bool:
        """Whether figures were computed again in memory, under the definition asked for."""
        return any(side.computed and side.computed.restated for side in (self.now, self.then))

    def adopt(self, other: Review) -> None:
        """Take over what another review of the same selection has computed again."""
        self._figures.clear()
        for mine, theirs in ((self.now, other.now), (self.then, other.then)):
            if mine.computed and theirs.computed and theirs.computed.restated:
                mine.computed.adopt(theirs.computed)

    def take_in(self, found: WorkedOut) -> None:
        """Keep figures that were worked out from records, on either side; none that are closed.

        Those that come late, of what was looked at before, are left alone.
        """
        late = (found.selection, found.definition) != (self.selection, self.definition)
        if late or self.audience.closes(Way.CROSSES):
            return
        for side, figures in ((self.now, found.now), (self.then, found.then)):
            side.crossed.update({key_of(figure): [figure] for figure in figures})
        self._taken_in.add(found.asked)

    def has(self, asked: Hashable) -> bool:
        """Whether what was asked for has been worked out and taken in."""
        return asked in self._taken_in

    def figures(self, measure: str, slices: Slices = WHOLE) -> list[ComparedFigure]:
        """The figures of a measure and slice, compared: computed ones first, then published.

        Of several of the same thing the one that was chosen comes first.
        """
        found = self._figures.get((measure, slices))
        if found is None:
            now = self._figures_now(measure, slices)
            found = [self.compared(figure, same=same_things(now, figure)) for figure in now]
            if len(slices) < 2 and found:  # the others are worked out by and by
                self._figures[measure, slices] = found
        return list(found)

    def _figures_now(self, measure: str, slices: Slices) -> list[Figure]:
        """The figures of this day; of what only the earlier one has, that it is not there now."""
        found = self.now.both(measure, slices)
        if not found and slices and self.then.from_records(measure, slices):
            found = self.now.nobody(measure, slices, "now")
        return found

    def slices_of(self, measure: str, dimension: str) -> list[str | None]:
        """The slices of a dimension that have a figure, in its order.

        Of a count also those that only the records of the earlier day have: so many were there.
        """
        found = self.now.slices_of(measure, dimension)
        if found and self.now.computed is not None and isinstance(MEASURES[measure], CaseCount):
            found |= self.then.counted_slices(measure, dimension)
        return DIMENSIONS[dimension].order(found)

    def by(self, measure: str, dimension: str) -> list[ComparedFigure]:
        """The figures of a measure by one dimension, in the dimension's order."""
        order = self.slices_of(measure, dimension)
        return [
            compared
            for value in order
            for compared in self.figures(measure, (Slice(dimension, value),))
        ]

    def largest(self, measure: str, dimension: str, most: int) -> tuple[list[ComparedFigure], int]:
        """By records the slices with the most, largest first, and how many there are in all."""
        if self.now.computed is None:
            return [], 0
        figures, count = self.now.computed.largest(dimension, measure, most)
        for side in filter(None, (self.now.computed, self.then.computed)):
            side.fetch_together(dimension, (one.slices[0].value for one in figures))
        return [self._counted(figure) for figure in figures], count

    def _counted(self, figure: Figure) -> ComparedFigure:
        """A figure from records, compared, even where another of the same thing was chosen."""
        same = [one for one in self.figures(*key_of(figure)) if one.figure == figure]
        return same[0] if same else self.compared(figure)

    def compared(
        self,
        figure: Figure,
        then_of: Origin | None = None,
        same: Sequence[Figure] | None = None,
    ) -> ComparedFigure:
        """A figure of this day with its share, its part, and what it was.

        It is compared with what it was by `then_of`, where that is given and was. `same` are the
        figures of the same thing, the chosen one first, where these are at hand.
        """
        measure = MEASURES[figure.measure]
        then, other = self._was(measure, figure)
        if other is not None and other.origin is then_of:
            then, other = other, then
        baseline = self.selection.baseline
        inspection = baseline is not None and baseline.kind is BaselineKind.INSPECTION
        same = self.now.same_thing(figure) if same is None else same
        counted_then = then if then and then.origin is Origin.RECORDS else other
        return ComparedFigure(
            measure,
            figure,
            compare(measure, figure, then, other, inspection=inspection),
            share=self.now.share(figure),
            part=self._part(measure, figure),
            share_then=self.then.share(then) if then else None,
            share_then_other=self.then.share(other) if other else None,
            earlier=self._is_earlier(measure, figure),
            others=tuple([other for other in same if other is not figure and other != figure]),
            chosen=not same or same[0] is figure or same[0] == figure,
            possible_counts=tuple(self.now.possible_bases(figure)),
            stored=self.now.as_stored(figure),
            then_stored=self.then.as_stored(counted_then) if counted_then else None,
        )

    def _was(self, measure: Measure, figure: Figure) -> tuple[Figure | None, Figure | None]:
        """What the figure was, and what it was by the other origin where both are there."""
        if self.selection.baseline is None:
            return None, None
        # A figure of an earlier day stands for want of a later one: there is nothing to compare.
        if self._is_earlier(measure, figure) or figure.as_at <= self.selection.baseline.as_at:
            return None, None
        said = self.then.chosen_first(self.then.said(*key_of(figure)))
        # A month of visits is compared with no month of the earlier day's: which would it be?
        monthly = isinstance(measure, VisitCount)
        counted = [] if monthly else self.then.from_records(*key_of(figure))
        if not counted and figure.origin is Origin.RECORDS:
            counted = self.then.nobody(*key_of(figure), "then")
        inspection = self.selection.baseline.kind is BaselineKind.INSPECTION
        found = [*said[:1], *counted] if inspection else [*counted, *said[:1]]
        first, second, *_ = (*self.then.chosen_first(found), None, None)
        return first, second

    def _is_earlier(self, measure: Measure, figure: Figure) -> bool:
        """Whether a figure is not of this day: a whole month before it stands for the day too."""
        return figure.as_at < self.selection.day and not isinstance(measure, VisitCount)

    def _part(self, measure: Measure, figure: Figure) -> Share | None:
        if not figure.slices or not isinstance(measure, CaseCount):
            return None
        if figure.origin is Origin.RECORDS:
            counted = self.now.from_records(measure.name)
            of_day = [one for one in counted if one.as_at == figure.as_at]
            return share_of(figure, of_day[0]) if of_day else None
        of_day = [whole for whole in self.now.both(measure.name) if whole.as_at == figure.as_at]
        # What was said instead of a count is no whole of slices that were counted.
        wholes = self.now.of_its_speaker(figure, of_day)
        return share_of(figure, wholes[0]) if wholes else None
