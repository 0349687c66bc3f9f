"""Comparison of two figures of one measure: the difference, and whether they can be compared."""

from __future__ import annotations

import math
from datetime import date, timedelta

from msgspec import Struct

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.interval import Interval, less
from boardtui.core.measures.measure import Measure
from boardtui.core.measures.units import PER_CENT
from boardtui.core.words.wording import days_text


class Comparison(Struct, frozen=True):
    """What changed from `then` to `now`.

    `change` is now − then, from the values as said, in the measure's unit (points, where that is a
    per cent); `change_interval` holds every value that hedges allow. `percent` is the change ÷
    then × 100: None where then is 0 or may be below it, or the unit is a per cent. Where
    `comparable` is false, `caution` is the reason; else it is what to bear in mind, if anything.
    Of what was withheld, or is in another unit, there is no change.
    """

    now: Figure
    then: Figure | None
    then_other: Figure | None = None
    change: float | None = None
    change_interval: Interval | None = None
    percent: float | None = None
    percent_interval: Interval | None = None
    comparable: bool | None = None
    caution: str | None = None


def compare(
    measure: Measure,
    now: Figure,
    then: Figure | None,
    then_other: Figure | None = None,
    *,
    inspection: bool = False,
) -> Comparison:
    """Compare a figure with what it was; `inspection` says that then is an inspection's figure."""
    if then is None:
        return Comparison(now, None, then_other)
    if obstacle := _withheld(now, then):
        return Comparison(now, then, then_other, comparable=False, caution=obstacle)
    here, there = now.interval, then.interval
    if here is None or there is None or now.value is None or then.value is None:
        return Comparison(now, then, then_other)
    if obstacle := units_differ(measure, now, then):
        return Comparison(now, then, then_other, comparable=False, caution=obstacle)
    obstacle = not_comparable(measure, now, then)
    percent, percent_interval = None, None
    if now.unit != PER_CENT and then.value and there.low >= 0:
        percent = _percent(now.value, then.value)
        percent_interval = _in_percent(here, there)
    return Comparison(
        now,
        then,
        then_other,
        change=less(now.value, then.value),
        change_interval=here - there,
        percent=percent,
        percent_interval=percent_interval,
        comparable=obstacle is None,
        caution=obstacle or caution_of(now, then, inspection=inspection),
    )


def _in_percent(now: Interval, then: Interval) -> Interval:
    """Every change ÷ then × 100 that the hedges allow, of a then that is 0 at the least."""
    return Interval(
        _percent(now.low, then.high if now.low >= 0 else then.low),
        _percent(now.high, then.low if now.high >= 0 else then.high),
    )


def _percent(now: float, then: float) -> float:
    """The change in per cent of then, also where then comes as near to 0, or as high, as may be."""
    if math.isinf(then) or now == 0:
        return -100.0
    return (now - then) / then * 100 if then else math.copysign(math.inf, now)


def not_comparable(measure: Measure, now: Figure, then: Figure) -> str | None:
    """Why two figures of a measure cannot be compared; None where they can.

    What is not stated is unknown, not different: it is no obstacle.
    """
    if now.definition and then.definition and now.definition != then.definition:
        return f"the definitions differ: {now.definition} now, {then.definition} then"
    if reason := _withheld(now, then) or units_differ(measure, now, then):
        return reason
    if (now.period_start is None) != (then.period_start is None):
        return "one counts over a period, the other stands on a day"
    if now.period_start and then.period_start:
        here = period_length(now.period_start, now.as_at)
        there = period_length(then.period_start, then.as_at)
        if here != there:
            return f"the periods differ in length: {here} now, {there} then"
    base_now, base_then = _base(measure, now), _base(measure, then)
    if base_now and base_then and plain(base_now) != plain(base_then):
        return f"the bases differ: {plain(base_now)} now, {plain(base_then)} then"
    return None


def _withheld(now: Figure, then: Figure) -> str | None:
    """That a figure was withheld by who gave it; None where neither was."""
    if now.suppressed and then.suppressed:
        return "both figures were withheld"
    if now.suppressed or then.suppressed:
        return f"the figure {'now' if now.suppressed else 'then'} was withheld"
    return None


def units_differ(measure: Measure, now: Figure, then: Figure) -> str | None:
    """That two figures are in units that do not mean the same; None where they do.

    A database may hold a unit that the measure is not in: nobody knows what that counts.
    """
    if now.unit == then.unit == measure.unit:
        return None
    units = {now.unit, then.unit}
    if units <= set(measure.units):
        return None
    if len(units) > 1:
        return f"one is in {now.unit}, the other in {then.unit}"
    return f"their unit, {now.unit}, is none of this measure's"


def _base(measure: Measure, figure: Figure) -> str | None:
    """The base that a figure states: as published, or of the measure it was computed under."""
    return measure.base if figure.origin is Origin.RECORDS else figure.base


def plain(base: str) -> str:
    """A base as words, so that `actively_managed` and "Actively managed" are the same."""
    return " ".join(base.replace("_", " ").lower().split())


def caution_of(now: Figure, then: Figure, *, inspection: bool) -> str | None:
    """What to bear in mind when two comparable figures are compared."""
    if then.origin is Origin.PUBLISHED and not then.definition:
        if inspection:
            return "the inspectors' definition is not published"
        return "the definition of the earlier figure is not published"
    if now.origin is Origin.PUBLISHED and not now.definition:
        return "the definition of the figure now is not published"
    return None


def period_length(start: date, end: date) -> str:
    """A period's length in words: whole months as months ("1 month"), else in days."""
    after = end + timedelta(days=1)
    if start.day == 1 and after.day == 1:
        months = 12 * (after.year - start.year) + after.month - start.month
        return "1 month" if months == 1 else f"{months} months"
    return days_text((after - start).days)
