"""How a figure is said in a sentence of its own: "273 visits are overdue"."""

from __future__ import annotations

import math
from collections.abc import Mapping

from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, Slice, slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import (
    change_places,
    change_unit,
    number_text,
    unit_of,
    value_text,
)
from boardtui.panels.cards.said import short_when
from boardtui.panels.phrases import period_text
from boardtui.review.day.catalogue import BaselineKind
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

SAID: Mapping[str, str] = {
    "registered": "{n} {people} {are} on the register",
    "managed": "{n} {people} {are} managed",
    "actively_managed": "{n} {people} {are} actively managed",
    "reactively_managed": "{n} {people} {are} on reactive management",
    "missing_people": "{n} {people} {are} missing",
    "risk_mix": "{n} {people} {are} managed",
    "joiners": "{n} {people} joined the register",
    "leavers": "{n} {people} left the force's register",
    "net_growth": "The register grew by {n}{period}",
    "overdue_visits": "{n} {visits} {are} overdue",
    "overdue_high_risk": "{n} {visits} {are} overdue at high or very high risk",
    "visits_not_dated": "{n} {people} {have} no visit date",
    "overdue_assessments": "{n} {assessments} {are} overdue",
    "overdue_assessments_high_risk": "{n} {assessments} {are} overdue at high or very high risk",
    "assessments_not_dated": "{n} {people} {have} no assessment date",
    **{
        f"overdue_{name}s_{statistic}": words.format(name=name)
        for name in ("visit", "assessment")
        for statistic, words in (
            ("oldest_days", "The most overdue {name} is {{value}} late"),
            ("oldest_months", "The most overdue {name} is {{value}} late"),
            ("median_days", "Half of the overdue {name}s are {{value}} late or more"),
            ("p90_days", "One in ten overdue {name}s is {{value}} late or more"),
        )
    },
    "not_seen_longest_days": "The longest not seen is {value}",
    "not_seen_over_year": "{n} {people} {were} not seen for over a year",
    "never_seen": "{n} {people} {were} never seen",
    "visits_attempted": "{n} {visits} {were} tried in {when}",
    "visits_seen": "Someone was in at {n} {visits} in {when}",
    "visits_not_in": "Nobody was in at {n} {visits} in {when}",
    "visits_action": "{n} {visits} led to police action in {when}",
    "visits_missed": "{n} {visits} {were} missed in {when}",
    "caseload": "{n} {people} {are} managed",
    "caseload_max": "One officer manages {n} {people}",
    "caseload_median": "The median officer manages {n} {people}",
    "caseload_per_fte_max": "One full-time post manages {n} people",
    "caseload_per_fte": "A full-time post manages {n} people",
    "unallocated": "{n} {people} {have} no officer",
    "overdue_visits_share": "{value} of visits {were} said to be overdue",
    "registered_growth": "The register grew by {value}{period}",
    **{
        f"mappa_category_{number}": f"{{n}} {{people}} {{are}} in MAPPA category {number}"
        for number in range(1, 5)
    },
    "mappa_category_1_rate": "{n} in 100,000 people {are} in MAPPA category 1",
    "mappa_category_1_share": "{value} of people under MAPPA {are} in category 1",
    "mappa_category_1_growth": "MAPPA category 1 grew by {value}{period}",
    "mappa_level_2": "There {were} {n} {people} at MAPPA level 2{period}",
    "mappa_level_3": "There {were} {n} {people} at MAPPA level 3{period}",
    "notification_breaches": "{n} {people} {were} dealt with for breaches of notification{period}",
    "removed_from_register": "{n} {people} came off the register on application{period}",
    "audited_cases_not_good": "{value} of audited cases were not good",
}
"""What a measure's figure says; what is not here is said by its title and value."""

WORDS = (
    *("person people", "visit visits", "assessment assessments", "placement placements"),
    *("is are", "was were", "has have"),
)
"""What a count has after it: of one, and of any other number."""


def said(figure: Figure) -> str:
    """A figure in a sentence without its full stop, which begins with a capital."""
    text = SAID.get(figure.measure)
    unit_known = figure.unit in MEASURES[figure.measure].units
    title = MEASURES[figure.measure].title
    # By how long it is late is said last: "at high risk, by over 180 days".
    where = "".join(map(of_slice, sorted(figure.slices, key=_is_age)))
    if text is None or not unit_known or figure.value is None:
        told = f"{title}{where}: {value_text(figure)}"
    else:
        told = f"{_worded(text, figure)}{where}"
    return told[:1].upper() + told[1:]


def _is_age(one: Slice) -> bool:
    return one.dimension == AGE_BAND.name


def _worded(text: str, figure: Figure) -> str:
    one = figure.value == 1 and figure.unit in COUNTED
    words = {pair.split()[1]: pair.split()[not one] for pair in WORDS}
    if figure.unit != MEASURES[figure.measure].unit and figure.unit in COUNTED:
        words["people"] = unit_of(figure.unit, figure.value)
    number = value_text(figure, unit=False).removesuffix(" per 100,000")
    start = figure.period_start
    return text.format(
        n=number,
        value=UNDER_A_MONTH if (figure.value, figure.unit) == (0, "months") else value_text(figure),
        when=short_when(figure),
        period=f", {period_text(start, figure.as_at)}" if start else "",
        **words,
    )


UNDER_A_MONTH = "less than a month"
"""What no complete month is in a sentence."""

COUNTED = ("people", "visits", "assessments", "placements")
"""Units of which one is singular in a sentence."""


def of_slice(one: Slice) -> str:
    """A slice as the end of a sentence: " at high risk", " in North", " 31–90 days late"."""
    title = slice_title(one.dimension, one.value)
    if one.value is None:
        return f" with {DIMENSIONS[one.dimension].inside} not recorded"
    match one.dimension:
        case "risk_level" if one.value == "not_assessed":
            return " with no assessed risk level"
        case "risk_level" if one.value == "above_low":
            return " at a risk above low"
        case "risk_level":
            return f" at {title} risk"
        case "age_band":
            return f", by {title}"
        case "unit":
            return f" in {title}"
        case "officer":
            return f" with {title}"
        case "mappa_level" | "mappa_category":
            return f" at {DIMENSIONS[one.dimension].title} {title}"
        case "status":
            return f" with the status {title}"
    return f", {title}"


def change_clause(one: ComparedFigure, review: Review) -> str:
    """How a figure differs from then: "56 more than the inspectors found"; nothing if not known."""
    amount = change_words(one)
    then = than(one, review)
    if not amount or not then:
        return ""
    if amount in (AS_MANY, AS_MUCH):
        return f"{amount} as {then}"
    return f"{amount} than {then}"


AS_MANY = "as many"
AS_MUCH = "as much"


def change_words(one: ComparedFigure) -> str:
    """A change in words: "56 more", "2.8 points more", "at least 8 more"; nothing if not known."""
    comparison = one.comparison
    if one.earlier or not comparison.comparable or comparison.change_interval is None:
        return ""
    interval = comparison.change_interval
    assert comparison.then is not None
    places = change_places(comparison.now, comparison.then)
    unit = change_unit(comparison.now.unit, comparison.change)
    if interval.low == interval.high == 0:
        return AS_MUCH if unit else AS_MANY
    if interval.low >= 0 or interval.high <= 0:
        more = interval.low >= 0
        ends = sorted(map(abs, (interval.low, interval.high)))
        fewer = " less" if unit else " fewer"
        return _amount(ends[0], ends[1], places, unit) + (" more" if more else fewer)
    return ""


def _amount(low: float, high: float, places: int, unit: str) -> str:
    if math.isinf(high):
        return f"at least {number_text(low, places)}{unit}"
    if low == high:
        return f"{number_text(low, places)}{unit}"
    return f"{number_text(low, places)} to {number_text(high, places)}{unit}"


def than(one: ComparedFigure, review: Review) -> str:
    """What a figure is set against, as the end of a sentence: "the inspectors found"."""
    then, baseline = one.comparison.then, review.selection.baseline
    if then is None or baseline is None:
        return ""
    if baseline.kind is BaselineKind.INSPECTION and then.origin is Origin.PUBLISHED:
        return "the inspectors found"
    if baseline.kind is BaselineKind.INSPECTION:
        return f"the records of {day_text(then.as_at)} give"
    return f"on {day_text(then.as_at)}"
