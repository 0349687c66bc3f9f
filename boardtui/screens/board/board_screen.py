"""The first screen: the board, and where its keys lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from boardtui.core.criterion.definition import Definition
from boardtui.core.figure.figure import Figure
from boardtui.panels.cards.declared import CARDS, CardOf
from boardtui.panels.subject import FlowNumber, Subject
from boardtui.review.breakdown import Breakdown
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.selection import Baseline, Catalogue, select
from boardtui.screens.board.board_keys import BOARD_KEYS
from boardtui.screens.board.working_screen import WorkingScreen
from boardtui.screens.dialogs.choice import CANCELLED


class BoardScreen(WorkingScreen):
    """The board of a force on a day, beside a baseline."""

    BINDINGS: ClassVar[list[BindingType]] = BOARD_KEYS

    def action_next_card(self, by: int) -> None:
        self.view.step_card(by)

    def has_card(self, number: int) -> bool:
        """Whether a card of that number stands on this day's board."""
        return any(each.number == number for each in self.view.there)

    def action_card(self, number: int) -> None:
        """Go to a card and open it; one that is not there is not gone to."""
        card = next((each for each in self.view.there if each.number == number), None)
        if card is None:
            self.app.notify(f"There is no card {number} on this board.")
            return
        self.view.go_to_card(number)
        self._open_card(card.of)

    def _open_card(self, card: CardOf) -> None:
        """Open a card: the flow, its breakdown, or what its headline is."""
        if card.name == "changed":
            self.call_later(self.run_action, "app.page('flow')")
        elif card.measure is not None and self.review.figures(card.measure):
            breakdown = Breakdown(card.measure, (card.dimension,))
            self._try(partial(self.break_down, breakdown))
        else:
            self.open_figure(self.view.subject, None)

    def on_cards_view_opened(self) -> None:
        self.action_open()

    @property
    def card_name(self) -> str | None:
        """The name of the current card."""
        return self.view.card.of.name if self.view.card else None

    def action_open(self) -> None:
        """Open the current figure by one dimension; where it has none, say what it is."""
        if isinstance(self.view.subject, FlowNumber):
            self.call_later(self.run_action, "app.page('flow')")
        else:
            self.open_figure(self.view.subject, self.card_name)

    def open_figure(self, subject: Subject | None, panel: str | None) -> None:
        """Open a figure by one dimension; its panel's, where it has none, or say what it is."""
        self._try(partial(self._open_figure, subject, panel))

    def _open_figure(self, subject: Subject | None, name: str | None) -> None:
        card = next((card for card in CARDS if card.name == name), None)
        if isinstance(subject, ComparedFigure) and self._open_over_time(subject.measure.name):
            return
        if isinstance(subject, ComparedFigure) and subject.measure.dimensions:
            slices = subject.figure.slices
            dimension, at = (slices[0].dimension, slices[0].value) if slices else (None, None)
            by = (dimension or subject.measure.dimensions[0],)
            self.break_down(Breakdown(subject.measure.name, by), at)
        elif card is not None and card.measure is not None:
            self.break_down(Breakdown(card.measure, (card.dimension,)))
        elif subject is not None:
            self.define(subject)

    def break_down(self, breakdown: Breakdown, at: str | None = None) -> None:
        """Open a breakdown, beginning on a slice; what has no slices over the time that it has."""
        from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen

        if not self._open_over_time(breakdown.measure):
            screen = BreakdownScreen(self.review, self.location, breakdown, self.view.palette, at)
            self.app.push_screen(screen)

    def _open_over_time(self, measure: str) -> bool:
        """Open a figure by month or by year, where it is told so."""
        from boardtui.screens.breakdown.over_time import over_time
        from boardtui.screens.breakdown.series_screen import SeriesScreen

        made = over_time(measure)
        series = made(self.review) if made else None
        if made is None or series is None:
            return False
        self.app.push_screen(SeriesScreen(self.review, made, series, self.view.palette))
        return True

    def action_choose(self, what: str) -> None:
        self.choose(what, self.view.subject)

    def choose(self, what: str, subject: Subject | None) -> None:
        """Choose a day, a baseline, a definition, or among the figures given for a subject."""
        choosing: dict[str, Callable[[], None]] = {
            "day": self._choose_day,
            "baseline": self._choose_baseline,
            "definition": self._choose_definition,
            "figure": partial(self._choose_figure, subject),
        }
        self._try(choosing[what])

    def _choose_day(self) -> None:
        from boardtui.screens.dialogs.choosing import Choosing, days_to_open

        choices = days_to_open(Catalogue(self.database))
        here = (self.review.selection.force.name, self.review.selection.day)
        self.app.push_screen(Choosing("Open which force and day?", choices, here), self._opened)

    def _choose_baseline(self) -> None:
        from boardtui.screens.dialogs.choosing import Choosing, baselines_of

        choices = baselines_of(Catalogue(self.database), self.review.selection)
        baseline = self.review.selection.baseline
        self.app.push_screen(Choosing("Compare against what?", choices, baseline), self._compared)

    def _opened(self, choice: object) -> None:
        """Open the force and day that was chosen, against its default baseline."""
        if isinstance(choice, tuple):
            self.open_day(*choice)

    def open_day(self, force: str, day: date) -> None:
        """Open a force and day, against its default baseline."""
        self._try(lambda: self.change(select(Catalogue(self.database), force, day)))

    def _compared(self, choice: object) -> None:
        """Compare the day against the baseline that was chosen; the choice None is no baseline."""
        if choice is not CANCELLED:
            baseline = choice if isinstance(choice, Baseline) else None
            self._try(lambda: self.change(replace(self.review.selection, baseline=baseline)))

    def _choose_definition(self) -> None:
        from boardtui.screens.dialogs.choosing import Choosing, definitions_of

        choices = definitions_of(self.review.selection, self.settings.definition)
        title = "Work the figures out under which definition?"
        self.app.push_screen(Choosing(title, choices, self.definition), self._redefined)

    def _redefined(self, choice: object) -> None:
        if isinstance(choice, Definition):
            self._try(lambda: self.change(definition=choice))

    def _choose_figure(self, subject: Subject | None) -> None:
        """Choose which of the figures given for one thing stands on the board."""
        from boardtui.screens.dialogs.choosing import Choosing, figures_of

        if not isinstance(subject, ComparedFigure):
            self.app.bell()
            return
        choices = figures_of(self.review, subject)
        if not choices:
            self.app.bell()
            return
        title = f"{subject.measure.title}: which of the figures given stands on the board?"
        self.app.push_screen(Choosing(title, choices, choices[0].value), self._preferred)

    def _preferred(self, choice: object) -> None:
        if isinstance(choice, Figure):
            self.review.prefer(choice)
            self._try(self.change)
