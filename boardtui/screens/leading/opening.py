"""The ways into a figure: its card, its page, its breakdown, its cases, one case."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.cards.declared import CARDS
from boardtui.review import NotThereError
from boardtui.review.day.compared import ComparedFigure
from boardtui.screens.leading.boarded import card_of
from boardtui.screens.leading.telling import Telling
from boardtui.store.connection.database import DatabaseUnreadableError

if TYPE_CHECKING:
    from boardtui.core.criterion.dimension import Slices
    from boardtui.core.measures.measure import Backlog
    from boardtui.panels.cards.declared import CardOf
    from boardtui.panels.subject import FlowNumber, Subject
    from boardtui.review.breakdown import Breakdown
    from boardtui.review.cases.cases import CaseList
    from boardtui.review.cases.part_asked import Side, Which
    from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
    from boardtui.store.held.snapshots import SnapshotKey

BESIDE = {
    "compare": ("boardtui.screens.beside.compare_screen", "CompareScreen"),
    "flow": ("boardtui.screens.beside.flow_screen", "FlowScreen"),
    "chain": ("boardtui.screens.beside.chain_screen", "ChainScreen"),
    "inspections": ("boardtui.screens.beside.inspections_screen", "InspectionsScreen"),
    "forecast": ("boardtui.screens.beside.forecast_screen", "ForecastScreen"),
    "forces": ("boardtui.screens.beside.forces_screen", "ForcesScreen"),
}
"""The screens beside the board by what they are asked for: imported when they are."""

CLOSED = "Single cases are closed on this screen."


class Opening(Telling):
    """An app that opens what stands behind a figure."""

    # Cards

    def action_card(self, number: int) -> None:
        """Open the card of a number, which is the same on every screen."""
        self.leave_sheets()
        view = self.board.view
        card = next((each for each in view.there if each.number == number), None)
        if card is None:
            self.notify(f"There is no card {number} on this board.")
            return
        view.go_to_card(number)
        self.open_card(card.of)

    def action_all_cards(self) -> None:
        """A list of all cards, those without data too; the one that is taken is opened."""
        from boardtui.panels.cards.all_cards import all_cards
        from boardtui.screens.dialogs.choosing import ChoosingCard, cards

        self.leave_sheets()
        current = self.board.view.card
        here = current.number if current else None
        found = cards(all_cards(self.board.board))
        self.push_screen(ChoosingCard("All cards", found, here, "0"), self._taken)

    def _taken(self, choice: object) -> None:
        if isinstance(choice, int):
            self.action_card(choice)

    def open_card(self, card: CardOf) -> None:
        """Open a card: the flow, its breakdown, or what its headline is."""
        if card.name == "changed":
            self.action_page("flow")
        elif card.measure is not None and self._is_told(card.measure, card.dimension):
            self.break_down_by(card.measure, card.dimension)
        else:
            self.open_figure(self.board.view.subject, None)

    def _is_told(self, measure: str, dimension: str) -> bool:
        """Whether a measure can be broken down; where that can't be read, opening it says so."""
        try:
            return bool(self.review.now.slices_of(measure, dimension))
        except DatabaseUnreadableError:
            return True

    # Screens beside the board

    def action_page(self, name: str) -> None:
        """Open a screen beside the board, at the card of what is looked at."""
        from boardtui.screens.beside.beside_screen import BesideScreen

        here, board = self.screen, self.board
        if isinstance(here, BesideScreen) and here.name_of_page == name:
            return
        module, of = BESIDE[name]
        made: type[BesideScreen] = getattr(import_module(module), of)
        try:
            made.read(board.board)
        except DatabaseUnreadableError as error:
            self.notify(str(error))
            return
        for need in made.needs:
            board.need(need)
        card, notes = card_of(here), self.notes()
        self.open_over(lambda: made(board.board, self.palette, notes, card))

    def open_part_of_flow(self, backlog: str, name: str) -> None:
        """The screen of what changed, at a number by its name."""
        from boardtui.screens.beside.flow_screen import FlowScreen

        self.action_page("flow")
        if isinstance(self.screen, FlowScreen):
            self.screen.go_to_number(backlog, name)

    # Figures

    def land(self, measure: str, slices: Slices) -> None:
        """Open a figure: broken down to its slices, or its definition where it has none."""
        from boardtui.review.breakdown import breakdown_at

        breakdown, at = breakdown_at(measure, slices, self.review.definition)
        if breakdown is not None:
            self.break_down(breakdown, at)
        elif found := self.review.figures(measure):
            self.define(found[0])

    def open_figure(self, subject: Subject | None, name: str | None) -> None:
        """Open a figure by one dimension; its card's, where it has none, or say what it is."""
        card = next((card for card in CARDS if card.name == name), None)
        if isinstance(subject, ComparedFigure) and self._open_over_time(subject.measure.name):
            return
        measure, dimension, at = _by(subject)
        if measure and dimension and self._is_told(measure, dimension):
            self.break_down_by(measure, dimension, at)
        elif card and card.measure and self._is_told(card.measure, card.dimension):
            self.break_down_by(card.measure, card.dimension)
        elif subject is not None:
            self.define(subject)

    def break_down_by(self, measure: str, dimension: str, at: str | None = None) -> None:
        """Open a figure by one dimension, beginning on a slice."""
        from boardtui.review.breakdown import Breakdown

        self.break_down(Breakdown(measure, (dimension,)), at)

    def break_down(self, breakdown: Breakdown, at: str | None = None) -> None:
        """Open a breakdown, beginning on a slice; what has no slices over the time that it has."""
        if not self._open_over_time(breakdown.measure):
            self.open_over(partial(self._breakdown, breakdown, at))

    def _breakdown(self, breakdown: Breakdown, at: str | None) -> BreakdownScreen:
        from boardtui.review.breakdown import closed
        from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen

        measure, dimension = breakdown.measure, breakdown.by[0]
        if why := closed(self.review, breakdown):
            raise NotThereError(why)
        if not self.review.now.slices_of(measure, dimension):
            title, words = MEASURES[measure].title, DIMENSIONS[dimension].inside
            raise NotThereError(f"{title}: nothing is known by {words} on this day.")
        location = self.board.location
        return BreakdownScreen(self.review, location, breakdown, self.palette, at)

    def open_people(self, number: FlowNumber, crumb: str) -> None:
        """The people behind a number of a flow; what it counts, where no one list holds them."""
        start, now = self.board.board.start.snapshot, self.review.selection.snapshot
        if number.which is None or start is None or now is None:
            self.define(number)
            return
        backlog = BACKLOGS[number.flow.backlog]
        self.open_part(start, now, backlog, number.which, number.slices, crumb, number.counted)

    def _open_over_time(self, measure: str) -> bool:
        """Open a figure by month or by year, where it is told so."""
        from boardtui.screens.breakdown.over_time import over_time
        from boardtui.screens.breakdown.series_screen import SeriesScreen

        made = over_time(measure)
        series = made(self.review) if made else None
        if made is None or series is None:
            return False
        self.open_over(partial(SeriesScreen, self.review, made, series, self.palette))
        return True

    # Cases

    def open_cases(self, measure: str, slices: Slices, crumb: str) -> None:
        """The cases behind a figure; closed where single cases are."""
        from boardtui.review.cases.cases import case_list

        review = self.review
        self._open_list(
            lambda: case_list(
                self.board.database,
                review.selection,
                measure,
                slices,
                review.definition,
                shown=True,
            ),
            crumb,
        )

    def open_part(
        self,
        then: SnapshotKey,
        now: SnapshotKey,
        backlog: Backlog,
        which: Which,
        slices: Slices,
        crumb: str,
        counted: Side | None = None,
    ) -> None:
        """The cases of a part of a flow; closed where single cases are.

        `counted` is the side on which a slice of those who stayed is meant.
        """
        from boardtui.review.cases.part_cases import part_list

        database, review = self.board.database, self.review
        self._open_list(
            lambda: part_list(
                database,
                then,
                now,
                review.selection,
                backlog,
                which,
                slices,
                review.definition,
                counted,
            ),
            crumb,
        )

    def _open_list(self, listed: Callable[[], CaseList], crumb: str) -> None:
        from boardtui.screens.cases.cases_screen import CasesScreen

        if self.cases_open:
            location, palette = self.board.location, self.palette
            self.open_over(lambda: CasesScreen(self.review, listed(), location, palette, crumb))
        else:
            self.notify(self._cases_closed())

    def open_case(self, case_ref: str, crumb: str) -> None:
        """One case; closed where single cases are."""
        from boardtui.screens.cases.case_screen import CaseScreen

        if self.cases_open:
            self.open_over(lambda: CaseScreen(self.review, case_ref, crumb, self.palette))
        else:
            self.notify(self._cases_closed())

    def _cases_closed(self) -> str:
        """Why single cases are closed: by who is shown the board, or on this screen."""
        return self.review.audience.closes(Way.CASES) or CLOSED


def _by(subject: Subject | None) -> tuple[str | None, str | None, str | None]:
    """The measure of a figure, the dimension that it is told apart by first, and its slice."""
    if not isinstance(subject, ComparedFigure):
        return None, None, None
    name, slices = subject.measure.name, subject.figure.slices
    if slices:
        return name, slices[0].dimension, slices[0].value
    return name, next(iter(subject.measure.dimensions), None), None
