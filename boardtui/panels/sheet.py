"""A screen of one table, laid out as plain text: what is above it, in it and under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from boardtui.core.words.ascii import here_utf8
from boardtui.panels.table import Column
from boardtui.panels.text import Line

MARGIN = 3
"""The blank cells before every row of a table, in which the cursor stands."""


def cursor() -> str:
    """What stands before the current row, or the current cell of it."""
    return "▌" if here_utf8() else ">"


class Sheet(Struct, frozen=True):
    """What a screen of one table shows; rows are asked for as they come in sight.

    `row` gives a row by its place, and whether it is the current one. The `total` stands under the
    rows, and is one more place to go to. `room` is how many rows are in sight at the most. `below`
    stands under the table; `empty` in the place of rows where there are none.
    """

    top: Sequence[Line]
    columns: Sequence[Column]
    heads: Line
    count: int
    row: Callable[[int, bool], Line]
    room: int
    total: Callable[[bool], Line] | None = None
    below: Sequence[Line] = ()
    empty: Line = ()

    @property
    def last(self) -> int:
        """The last place that can be gone to: the total, where there is one."""
        return self.count - 1 + (self.total is not None)
