"""Looking for the row of a sheet that names the columns, and handing on the rows below it."""

from __future__ import annotations

from collections.abc import Callable

from boardtui.ingest.limits import Limits
from boardtui.ingest.sheets.cell import Merge, Raw, Show, Sink

LOOKED_AT = 20
"""The first rows of a sheet, of which one may name the columns."""


class Looking:
    """A sink that looks for a header in a sheet's first rows.

    `known` says how many columns of the wanted kind a row names, and whether the required ones are
    all among them. Once they are, `below` gives the sink of the rows below, or None where these
    are not wanted.
    """

    def __init__(
        self,
        show: Show,
        limits: Limits,
        known: Callable[[list[str]], tuple[int, bool]],
        below: Callable[[list[str], int], Sink | None],
    ) -> None:
        self._show, self._limits = show, limits
        self._known, self._below = known, below
        self._number = 0
        self._cells: dict[int, Raw] = {}
        self._far = 0
        self._hidden_columns: list[tuple[int, int]] = []
        self._rest: Sink | None = None
        self.done = False
        self.found = False
        """Whether a row names all columns that are required."""
        self.filled = False
        """Whether a cell of the first rows is filled in at all."""
        self.best: list[str] = []
        """The names of the row that names most columns, where none names all that are required."""
        self.best_row = 0
        self.most = 0
        """How many columns of the wanted kind that row names."""

    def row(self, number: int, hidden: bool) -> Callable[[int, Raw], None]:
        if self._rest is not None:
            return self._rest.row(number, hidden)
        self._number = number
        self._cells.clear()
        self._far = 0
        self.done = self.done or number > LOOKED_AT
        return self._cell

    def _cell(self, column: int, raw: Raw) -> None:
        if column < self._limits.columns:
            self._cells[column] = raw
        else:
            self._far = column

    def end_row(self, times: int = 1) -> None:
        if self._rest is not None:
            self._rest.end_row(times)
        elif not self.done and self._cells:
            self._see(times)

    def _see(self, times: int) -> None:
        names = [""] * (max(self._cells) + 1)
        for column, raw in self._cells.items():
            names[column] = self._show(raw).text.strip()
        self.filled = self.filled or any(names)
        most, all_required = self._known(names)
        if all_required:
            self.found = True
            self._limits.see_column(self._number, self._far)
            self._rest = self._below(names, self._number)
            self.done = self._rest is None
            self._hand_on(times - 1)
        elif most > self.most:
            self.best, self.best_row, self.most = names, self._number, most

    def _hand_on(self, times: int) -> None:
        """Tell the sink of the rows below what it has missed: a header that stands there twice."""
        if self._rest is None:
            return
        for first, last in self._hidden_columns:
            self._rest.hidden_columns(first, last)
        if times:
            take = self._rest.row(self._number + 1, False)
            for column, raw in self._cells.items():
                take(column, raw)
            self._rest.end_row(times)

    def merged(self, merge: Merge) -> None:
        if self._rest is not None:
            self._rest.merged(merge)

    def hidden_columns(self, first: int, last: int) -> None:
        if first < self._limits.columns:
            self._hidden_columns.append((first, last))
            self._limits.see_columns(len(self._hidden_columns))
