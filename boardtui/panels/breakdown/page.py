"""A breakdown as a screen: the statement, the table, and what stands under the marked slice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from boardtui.panels.breakdown.naming import by_words, crumbs
from boardtui.panels.breakdown.slice_table import SliceTable
from boardtui.panels.breakdown.statement import digits_for, statement
from boardtui.panels.cards.words import label, line
from boardtui.panels.head import head
from boardtui.panels.notes import notes_of
from boardtui.panels.sheet import MARGIN, Sheet
from boardtui.panels.text import Line, space, wrapped
from boardtui.review.breakdown import Breakdown
from boardtui.review.day.review import Review

if TYPE_CHECKING:
    from boardtui.panels.breakdown.cross import CrossTable

Under = Callable[[int, int], list[Line]]
"""Gives what stands under the table, for a width and so many rows at the most."""

LEAST_UNDER, MOST_UNDER = 10, 15
"""The rows of what stands under a table, with the blank one above: kept for it under a long one,
and at the most on a screen of 36 rows: more would not be read."""


class Page(Struct, frozen=True):
    """What a screen of a breakdown shows; `table` is None where there is none, and `why` says why.

    `state` is what is to be known of it for the moment.
    """

    review: Review
    breakdown: Breakdown
    table: SliceTable | CrossTable | None
    why: str = ""
    state: str = ""
    under: Under | None = None

    def sheet(self, width: int, height: int) -> Sheet:
        """The sheet for a screen of a size."""
        where = self.breakdown if self.table or self.why or self.state else self.whole
        top = [head(self.review, width, *crumbs(where), then=False)]
        tall = height >= 16
        room = max(1, width - 2)
        stated = statement(self.review, self.breakdown, room, digits_for(width, height))
        notes = [each for note in self._notes() for each in wrapped(line(label(note)), room)]
        above = [*stated, *notes]
        blank = [()] if tall else []
        top += [*blank, *((space(1), *each) if each else () for each in above), *blank]
        rest = height - len(top) - 2
        if self.table is None:
            told = self._below(width - MARGIN - 1, rest) if self.under and not self.why else []
            words = line(label(self.why or self.state))
            return Sheet(
                top, (), (), 0, lambda place, current: (), max(1, rest), below=told, empty=words
            )
        rest -= 1  # for the total
        seen = max(1, min(max(1, self.table.count), rest))
        below: list[Line] = []
        if self.under is not None:
            seen = max(1, min(seen, max(rest - LEAST_UNDER, rest * 3 // 5)))
            below = self._below(width - MARGIN - 1, min(rest - seen, MOST_UNDER * height // 36))
        return _tabled(self.table, top, width - MARGIN - 1, seen, below)

    @property
    def whole(self) -> Breakdown:
        """The same, not told apart by anything."""
        return Breakdown(self.breakdown.measure, (), self.breakdown.within)

    def unseen(self, width: int) -> bool:
        """Whether some columns have no room, but for the one that they are sorted by."""
        if not isinstance(self.table, SliceTable):
            return False
        return bool(self.table.laid_out(width - MARGIN - 1).unseen)

    def _notes(self) -> list[str]:
        figures = self.review.figures(self.breakdown.measure, self.breakdown.within)
        assumed = dict.fromkeys(one.assumed for one in figures if one.assumed)
        notes = [*notes_of(self.review), *filter(None, assumed)]
        if isinstance(self.table, SliceTable) and self.table.then_unknown:
            by = by_words(self.breakdown.by[0])
            notes.append(f"then by {by} not known: {self.table.then_unknown}")
        return [*notes, *([self.state] if self.state else [])]

    def _below(self, width: int, rows: int) -> list[Line]:
        assert self.under is not None
        lines = self.under(width, rows - 1)[: max(0, rows - 1)]
        return [(), *lines] if lines else []


def _tabled(
    table: SliceTable | CrossTable, top: list[Line], width: int, seen: int, below: list[Line]
) -> Sheet:
    empty = line(label("no such row: / changes the words" if table.words else "no figure"))
    if not isinstance(table, SliceTable):
        columns, shown = table.laid_out(width)
        return Sheet(
            top,
            columns,
            table.heads(columns),
            table.count,
            lambda place, current: table.row(columns, shown, place, current=current),
            seen,
            lambda current: table.total(columns, shown, current=current),
            below,
            empty,
        )
    laid = table.laid_out(width)
    scale = table.scale(laid)
    return Sheet(
        top,
        laid.columns,
        table.heads(laid),
        table.count,
        lambda place, current: table.row(laid, scale, place, current=current),
        seen,
        (lambda current: table.total(laid, current=current)) if table.rows.total else None,
        below,
        empty,
    )
