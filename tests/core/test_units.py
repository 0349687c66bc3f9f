"""Units, and how they are usually written."""

from __future__ import annotations

import pytest

from boardtui.core.measures import MEASURES
from boardtui.core.measures.units import UNITS, is_count, shown_unit, unit_named


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("%", "per cent"),
        ("％", "per cent"),
        ("per cent", "per cent"),
        ("Percent", "per cent"),
        ("pct", "per cent"),
        ("per 100,000", "per 100,000"),
        ("per 100k", "per 100,000"),
        ("Per 100 000", "per 100,000"),
        ("/100,000", "per 100,000"),
        ("month", "months"),
        ("Months", "months"),
        ("person", "people"),
        ("visit", "visits"),
        ("people per full time post", "people per full-time post"),
        ("years", None),
        ("per 10,000", None),
        ("", None),
    ],
)
def test_a_unit_is_known_by_its_usual_spellings(text: str, unit: str | None) -> None:
    assert unit_named(text) == unit


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_every_measure_is_in_units_that_are_known(measure: object) -> None:
    assert set(getattr(measure, "units", ())) <= set(UNITS)


def test_units_that_mean_the_same_are_declared_by_the_measure() -> None:
    assert MEASURES["overdue_visits"].units == ("people", "visits")
    assert MEASURES["overdue_assessments"].units == ("people", "assessments")
    assert MEASURES["mappa_level_2"].units == ("people", "placements")
    assert MEASURES["overdue_visits_oldest_months"].units == ("months",)


@pytest.mark.parametrize(
    ("unit", "counts"),
    [
        ("people", True),
        ("months", True),
        ("years", True),
        ("per cent", False),
        ("per 100,000", False),
        ("people per full-time post", False),
        ("per 1,000 people", False),
    ],
)
def test_a_rate_counts_no_whole_things(unit: str, counts: bool) -> None:
    assert is_count(unit) is counts


@pytest.mark.parametrize(
    ("unit", "one", "shown"),
    [
        ("people", False, ""),
        ("per cent", False, "%"),
        ("months", False, " months"),
        ("months", True, " month"),
        ("years", False, " years"),
        ("years", True, " year"),
        ("per 100,000", True, " per 100,000"),
    ],
)
def test_what_a_number_alone_does_not_say_follows_it(unit: str, one: bool, shown: str) -> None:
    assert shown_unit(unit, one) == shown
