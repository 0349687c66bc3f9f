"""A figure over months or years: a table with bars, and what was said of the marked row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from boardtui.export.export import Export
from boardtui.panels.series.page import series_sheet
from boardtui.panels.series.series import Series, SeriesTable
from boardtui.panels.sheet import Sheet
from boardtui.panels.table import Sort
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.sheet_view import SheetView
from boardtui.screens.drawing.table_screen import TableScreen
from boardtui.screens.keys.keys import key_caps
from boardtui.screens.keys.movement import jumps, pages, steps
from boardtui.screens.keys.over_months import over_months
from boardtui.screens.keys.ways import EVERYWHERE, TO_CARDS, OverMonths, leading

Made = Callable[[Review], Series[Any] | None]
"""Makes a series of a review; None where it has none."""


class SeriesScreen(TableScreen):
    """A series, the latest row first."""

    named = "table over time"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="series.back", tooltip="Back to the board"),
        Binding(
            "d",
            "define",
            "define",
            id="series.define",
            tooltip="Definition, base and source of the current row",
        ),
        Binding(
            "s",
            "sort",
            "sort",
            id="series.sort",
            tooltip="Sort by the next column; g and a letter take any",
        ),
        Binding("S", "reverse", "turn round", id="series.reverse", tooltip="Turn the order round"),
        Binding("question_mark", "help", "keys", id="series.help", tooltip="List the keys"),
        *steps("series", "row"),
        jumps("series", "row"),
        *pages("series", "row"),
        *EVERYWHERE,
        *TO_CARDS,
        Binding("q", "app.quit", "quit", show=False, id="series.quit", tooltip="Leave boardtui"),
    ]

    def __init__(self, review: Review, made: Made, series: Series[Any], palette: Palette) -> None:
        super().__init__()
        self._review, self._made = review, made
        self._table: SeriesTable[Any] = SeriesTable(series)
        self.view = SheetView(self._sheet, palette, key_caps(self))
        self.view.current = self._table.rows.index(series.begin)

    def renew(self, review: Review) -> None:
        """Show the same of another review; what was there stays where that has none of it."""
        if review is self._review:
            return
        series = self._made(review)
        self._review = review
        if series is not None:
            sort, self._table = self._table.sort, SeriesTable(series)
            self._table.sort_by(sort)
        self.view.renew()

    def _sheet(self, width: int, height: int) -> Sheet:
        return series_sheet(self._review, self._table, self.view.current, width, height)

    @on(SheetView.Moved)
    def _moved(self) -> None:
        self.view.know_more()

    def _subjects(self) -> list[ComparedFigure]:
        row = self._table.at(self.view.current)
        return self._table.series.subjects(row) if row is not None else []

    def action_sort(self) -> None:
        names = self._table.sorts
        here = names.index(self._table.sort.column)
        self._sort(Sort(names[(here + 1) % len(names)], descending=True))

    def action_reverse(self) -> None:
        self._sort(self._table.sort.turned)

    @on(SheetView.HeadChosen)
    def _sort_by_head(self, event: SheetView.HeadChosen) -> None:
        here = self._table.sort
        turned = here.column == event.column
        self._sort(here.turned if turned else Sort(event.column, descending=True))

    def _sort(self, sort: Sort) -> None:
        self._table.sort_by(sort)
        self.view.renew(0)

    def over_months(self) -> OverMonths | None:
        return over_months(next(iter(self._subjects()), None))

    @on(SheetView.Opened)
    def action_define(self) -> None:
        if subjects := self._subjects():
            leading(self).define(subjects[0])

    def awaited(self) -> str | None:
        return leading(self).awaited_of(("figures",))

    def export(self) -> Export:
        """Every row, with all its columns; as rows every figure by itself."""
        from boardtui.export.series import exported

        return exported(self._review, self._table)
