"""The picture of a trend: points and lines, mean and limits, gaps as gaps, breaks with a line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct

from boardtui.core.trend.point import Gap, Point
from boardtui.core.trend.trend import Kind, Run, Trend, value_of
from boardtui.core.words.days import MONTHS, month_text
from boardtui.panels import cells
from boardtui.panels.text import Line, Role, chunk, quiet, space
from boardtui.panels.trend.canvas import TALL, WIDE, Canvas
from boardtui.panels.trend.scale import Upright, upright
from boardtui.review.trend.trends import Told

POINT, FLAGGED, SAID, WITHHELD = "●", "◆", "◇", "c"
"""A month, one that is flagged, what was published, and one that is hidden."""

MEAN, LIMIT, BREAK, AXIS = "─", "╌", "┊", "─"

GAP = "gap"
"""Stands beneath a month without a point, where years leave room for it."""

LEGEND_LEAST = 70
"""The columns from which limits and mean are named beside them."""

LEAST_ROWS = 4
"""Rows of a picture at the least: fewer show nothing."""

OPEN_UP = "↑"


class _Place(Struct, frozen=True):
    """Where things stand on a field of cells."""

    slots: tuple[Point | Gap, ...]
    scale: Upright
    width: int
    height: int
    first: date
    days: int
    """From the first day of the time to the last."""

    def x(self, day: date) -> float:
        """How far along a day stands, in dots."""
        return (day - self.first).days / max(1, self.days) * (self.width * WIDE - 1)

    def y(self, value: float) -> float:
        return (1 - self.scale.part(value)) * (self.height * TALL - 1)

    def column(self, day: date) -> int:
        return round(self.x(day)) // WIDE

    def row(self, value: float) -> int:
        return round(self.y(value)) // TALL


def chart(told: Told, width: int, height: int) -> list[Line]:
    """The picture for a width and a height, with its axes; nothing where it has no room."""
    values = list(_values(told))
    rows = height - 2
    if rows < LEAST_ROWS or not values:
        return []
    scale = upright(values, rows)
    left = max(cells.width(scale.text(tick)) for tick in scale.ticks())
    legend = _legend(told.trend) if width >= LEGEND_LEAST else {}
    right = max((cells.width(word) + 1 for word in legend), default=0)
    room = width - left - 1 - right
    days = [slot.slot for slot in (*told.trend.slots, *told.said.slots)]
    place = _Place(told.trend.slots, scale, room, rows, min(days), (max(days) - min(days)).days)
    canvas = Canvas(room, rows)
    _draw(canvas, told, place)
    return [
        _breaks(told.trend, place, left),
        *_beside(canvas.lines(), scale, legend, place, left),
        _axis(told, place, left),
    ]


def _values(told: Told) -> Iterator[float]:
    """Every number that has to have its place on the scale."""
    for trend in (told.trend, told.said):
        for point, _ in trend.points:
            yield from (each for each in (point.value, point.low, point.high) if each is not None)
        for run in trend.runs:
            if run.limits is not None and run.lower is not None:
                yield from (run.lower, run.limits.upper)


def _legend(trend: Trend) -> dict[str, float]:
    """What stands beside the last run's lines, with its height."""
    if not trend.runs:
        return {}
    run = trend.runs[-1]
    if run.limits is not None and run.lower is not None:
        lines = {"upper": run.limits.upper, "mean": run.limits.mean, "lower": run.lower}
        return {f"{name} {_one_place(value)}": value for name, value in lines.items()}
    if run.median is not None:
        return {f"median {_one_place(run.median)}": run.median}
    return {}


def _one_place(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")


def _draw(canvas: Canvas, told: Told, place: _Place) -> None:
    for run in told.trend.runs:
        _lines_of_run(canvas, told.trend, run, place)
    for run in told.trend.runs[1:] if told.trend.kind is not Kind.PUBLISHED else ():
        x = _break_at(told.trend, run, place)
        for y in range(place.height):
            canvas.put(x, y, BREAK, Role.QUIET)
    for run in told.trend.runs:
        _joined(canvas, told.trend, run, place)
    _points(canvas, told.said, place, SAID)
    _points(canvas, told.trend, place, POINT)


def _lines_of_run(canvas: Canvas, trend: Trend, run: Run, place: _Place) -> None:
    """The mean and the limits of a run, or its median, from its first month to its last."""
    start = place.column(trend.slots[run.places[0]].slot)
    end = place.column(trend.slots[run.places[-1]].slot)
    lines = [(run.median, MEAN)]
    if run.limits is not None:
        lines = [(run.lower, LIMIT), (run.upper, LIMIT), (run.limits.mean, MEAN)]
    for value, sign in lines:
        if value is not None:
            canvas.put(start, place.row(value), sign * (end - start + 1), Role.QUIET)


def _joined(canvas: Canvas, trend: Trend, run: Run, place: _Place) -> None:
    """The line from each value to the next; none over a gap, nor from a source to another."""
    slots = [trend.slots[each] for each in run.places]
    for before, after in pairwise(slots):
        start, end = value_of(before), value_of(after)
        if start is not None and end is not None:
            canvas.line((place.x(before.slot), place.y(start)), (place.x(after.slot), place.y(end)))


def _points(canvas: Canvas, trend: Trend, place: _Place, sign: str) -> None:
    """Each point, with what its hedge allows as an upright bar; the mark of one that is hidden."""
    crowded = len(trend.slots) > place.width
    for point, rules in trend.points:
        x = place.column(point.slot)
        if point.value is None:
            if point.suppressed:
                canvas.put(x, place.height - 1, WITHHELD, Role.QUIET)
            continue
        _hedge(canvas, point, x, place)
        if rules:
            canvas.put(x, place.row(point.value), FLAGGED, Role.HEADLINE)
        elif not crowded:
            role = Role.BAR if sign == POINT else Role.NUMBER
            canvas.put(x, place.row(point.value), sign, role)


def _hedge(canvas: Canvas, point: Point, x: int, place: _Place) -> None:
    if point.low is None or (point.low, point.high) == (point.value, point.value):
        return
    top = place.row(point.high) if point.high is not None else 0
    for y in range(top, place.row(point.low) + 1):
        canvas.put(x, y, "│", Role.BAR)
    if point.high is None:
        canvas.put(x, 0, OPEN_UP, Role.BAR)


def _break_at(trend: Trend, run: Run, place: _Place) -> int:
    """The column of a break: halfway between the last point before it and the first after."""
    first = run.places[0]
    before = max((each for other in trend.runs for each in other.places if each < first), default=0)
    ends = (trend.slots[before].slot, trend.slots[first].slot)
    return round(sum(place.x(day) for day in ends) / 2) // WIDE


def _breaks(trend: Trend, place: _Place, left: int) -> Line:
    """The line over the picture: each break with its reason, as far as there is room."""
    if trend.kind is Kind.PUBLISHED or len(trend.runs) < 2:
        return ()
    field = Canvas(place.width, 1)
    at = [(_break_at(trend, run, place), run) for run in trend.runs[1:]]
    ends = [x for x, _ in at[1:]] + [place.width]
    for (x, run), end in zip(at, ends, strict=True):
        month = month_text(trend.slots[run.places[0]].slot)
        words = f"{BREAK} from {month}: {(run.why or '').partition('; before')[0]}"
        if cells.width(words) > end - x - 1:
            short = f"{BREAK} from {month}"
            words = short if cells.width(short) <= end - x - 1 else BREAK
        field.put(x, 0, words, Role.QUIET)
    return (space(left + 1), *field.lines()[0])


def _beside(
    lines: list[Line], scale: Upright, legend: dict[str, float], place: _Place, left: int
) -> Iterator[Line]:
    """The rows of the picture between the numbers of its scale and the names of its lines."""
    numbers = {place.row(tick): scale.text(tick) for tick in scale.ticks()}
    names: dict[int, str] = {}
    for word, value in legend.items():
        row = place.row(value)
        while row in names:
            row += 1
        names[row] = word
    for y, line in enumerate(lines):
        number = numbers.get(y, "")
        lead = (space(left - cells.width(number)), chunk(quiet(number)), space(1))
        name = (space(1), chunk(quiet(names[y]))) if y in names else ()
        yield (*(piece for piece in lead if piece.width), *line, *name)


FEW_MONTHS = 15
"""Up to so many months each has its name beneath it; of more the years have."""


def _axis(told: Told, place: _Place, left: int) -> Line:
    """The time beneath the picture: years where they begin, or months where they are few."""
    field = Canvas(place.width, 1)
    months = [slot.slot for slot in told.trend.slots]
    missing = {gap.slot for gap in told.trend.gaps}
    span = place.days // 28
    used = -1
    ticks = _year_starts(place) if span > FEW_MONTHS else months
    for day in ticks or months[:1]:
        years = span > FEW_MONTHS or told.trend.kind is Kind.PUBLISHED
        name = GAP if day in missing else MONTHS[day.month - 1]
        word = str(day.year) if years else name
        x = min(place.column(day), place.width - cells.width(word))
        if x > used and x >= 0:
            field.put(x, 0, word, Role.QUIET)
            used = x + cells.width(word)
    for gap in told.trend.gaps:
        x = place.column(gap.slot) - 1
        if x > 0 and field.is_free(x - 1, 0, len(GAP) + 2):
            field.put(x, 0, GAP, Role.QUIET)
    return (space(left + 1), *field.lines()[0])


def _year_starts(place: _Place) -> list[date]:
    last = date.fromordinal(place.first.toordinal() + place.days)
    years = [date(year, 1, 1) for year in range(place.first.year, last.year + 1)]
    return [day for day in years if place.first <= day <= last]
