"""A trend as JSON, as rows, and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.core.measures.units import PEOPLE
from boardtui.core.trend.convention import CONVENTION
from boardtui.core.trend.months import WHICH_MONTH
from boardtui.core.trend.point import Gap, Point
from boardtui.core.trend.rules import RULES, Rule
from boardtui.core.trend.telling import point_text, sentences, slot_name
from boardtui.core.trend.trend import Kind, Run, Trend
from boardtui.core.words.days import month_text
from boardtui.core.words.spreadsheet import harmless
from boardtui.export.export import Export, about, file_name
from boardtui.review.day.review import Review
from boardtui.review.trend.trends import Told

HEADER = (
    *("force", "synthetic", "measure", "by", "slice", "kind", "month", "as_at", "value", "low"),
    *("high", "unit", "flags", "run", "mean", "lower", "upper", "unknown", "said_by"),
)


def trend_json(told: Told) -> dict[str, Any]:
    """The trend as the contract has it.

    `gaps` are the months between the first and the last without a point; `said` is what was
    published of the same, which is drawn beside it and joined to nothing.
    """
    trend = told.trend
    part = told.asked.slices[0] if told.asked.slices else None
    return {
        "version": 1,
        "force": told.force.name,
        "synthetic": told.force.synthetic,
        "measure": told.asked.name,
        "by": part.dimension if part else None,
        "slice": part.value if part else None,
        "unit": told.asked.unit,
        "kind": trend.kind.value,
        "points": [_point(trend, point, rules) for point, rules in trend.points],
        "gaps": [{"month": f"{gap.slot:%Y-%m}", "why": gap.why} for gap in trend.gaps],
        "runs": [_run(trend, run) for run in trend.runs],
        "lag_1": trend.lag_1,
        "too_few": trend.too_few,
        "convention": CONVENTION if trend.kind is Kind.FLOW else None,
        "said": [_point(told.said, point, ()) for point, _ in told.said.points],
    }


def _point(trend: Trend, point: Point, rules: tuple[Rule, ...]) -> dict[str, Any]:
    published = trend.kind is Kind.PUBLISHED
    return {
        "month": None if published else f"{point.slot:%Y-%m}",
        "as_at": point.as_at,
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "flags": [rule.value for rule in rules],
        "unknown": point.unknown,
        "suppressed": point.suppressed,
        "said_by": point.ground.source,
    }


def _run(trend: Trend, run: Run) -> dict[str, Any]:
    slots = [trend.slots[place] for place in run.places]
    points = [slot for slot in slots if isinstance(slot, Point)]
    return {
        "from": points[0].as_at,
        "to": points[-1].as_at,
        "points": run.count,
        "mean": run.limits.mean if run.limits else None,
        "lower": run.lower,
        "upper": run.upper,
        "mean_moving_range": run.limits.mean_moving_range if run.limits else None,
        "median": run.median,
        "why": run.why,
    }


def csv_rows(told: Told) -> Iterator[list[object]]:
    """A row for each month, gaps too, and for each figure that was published of the same."""
    for trend in (told.trend, told.said):
        for place, slot in enumerate(trend.slots):
            yield _row(told, trend, place, slot)


def _row(told: Told, trend: Trend, place: int, slot: Point | Gap) -> list[object]:
    part = told.asked.slices[0] if told.asked.slices else None
    of = [told.force.name, told.force.synthetic, told.asked.name]
    of += [part.dimension if part else None, part.value if part else None]
    month = None if trend.kind is Kind.PUBLISHED else f"{slot.slot:%Y-%m}"
    unit, run = told.asked.unit, trend.run_of(place)
    number = trend.runs.index(run) + 1 if run else None
    limits = run.limits if run else None
    judged = [limits.mean if limits else None, run.lower if run else None]
    judged += [run.upper if run else None]
    if isinstance(slot, Gap):
        empty: list[object] = [None, None, None, None]
        return [*of, trend.kind.value, month, *empty, unit, "", number, *judged, slot.why, None]
    value = SUPPRESSED if slot.suppressed and not slot.known else slot.value
    flags = " ".join(rule.value for rule in trend.flags[place])
    numbers = [slot.as_at, value, slot.low, slot.high]
    end = [slot.unknown, slot.ground.source]
    return [*of, trend.kind.value, month, *numbers, unit, flags, number, *judged, *end]


def lines(told: Told) -> Iterator[str]:
    """The trend as lines that are read one after another."""
    trend = told.trend
    synthetic = " (SYNTHETIC)" if told.force.synthetic else ""
    yield f"{told.force.name}{synthetic}: {told.asked.title}, {KINDS[trend.kind]}."
    if told.audience.in_words:
        yield told.audience.in_words
    if (last := trend.last) is not None:
        unit = f" {told.asked.unit}" if told.asked.unit != PEOPLE else ""
        yield f"{slot_name(trend, last)}: {point_text(last)}{unit}."
    yield from sentences(trend)
    yield ""
    yield from slot_lines(trend)
    if told.said.slots:
        yield ""
        yield "Published of the same, and joined to nothing:"
        yield from (f"  {line}" for line in slot_lines(told.said))
    yield ""
    if trend.kind is Kind.FLOW:
        yield f"Convention: {CONVENTION}."
    if trend.kind is not Kind.PUBLISHED:
        yield WHICH_MONTH


KINDS = {
    Kind.FLOW: "month by month, a control chart",
    Kind.STOCK: "month by month, a run chart",
    Kind.PUBLISHED: "as published",
}
"""What each kind of trend is called, after what it is of."""


def slot_lines(trend: Trend) -> Iterator[str]:
    """A line for each month or published day; where a run begins, why."""
    begins = {run.places[0]: run.why for run in trend.runs}
    for place, slot in enumerate(trend.slots):
        if isinstance(slot, Gap):
            yield f"{month_text(slot.slot)}: a gap, {slot.why}"
            continue
        if trend.kind is not Kind.PUBLISHED and begins.get(place):
            yield f"Break: {begins[place]}."
        flagged = "; ".join(RULES[rule] for rule in trend.flags[place])
        said = f", said by {slot.ground.source}" if slot.ground.source else ""
        more = f"; {flagged}" if flagged else ""
        yield f"{slot_name(trend, slot)}: {point_text(slot)}{said}{more}"


def exported(review: Review, told: Told) -> Export:
    """A trend for copying and writing: as its lines, and as a row for each month."""
    named = f"{told.asked.title} over months"
    heading = about(review.selection, named, review.audience)
    rows = list(csv_rows(told))
    return Export(
        name=file_name(review.selection, named),
        about=heading,
        columns=HEADER,
        count=len(rows),
        rows=lambda: iter(rows),
        text=lambda: chain(heading, [""], map(harmless, lines(told))),
    )
