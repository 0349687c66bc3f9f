"""A figure over the years by slices, as a table: a row for each slice, a column for each year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct

from boardtui.core.comparing.comparison import Comparison
from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.figure.figure import Figure
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import value_text
from boardtui.panels.bar_table import NOTHING, BarColumn
from boardtui.panels.cards.words import label, line, strong
from boardtui.panels.series.series import Series
from boardtui.panels.text import Line, Role, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.trend.years import Years


class Row(Struct, frozen=True):
    """A slice with its figures, oldest first; None where the day has no such slice."""

    value: str | None
    figures: tuple[Figure | None, ...]


def years_series(told: Years) -> Series[Row] | None:
    """The table of a figure over the years; None where there are no slices."""
    # The table has the last row first, as of months.
    rows = [Row(value, figures) for value, figures in reversed(told.rows)]
    if not rows:
        return None
    by = DIMENSIONS[told.dimension].inside
    return Series(
        crumb=f"Board › {told.measure.title} › over years by {by}",
        every=by,
        rows=rows,
        columns=list(_columns(told)),
        name=lambda row: slice_title(told.dimension, row.value),
        subjects=lambda row: _subjects(told, row),
        begin=rows[-1],
        statement=lambda width, digits: _statement(told, width),
        under=lambda row, width: [],
    )


def _columns(told: Years) -> Iterator[BarColumn[Row]]:
    """The latest year first, with the bars of now; the one before with those of then."""
    last = len(told.days) - 1
    roles = {last: Role.BAR, last - 1: Role.BAR_THEN}
    for place in range(last, -1, -1):
        need = last - place
        bar = roles.get(place)
        head = day_text(told.days[place])
        yield BarColumn(f"{place}", head, _text(place), _number(place), need, Role.TEXT, bar)


def _text(place: int) -> Callable[[Row], str]:
    def text(row: Row) -> str:
        figure = row.figures[place]
        return value_text(figure, unit=False) if figure is not None else NOTHING

    return text


def _number(place: int) -> Callable[[Row], float | None]:
    def number(row: Row) -> float | None:
        figure = row.figures[place]
        return figure.value if figure is not None else None

    return number


def _subjects(told: Years, row: Row) -> list[ComparedFigure]:
    known = [figure for figure in reversed(row.figures) if figure is not None]
    return [ComparedFigure(told.measure, each, Comparison(each, None)) for each in known]


def _statement(told: Years, width: int) -> list[Line]:
    by = DIMENSIONS[told.dimension].inside
    days: list[date] = list(told.days)
    span = f" by {by}, {day_text(days[0])} to {day_text(days[-1])}"
    what = line(strong(told.measure.title), label(span))
    notes = [f"Counted otherwise from {each}." for each in told.breaks]
    return [what, *(each for note in notes for each in wrapped(line(label(note)), width))]
