"""What changed: the flow of a backlog from then to now, and the people behind each number of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import BindingType

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.flow.slices import FlowBySlice
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.export.board import rows_of
from boardtui.export.export import Export
from boardtui.panels.flow.groups import group_of
from boardtui.panels.flow.page import (
    CRUMB,
    Shown,
    backlogs_shown,
    first_shown,
    flow_rows,
    table_shown,
)
from boardtui.panels.flow.table import Order
from boardtui.panels.flow.written import all_numbers, written_lines
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import text_of
from boardtui.screens.beside.beside_screen import BesideScreen
from boardtui.screens.beside.flow_keys import FLOW_KEYS
from boardtui.screens.board.working import SLICED
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import leading

ROOMY = 100
"""Columns from which what each key does is told in full."""


class FlowScreen(BesideScreen):
    """The flow of one backlog, or of both side by side, with a table of it by unit or risk."""

    BINDINGS: ClassVar[list[BindingType]] = FLOW_KEYS
    name_of_page = "flow"
    named = "what changed"
    crumb = CRUMB
    needs = ("slices",)

    def __init__(
        self, board: Board, palette: Palette, notes: tuple[str, ...], card: str | None = None
    ) -> None:
        """Take what is shown, and the card that was looked at on the board."""
        self._shown = first_shown(board, card)
        self._sought: tuple[str, str] | None = None
        super().__init__(board, palette, notes)

    def rows(self, board: Board, width: int, height: int) -> Rows:
        return flow_rows(board, self._shown, width, height, self.notes)

    @property
    def number(self) -> FlowNumber | None:
        """The current number of a flow."""
        subject = self.view.subject
        return subject if isinstance(subject, FlowNumber) else None

    @property
    def card_name(self) -> str:
        """The card that a screen opened from here begins with."""
        return BACKLOGS[self._shown.backlog].overdue_name

    def foot(self) -> Iterator[tuple[str, str]]:
        yield "flow.back", "back"
        if self.number is not None:
            months = self.why_not("flow.months") is None
            if self.view.board.review.cases_open:
                words = self.told("the people of this part", "people")
                # The words of one key make room for another key.
                yield "flow.open", "people" if months and self.view.size.width < ROOMY else words
            yield "flow.other", other_than(self._shown.backlog)
            if months:
                yield "flow.months", self.told("month by month", "months")
            if self.why_not("flow.dimension") is None:
                yield "flow.dimension", f"by {DIMENSIONS[self._other_dimension].inside}"
        if pages := self._pages:
            yield "flow.right", f"columns {self._shown.columns + 1} of {pages}"
        yield "baseline", "other then"
        yield "flow.help", "keys"
        if self.number is not None:
            yield "flow.define", "define"
        yield "write", "write"
        if self._in_table:
            yield "flow.sort", "sort"

    def why_not(self, name: str) -> str | None:
        """Why a key does nothing: no months lie between, or it is closed to who is shown."""
        if name == "flow.months":
            return self.view.board.start.too_few
        closes = self.view.board.review.audience.closes
        return closes(Way.CROSSES) if name in ("flow.dimension", "flow.sort") else None

    # What is shown

    def go_to_number(self, backlog: str, title: str) -> None:
        """Make a number of a backlog current: at once, or when the screen is laid out."""
        self._sought = (backlog, title)
        self._change(replace(self._shown, backlog=backlog, columns=0, order=None))
        self._seek()

    def _seek(self) -> None:
        numbers = [each for each in self.view.subjects() if isinstance(each, FlowNumber)]
        named = [(number.flow.backlog, number.title) for number in numbers]
        if self._sought in named:
            number = numbers[named.index(self._sought)]
            self._sought = None
            self.view.go_to(self.view.subjects().index(number))

    def on_full_view_laid_out(self) -> None:
        if self._sought is not None:
            self.view.laid_out_again()
            self._seek()

    def action_other(self) -> None:
        """To the other backlog: beside this one, or in its place."""
        backlog = other_than(self._shown.backlog)
        sides = self._sides
        if len(sides) > 1:
            self.view.go_to_side(sides.index(backlog))
        else:
            self._change(replace(self._shown, backlog=backlog, columns=0, order=None))

    def action_dimension(self) -> None:
        """The table by the other dimension."""
        dimension = self._other_dimension
        self._change(replace(self._shown, dimension=dimension, columns=0, order=None))

    def action_aside(self, by: int) -> None:
        """To the number beside; past the last column that has room, to further columns."""
        if self.view.aside(by) or not self._in_table:
            return
        page = self._shown.columns + by
        if 0 <= page < self._pages:
            self._change(replace(self._shown, columns=page))
            self.view.end_of(-by)

    def action_sort(self) -> None:
        """The rows of the table by the current column; again, the other way round."""
        number = self.number
        group = group_of(number) if number is not None and self._in_table else None
        if group is None:
            self.app.notify("Go to a column of the table to sort by it.")
            return
        order = Order(group.title)
        if self._shown.order == order:
            order = Order(group.title, largest_first=False)
        self._change(replace(self._shown, order=order))

    def on_rows_view_moved(self) -> None:
        place = self.view.place
        if place is not None:
            self._shown = replace(self._shown, backlog=self._sides[place.side])
            self.view.draw()

    def _change(self, shown: Shown) -> None:
        self._shown = shown
        self.view.renew()

    @property
    def _sides(self) -> list[str]:
        """The backlogs side by side on the screen, or the one that is there."""
        return backlogs_shown(self.view.board, self._shown, self.view.size.width)

    @property
    def _other_dimension(self) -> str:
        return next(name for name in SLICED if name != self._shown.dimension)

    @property
    def _in_table(self) -> bool:
        number = self.number
        return number is not None and isinstance(number.flow, FlowBySlice)

    @property
    def _pages(self) -> int:
        """The pages of the table's columns, where the current number is in it."""
        width = self.view.size.width // len(self._sides)
        board, backlog = self.view.board, self._shown.backlog
        table = table_shown(board, backlog, self._shown, width) if self._in_table else None
        return table.pages if table else 0

    # What it leads to

    def action_open(self) -> None:
        """The people behind a number."""
        if (number := self.number) is not None:
            crumb = f"{CRUMB} › {number.flow.backlog} › {number.title}"
            leading(self).open_people(number, crumb)

    def export(self) -> Export:
        """All of both backlogs: as text with every table, and each number as a row."""
        board = self.view.board
        numbers = all_numbers(board)
        return replace(
            super().export(),
            count=len(numbers),
            rows=rows_of(board, numbers),
            text=lambda: (text_of(line) for line in written_lines(board, self.notes)),
        )


def other_than(backlog: str) -> str:
    """The backlog beside another."""
    return next(name for name in BACKLOGS if name != backlog)
