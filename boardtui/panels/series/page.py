"""A series as a screen: the statement, the table, and what was said of the marked row."""

from __future__ import annotations

from typing import Any

from boardtui.panels.breakdown.statement import digits_for
from boardtui.panels.cards.words import label, line
from boardtui.panels.head import STEP, head
from boardtui.panels.notes import notes_of
from boardtui.panels.series.series import Series, SeriesTable
from boardtui.panels.sheet import MARGIN, Sheet
from boardtui.panels.text import Line, space, wrapped
from boardtui.review.day.review import Review


def series_sheet(
    review: Review, table: SeriesTable[Any], current: int, width: int, height: int
) -> Sheet:
    """The sheet for a screen of a size, with the row that is current."""
    room = max(1, width - MARGIN - 1)
    steps = table.series.crumb.split(STEP)
    paths = [STEP.join(steps[start:]) for start in range(len(steps))]
    blank: list[Line] = [()] if height >= 16 else []
    above = table.series.statement(width - 2, digits_for(width, height))
    above += [each for note in notes_of(review) for each in wrapped(line(label(note)), width - 2)]
    top = [head(review, width, *paths, then=False), *blank]
    top += [*((space(1), *each) if each else () for each in above), *blank]
    top += _picture(table.series, width - 2, height - len(top) - 2, blank)
    rest = height - len(top) - 2
    row = table.at(current)
    told = table.series.under(row, room) if row is not None else []
    seen = max(1, min(table.count, rest))
    below: list[Line] = []
    for part in told:
        apart: list[Line] = [()] if not below else []
        if len(below) + len(apart) + len(part) > rest - seen:
            break
        below += [*apart, *part]
    laid = table.laid_out(room)
    scale = table.scale(laid)
    return Sheet(
        top,
        laid.columns,
        table.heads(laid),
        table.count,
        lambda place, marked: table.row(laid, scale, place, current=marked),
        seen,
        below=below,
        empty=line(label(f"no {table.series.every}")),
    )


PICTURE = 0.7
"""The part of the rows that are left which a picture takes at the most."""

TABLE_LEAST = 4
"""The rows that are left to the table beneath a picture."""


def _picture(series: Series[Any], width: int, rows: int, blank: list[Line]) -> list[Line]:
    """The picture of a series that has one, with a blank row beneath where there is room."""
    if series.picture is None:
        return []
    room = min(int(rows * PICTURE), rows - TABLE_LEAST - len(blank))
    drawn = series.picture(width, room)
    return [*((space(1), *each) for each in drawn), *blank] if drawn else []
