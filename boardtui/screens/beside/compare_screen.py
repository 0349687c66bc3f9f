"""Then and now: every figure of either day side by side, and what became of the backlogs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.binding import BindingType

from boardtui.panels.cards.words import DAGGER
from boardtui.panels.compare.blocks import Content
from boardtui.panels.compare.chance import reasoning
from boardtui.panels.compare.content import content_of
from boardtui.panels.compare.declared import section_of
from boardtui.panels.compare.order import OWN, Order
from boardtui.panels.compare.page import CRUMB, ComparedRows, compared_rows
from boardtui.panels.head import head
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Line, chunk, quiet, space, wrapped
from boardtui.screens.beside.beside_screen import BesideScreen
from boardtui.screens.beside.compare_keys import COMPARE_KEYS
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import leading

if TYPE_CHECKING:
    from boardtui.export.export import Export

WRITTEN = (120, 5)
"""The columns of the comparison as text, and the rows of its digits."""


class CompareScreen(BesideScreen):
    """The two sides of the comparison, in pages: the backlogs large, and all else below."""

    BINDINGS: ClassVar[list[BindingType]] = COMPARE_KEYS
    name_of_page = "compare"
    named = "then and now"
    crumb = CRUMB
    needs = ("conclusions",)

    _last: ClassVar[tuple[Board, Content] | None] = None
    """What was read last, so that it need not be made twice."""

    def __init__(
        self, board: Board, palette: Palette, notes: tuple[str, ...], card: str | None = None
    ) -> None:
        """Take what is shown, and the card that was looked at on the board."""
        self._shown = ComparedRows()
        self._order = OWN
        self._first = section_of(card)
        super().__init__(board, palette, notes, card)

    @staticmethod
    def read(board: Board) -> None:
        CompareScreen._last = (board, content_of(board))

    @staticmethod
    def _content(board: Board) -> Content:
        if CompareScreen._last is None or CompareScreen._last[0] is not board:
            CompareScreen.read(board)
        assert CompareScreen._last is not None
        return CompareScreen._last[1]

    def rows(self, board: Board, width: int, height: int) -> ComparedRows:
        self._shown = compared_rows(
            self._content(board), self._top(board, width), width, height, self._order
        )
        return self._shown

    def _top(self, board: Board, width: int) -> list[Line]:
        """The head, and what is to be borne in mind of all of it."""
        told = (wrapped([chunk(quiet(note))], max(1, width - 2)) for note in self.notes)
        notes = [(space(1), *line) for lines in told for line in lines]
        return [head(board.review, width, CRUMB, days=False), *notes]

    def on_full_view_laid_out(self) -> None:
        """Begin with what was looked at on the board; of what changed there is a screen."""
        if self._first is not None and self._first != "changed":
            self._go_to(self._first)
        self._first = None

    @property
    def card_name(self) -> str | None:
        """The card that a screen opened from here begins with."""
        place = self.view.place
        return self._shown.card_at(place.row) if place is not None else None

    def foot(self) -> Iterator[tuple[str, str]]:
        yield "compare.back", "back"
        subject = self.view.subject
        if isinstance(subject, FlowNumber):
            if self.view.board.review.cases_open:
                yield "compare.open", "people"
        elif subject is not None and subject.measure.dimensions:
            yield "compare.open", self.told("break down", "open")
        if self.view.board.start.snapshot is not None:
            yield "flow", "what changed"
        place = self.view.place
        if place is not None and self._shown.can_be_sorted(place.row):
            yield "compare.sort", "sort"
        yield "compare.help", "keys"
        yield "baseline", "other then"
        if subject is not None:
            yield "compare.define", "define"
        yield "write", "write"

    # Moving

    def action_section(self, by: int) -> None:
        """To the first figure of the next section, or of the one before; round and round."""
        firsts, here = self._shown.firsts(), self.view.place
        if here is not None:
            stops = list(firsts)
            place = stops.index(self._shown.stop_at(here.row))
            self.view.go_to(firsts[stops[(place + by) % len(stops)]])

    def _go_to(self, section: str) -> bool:
        place = self._shown.first_of(section)
        if place is not None:
            self.view.go_to(place)
        return place is not None

    # In which order

    def action_sort(self) -> None:
        """The rows of all lists by the next column."""
        self._sort(self._order.next())

    def action_reverse(self) -> None:
        """The rows of all lists the other way round."""
        if self._order.column is None:
            self.app.notify("Sort first, by s: then the order can be turned round.")
        else:
            self._sort(self._order.turned())

    def _sort(self, order: Order) -> None:
        self._order = order
        self.view.renew()

    # What it leads to

    def action_open(self) -> None:
        """The people of a part of what changed; the breakdown of any other figure."""
        subject = self.view.subject
        if isinstance(subject, FlowNumber):
            crumb = f"{CRUMB} › {subject.flow.backlog} › {subject.title}"
            leading(self).open_people(subject, crumb)
        elif subject is not None:
            leading(self).open_figure(subject, self.card_name)

    def action_define(self) -> None:
        """The definition of a figure, and how far chance could go in explaining its difference."""
        if (subject := self.view.subject) is not None:
            leading(self).define(subject, partial(reasoning, self.view.board))

    def export(self) -> Export:
        """All pages: as text, and each figure as a row."""
        from boardtui.export.board import rows_of

        board = self.view.board
        subjects = list(dict.fromkeys(self.view.subjects()))
        return replace(
            super().export(),
            count=len(subjects),
            rows=rows_of(board, subjects),
            text=lambda: iter(self._written(board).splitlines()),
        )

    def _written(self, board: Board) -> str:
        width, largest = WRITTEN
        top = self._top(board, width)
        content = self._content(board)
        found = compared_rows(content, top, width, None, self._order, largest)
        mark = [f"{DAGGER} {content.mark[0]}"] if content.mark else []
        return "\n".join([found.text(), *mark])
