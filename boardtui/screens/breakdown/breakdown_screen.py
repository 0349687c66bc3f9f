"""A figure by one dimension: change it, cross it with a second, go into a slice, see its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.dimension import Slices
from boardtui.core.measures import MEASURES
from boardtui.core.measures.slicing import OfCases
from boardtui.panels.breakdown.naming import crumbs
from boardtui.panels.breakdown.slice_table import NAME
from boardtui.panels.table import Sort
from boardtui.review.breakdown import Breakdown, later_too, no_records
from boardtui.review.day.review import Review
from boardtui.screens.breakdown.breakdown_keys import BREAKDOWN_KEYS
from boardtui.screens.breakdown.shown_breakdown import ShownBreakdown
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.sheet_view import SheetView
from boardtui.screens.keys.over_months import over_months
from boardtui.screens.keys.ways import OverMonths, leading

if TYPE_CHECKING:
    from boardtui.export.export import Export

CROSSING = tuple(f"breakdown.{name}" for name in ("cross", "into", "into_later", "ages"))
"""The keys that lead to two slices at once."""


class BreakdownScreen(ShownBreakdown):
    """A measure by one of its dimensions, within the slices that were gone into."""

    named = "breakdown"

    BINDINGS: ClassVar[list[BindingType]] = BREAKDOWN_KEYS

    def __init__(
        self,
        review: Review,
        location: str,
        breakdown: Breakdown,
        palette: Palette,
        at: str | None = None,
    ) -> None:
        """Take a review and what to break down; `at` is the slice to begin on."""
        super().__init__(review, location, breakdown, palette, at)
        self._trail: list[tuple[Breakdown, Slices]] = []
        """What was gone on from, with the row that was current: `esc` goes back there."""

    def why_not(self, name: str) -> str | None:
        """Why a key does nothing: what it asks for is closed to who is shown the board."""
        return self.review.audience.closes(Way.CROSSES) if name in CROSSING else None

    # Back, and along

    def action_back(self) -> None:
        """One step back: the words, the cross, the slice gone into; then to what opened this."""
        if self.table is not None and self.table.words:
            self._filter("")
        elif self._trail:
            breakdown, row = self._trail.pop()
            self.show(breakdown, row)
        else:
            super().action_back()

    def show(self, breakdown: Breakdown, row: Slices | None = None) -> bool:
        """Show another breakdown, once that is written down; whether it is there or will be."""
        may = leading(self).looked("screen", **self.looked_at(breakdown))
        return may and self.turn_to(breakdown, row)

    def looked_at(self, breakdown: Breakdown | None = None) -> dict[str, object]:
        shown = breakdown or self.breakdown
        where = [one.written for one in shown.within]
        of = {"measure": shown.measure, "by": list(shown.by), "where": where}
        return {**super().looked_at(), **of}

    def action_across(self, by: int) -> None:
        """In a cross to the next column; else by the next dimension."""
        if self.cross is not None:
            self.cross.turn(by)
            self.view.renew()
        else:
            self.action_dimension(by)

    def action_dimension(self, by: int) -> None:
        """Break down by the next dimension that the measure has."""
        if names := self.dimensions():
            here = self.breakdown.by[0]
            first = names[(names.index(here) + by) % len(names)] if here in names else names[0]
            crossed = tuple(name for name in self.breakdown.by[1:] if name != first)
            self.show(self.breakdown.going_by(first, *crossed))

    def action_cross(self) -> None:
        """Cross with the next dimension; after the last one, with none."""
        first, *crossed = self.breakdown.by
        others = [name for name in self.breakdown.dimensions() if name != first]
        if self._without_records():
            return
        if not others:
            self.app.notify(f"{MEASURES[self.breakdown.measure].title} has no further dimension.")
            return
        at = others.index(crossed[0]) + 1 if crossed else 0
        before = (self.breakdown, self.marked_slices())
        if at == len(others) and self._trail:
            self.action_back()
        elif self.show(self.breakdown.going_by(first, *others[at : at + 1])) and not crossed:
            self._trail.append(before)

    def action_into(self) -> None:
        """Go into the current slice, and break it down by the next dimension."""
        self._narrow(self.marked_slices())

    def action_into_later(self) -> None:
        """Go into the current age band with all that are later."""
        slices = self.marked_slices()
        late = later_too(slices, self.review.definition)
        self._narrow(late if late != slices else self.breakdown.within)

    def _narrow(self, within: Slices) -> None:
        """Break down what is in more slices than before, by the next dimension that is left."""
        if self._without_records():
            return
        taken = {one.dimension for one in within}
        left = [name for name in self.breakdown.dimensions() if name not in taken]
        before = (self.breakdown, self.marked_slices())
        if len(within) <= len(self.breakdown.within) or not left:
            self.app.bell()
        elif self.show(Breakdown(self.breakdown.measure, (left[0],), within)):
            self._trail.append(before)

    def _without_records(self) -> bool:
        """Whether no records stand behind the figures, which is said."""
        why = no_records(self.review.selection)
        if why:
            self.app.notify(why)
        return bool(why)

    def action_out(self) -> None:
        """Leave the slice that was gone into last, and show it among its like."""
        *within, last = self.breakdown.within or (None,)
        if last is None:
            self.app.bell()
            return
        self._trail.clear()
        outer = Breakdown(self.breakdown.measure, (last.dimension,), tuple(filter(None, within)))
        self.show(outer, self.breakdown.within)

    # The order, and words

    def action_sort(self) -> None:
        """Put the rows in the order of the next column."""
        if self.table is not None:
            names = self.table.sorts
            here = names.index(self.table.sort.column) if self.table.sort.column in names else -1
            self._sort(_first_way(names[(here + 1) % len(names)]))

    def action_reverse(self) -> None:
        if self.table is not None:
            self._sort(self.table.sort.turned)

    @on(SheetView.HeadChosen)
    def _sort_by_head(self, event: SheetView.HeadChosen) -> None:
        if self.table is not None:
            here = self.table.sort
            self._sort(here.turned if here.column == event.column else _first_way(event.column))

    def _sort(self, sort: Sort) -> None:
        assert self.table is not None
        self.table.sort_by(sort)
        self.view.renew(0)

    def action_filter(self) -> None:
        from boardtui.screens.dialogs.filtering import Filtering

        if self.table is not None:
            words = " ".join(self.table.words)
            self.app.push_screen(Filtering(self._filter, self.named, words), self._filtered)

    def _filter(self, text: str) -> None:
        """Show only rows with some words in their names, and go to the largest of them."""
        if self.table is not None and text.split() != self.table.words:
            self.table.filter(text.split())
            self.view.renew(self.table.largest())

    def _filtered(self, text: str | None) -> None:
        """The words that were left standing; none, where they were taken back."""
        self._filter(text or "")

    # What stands behind a row

    def action_ages(self) -> None:
        """Ages in the place of cases under the table, or cases again."""
        self.under.by_age = not self.under.by_age
        self.look()

    def over_months(self) -> OverMonths:
        """The marked slice, or the whole where nothing is marked."""
        return over_months(self.marked_figure()) or (self.breakdown.measure, ())

    def action_define(self) -> None:
        subject = self.marked_figure()
        if subject is not None:
            leading(self).define(subject)

    @on(SheetView.Opened)
    def action_cases(self) -> None:
        """The cases behind the current row or cell."""
        measure, slices = MEASURES[self.breakdown.measure], self.marked_slices()
        if self.table is None or self._without_records():
            return
        if isinstance(measure, OfCases):
            crumb = next(crumbs(Breakdown(measure.name, (), slices)))
            leading(self).open_cases(measure.name, slices, crumb)
        else:
            self.app.bell()

    def export(self) -> Export:
        """Every row of the breakdown, and the whole that they add up to."""
        from boardtui.export.breakdown import exported

        return exported(self.review, self.breakdown, self.table)


def _first_way(column: str) -> Sort:
    """A column's order as it is first taken: the largest first, but names in their own order."""
    return Sort(column, descending=column != NAME)
