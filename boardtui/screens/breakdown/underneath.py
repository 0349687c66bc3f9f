"""What stands under a breakdown: of the marked row its first cases, its ages, or what was said.

What has to be read comes from another thread. Until it is there, what stood under the row before
stays, under its own name: nothing is drawn by halves.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from boardtui.core.criterion.dimension import Slices
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount
from boardtui.core.measures.slicing import OfCases
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import value_text
from boardtui.panels.breakdown.ages import ages, ages_of_slice
from boardtui.panels.breakdown.first_cases import first_cases
from boardtui.panels.breakdown.page import Under
from boardtui.panels.cards.words import label
from boardtui.panels.text import Line, chunk, wrapped
from boardtui.review.breakdown import closed, needs_work, worked_out
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.worked_out import WorkedOut
from boardtui.screens.breakdown.glimpse import Cases, Glimpse

KEPT = 64
"""Slices whose first cases are kept, for who comes back to them."""


class Marked(Struct, frozen=True):
    """The current row: the slices of its cases, what it is called, and its figure.

    `note` is to be borne in mind of the table.
    """

    slices: Slices
    name: str
    figure: ComparedFigure | None
    note: str = ""

    @property
    def count(self) -> str:
        """How many cases it has; nothing where its figure counts none."""
        one = self.figure
        counts = one is not None and isinstance(one.measure, CaseCount) and one.figure.given
        return value_text(one.figure, unit=False) if one is not None and counts else ""


class Underneath:
    """Knows what stands under the marked row of one breakdown."""

    def __init__(
        self,
        review: Review,
        measure: str,
        location: str,
        run: Callable[[Callable[[], object]], object],
    ) -> None:
        """Take what work is given to, to be done on another thread."""
        self._review, self._measure, self._location, self._run = review, measure, location, run
        self._glimpse = Glimpse(location, review.selection, measure, review.definition)
        self._known: dict[Slices, Cases] = {}
        self._marked: Marked | None = None
        self.by_age = False
        """Whether ages stand under the row, and not its cases."""
        self.under: Under | None = None
        """What stands there now."""

    @property
    def waits(self) -> bool:
        """Whether something is being read for the marked row."""
        return self._marked is not None

    def close(self) -> None:
        self._glimpse.close()

    def look(self, marked: Marked) -> None:
        """See what stands under a row: at once where that is known, else once it is read."""
        self._marked = None
        self._glimpse.want(None)
        review = self._review
        aged = ages_of_slice(self._measure, marked.slices)
        if aged is not None and closed(review, aged):
            aged = None
        if review.selection.snapshot is None:
            from boardtui.panels.breakdown.said import said

            why = (
                f"Only figures were published of {day_text(review.selection.day)}: no records "
                "stand behind them, and no cases can be listed."
            )
            self.under = lambda width, rows: said(marked.figure, marked.name, why, width)
        elif not isinstance(MEASURES[self._measure], OfCases):
            self.under = None
        elif aged is not None and (self.by_age or not review.cases_open):
            if needs_work(review, aged):
                self._marked = marked
                work = partial(
                    worked_out, self._location, review.selection, aged, review.definition
                )
                self._run(work)
            else:
                self.under = lambda width, rows: ages(review, aged, marked.name, width)
        elif not review.cases_open:
            self.under = None
        elif marked.slices in self._known:
            self._show(marked, self._known[marked.slices])
        else:
            self._marked = marked
            self._glimpse.want(marked.slices)
            self._run(partial(self._glimpse.read, marked.slices))

    def take_in(self, found: object) -> bool:
        """Take in what was read; whether that is what stands under the marked row."""
        marked = self._marked
        if isinstance(found, WorkedOut):
            self._review.take_in(found)
            if marked is not None:
                self.look(marked)
            return marked is not None
        if not isinstance(found, Cases) or found.glimpse is not self._glimpse:
            return False
        self._known[found.slices] = found
        for old in list(self._known)[:-KEPT]:
            del self._known[old]
        if marked is None or marked.slices != found.slices:
            return False
        self._marked = None
        self._show(marked, found)
        return True

    def fail(self, why: str) -> None:
        """What was asked for could not be read."""
        self._marked = None
        self.under = lambda width, rows: _sentence(why, width)

    def _show(self, marked: Marked, known: Cases) -> None:
        found = known.found
        if found is None:
            self.under = lambda width, rows: _sentence(known.why, width)
            return
        self.under = lambda width, rows: first_cases(
            found, known.cases[: max(0, rows - 2)], marked.name, marked.count, width, marked.note
        )


def _sentence(text: str, width: int) -> list[Line]:
    return list(wrapped([chunk(label(text))], width))
