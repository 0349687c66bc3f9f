"""What a trend says, in sentences: what is flagged, what is not judged, where it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.core.trend.convention import IN_A_ROW, LEAST
from boardtui.core.trend.point import Gap, Point
from boardtui.core.trend.rules import Rule
from boardtui.core.trend.trend import Kind, Run, Trend, value_of
from boardtui.core.words.days import day_text, month_text
from boardtui.core.words.wording import NOT_KNOWN, number_text, value_number

STOCK = (
    "A run chart of what stood at each month's end: each month stands on the one before{how_far}, "
    "so that no limits are drawn and no month is flagged."
)


def point_text(point: Point) -> str:
    """A point's value as it is shown, with its hedge; the mark of a hidden one."""
    if point.suppressed and not point.known:
        return SUPPRESSED
    if point.value is None:
        return point.unknown or NOT_KNOWN
    return point.written or value_number(point.value)


def slot_name(trend: Trend, point: Point) -> str:
    """The month that a point stands for; of what was published its day."""
    return day_text(point.as_at) if trend.kind is Kind.PUBLISHED else month_text(point.slot)


def sentences(trend: Trend) -> Iterator[str]:
    """What is to be said of a trend beside its numbers, the most telling first."""
    if trend.kind is Kind.FLOW and trend.runs:
        yield from _of_flow(trend, trend.runs[-1])
    elif trend.kind is Kind.STOCK:
        yield _of_stock(trend)
    else:
        yield "As it was said: what different sources said is not joined, and nothing is judged."
    yield from breaks(trend)


def _of_flow(trend: Trend, run: Run) -> Iterator[str]:
    if run.limits is None:
        since = " since the break" if run.why else ""
        yield (f"Too few to say: {_months(run.count)}{since}, and limits are taken from {LEAST}.")
        return
    flagged = list(_flagged(trend, run))
    yield from flagged or ["No month is flagged: they vary as chance alone would have them."]
    first, last = _base_ends(trend, run)
    low, high = run.lower, run.upper
    assert low is not None
    assert high is not None
    yield (
        f"Mean {value_number(run.limits.mean)}, limits {value_number(low)} to "
        f"{value_number(high)}, from the {LEAST} months {month_text(first)} to "
        f"{month_text(last)}."
    )


def _of_stock(trend: Trend) -> str:
    if trend.lag_1 is None:
        return STOCK.format(how_far="")
    return STOCK.format(how_far=f" (lag-1 correlation {number_text(trend.lag_1, 2)})")


def _flagged(trend: Trend, run: Run) -> Iterator[str]:
    """Each rule that flags a month of a run, with the months that it flags."""
    assert run.limits is not None
    of = run.limits
    for above, side in ((True, "above"), (False, "below")):

        def here(rule: Rule, above: bool = above) -> list[int]:
            return [
                place
                for place in run.places
                if rule in trend.flags[place]
                and ((value_of(trend.slots[place]) or 0) > of.mean) is above
            ]

        if months := here(Rule.SHIFT):
            yield f"Shift: {_spans(trend, months)} {side} the mean ({IN_A_ROW} or more in a row)."
        if months := here(Rule.OUTSIDE):
            limit = "upper" if above else "lower"
            yield f"Outside: {_spans(trend, months)} {side} the {limit} limit."
        if months := here(Rule.TWO_OF_THREE):
            limit = "upper" if above else "lower"
            yield f"Two of three near the {limit} limit: {_spans(trend, months)}."
    if months := [place for place in run.places if Rule.TREND in trend.flags[place]]:
        yield f"Trend: {_spans(trend, months)}, each beyond the last ({IN_A_ROW} or more in a row)."


def _spans(trend: Trend, places: list[int]) -> str:
    """Months as spans: "Apr 2023 to Dec 2023", "May 2023, Jul 2023 and Sep 2023"."""
    spans: list[list[int]] = []
    for place in places:
        if spans and spans[-1][-1] == place - 1:
            spans[-1].append(place)
        else:
            spans.append([place])
    names = [_span(trend.slots[span[0]].slot, trend.slots[span[-1]].slot) for span in spans]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _span(first: date, last: date) -> str:
    return month_text(first) if first == last else f"{month_text(first)} to {month_text(last)}"


def _base_ends(trend: Trend, run: Run) -> tuple[date, date]:
    """The first and the last month of the twelve that limits are taken from."""
    known = [place for place in run.places if value_of(trend.slots[place]) is not None]
    return trend.slots[known[0]].slot, trend.slots[known[LEAST - 1]].slot


def _months(count: int) -> str:
    return "1 month" if count == 1 else f"{count} months"


def breaks(trend: Trend) -> Iterator[str]:
    """Where the line breaks, and why."""
    if trend.kind is Kind.PUBLISHED:
        return
    for run in trend.runs[1:]:
        first = trend.slots[run.places[0]]
        yield f"Break at {month_text(first.slot)}: {run.why}."


def gaps(trend: Trend) -> Iterator[str]:
    """The months without a point, and why."""
    for slot in trend.slots:
        if isinstance(slot, Gap):
            yield f"{month_text(slot.slot)}: {slot.why}"
