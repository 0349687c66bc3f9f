"""The fan of a forecast: what was, and for each month ahead the median on its band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from boardtui.core.words.days import MONTHS
from boardtui.panels import cells
from boardtui.panels.text import Line, Role, chunk, quiet, space
from boardtui.panels.trend.canvas import Canvas
from boardtui.panels.trend.scale import Upright, upright
from boardtui.review.forecast.forecast import Forecast

WAS, MEDIAN, BAND = "█", "━", "▒"
"""What was, what is in the middle of the runs, and the middle 80% of them."""

LEAST_ROWS = 5
"""Rows of a picture at the least: fewer show nothing."""

WIDEST = 7
"""Columns of a month at the most."""

NAMED = 4
"""Columns of a month from which it has its name beneath it; else every other one has, or third."""


def fan(found: Forecast, width: int, height: int) -> list[Line]:
    """The picture for a width and a height, with its scale and its months; none without room."""
    assert found.outcome is not None
    rows = height - 1
    if rows < LEAST_ROWS:
        return []
    past = [*found.past, (found.as_at, float(found.overdue))]
    ahead = found.outcome.months
    numbers = [value for _, value in past] + [float(month.high) for month in ahead]
    scale = upright([0.0, *numbers], rows)
    left = max(cells.width(scale.text(tick)) for tick in scale.ticks()) + 1
    count = len(past) + len(ahead)
    if (width - left) // count < 3:
        # Without room for what was, the months ahead and the day itself are what matters.
        past, count = past[-1:], len(ahead) + 1
    wide = max(1, min(WIDEST, (width - left) // count))
    canvas = Canvas(count * wide, rows)
    bar = max(1, wide - 1)
    for place, (_, value) in enumerate(past):
        for y in range(_row(scale, value, rows), rows):
            canvas.put(
                place * wide, y, WAS * bar, Role.BAR if place == len(past) - 1 else Role.BAR_THEN
            )
    for place, month in enumerate(ahead, start=len(past)):
        for y in range(_row(scale, month.high, rows), _row(scale, month.low, rows) + 1):
            canvas.put(place * wide, y, BAND * bar, Role.BAR_GONE)
        canvas.put(place * wide, _row(scale, month.median, rows), MEDIAN * bar, Role.HEADLINE)
    days = [day for day, _ in past] + [month.as_at for month in ahead]
    return [*_beside(canvas.lines(), scale, left, rows), _axis(days, wide, left)]


def _row(scale: Upright, value: float, rows: int) -> int:
    return round((1 - scale.part(value)) * (rows - 1))


def _beside(lines: Sequence[Line], scale: Upright, left: int, rows: int) -> Iterator[Line]:
    """The rows of the picture, with the numbers of its scale before them."""
    numbers = {_row(scale, tick, rows): scale.text(tick) for tick in scale.ticks()}
    for y, line in enumerate(lines):
        number = numbers.get(y, "")
        lead = (space(left - 1 - cells.width(number)), chunk(quiet(number)), space(1))
        yield (*(piece for piece in lead if piece.width), *line)


def _axis(days: Sequence[date], wide: int, left: int) -> Line:
    """The months beneath the picture; January with its year, where that has room."""
    field = Canvas(len(days) * wide, 1)
    every = next(step for step in range(1, NAMED + 1) if step * wide >= NAMED)
    for place, day in enumerate(days):
        if (len(days) - 1 - place) % every == 0:
            at = min(place * wide, field.width - len(MONTHS[0]))
            field.put(at, 0, MONTHS[day.month - 1], Role.QUIET)
    return (space(left), *field.lines()[0])


def legend() -> Line:
    """What the signs of the picture mean."""
    return (
        chunk(quiet("overdue: "), WAS, quiet(" as it was   ")),
        chunk(MEDIAN, quiet(" median of the runs   ")),
        chunk(BAND, quiet(" the middle 80% of them")),
    )
