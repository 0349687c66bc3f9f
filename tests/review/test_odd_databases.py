"""Databases with units and slices that ingest refuses: an older one stored them as they came."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.words.wording import value_text
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from tests.registers import Force, Inspected, Said
from tests.review.conftest import Holding

DAY, BEFORE = date(2024, 1, 17), date(2023, 3, 31)


def reviewed(holding: Holding, *said: Said) -> Review:
    force = Force(said=said, inspections=(Inspected(BEFORE),), synthetic=False)
    database = holding(force)
    return Review(database, choose(database, as_at=DAY), STANDARD)


@pytest.mark.parametrize(("unit", "shown"), [("%", "15%"), ("Per Cent", "15%"), ("pct", "15%")])
def test_another_spelling_of_a_unit_is_that_unit(holding: Holding, unit: str, shown: str) -> None:
    (found,) = reviewed(holding, Said("overdue_visits_share", 15, DAY, unit=unit)).figures(
        "overdue_visits_share"
    )
    assert (found.figure.unit, value_text(found.figure)) == ("per cent", shown)


OLDEST = "overdue_visits_oldest_months"


@pytest.mark.parametrize(
    ("now", "then", "why"),
    [
        ("months", "years", "one is in months, the other in years"),
        ("years", "years", "their unit, years, is none of this measure's"),
    ],
)
def test_units_that_are_not_known_do_not_compare(
    holding: Holding, now: str, then: str, why: str
) -> None:
    said = (Said(OLDEST, 2, BEFORE, unit=then), Said(OLDEST, 8, DAY, unit=now))
    (found,) = reviewed(holding, *said).figures(OLDEST)
    assert value_text(found.figure) == f"8 {now}"
    assert (found.comparison.comparable, found.comparison.caution) == (False, why)
    assert found.comparison.change is None


def test_a_unit_that_is_not_the_measure_s_makes_no_share(holding: Holding) -> None:
    said = (Said("managed", 1500, DAY), Said("overdue_visits", 15, DAY, unit="per cent"))
    (found,) = reviewed(holding, *said).figures("overdue_visits")
    assert found.share is None


def test_a_slice_that_no_list_has_stands_after_those_that_one_has(holding: Holding) -> None:
    levels = ("moderate", "low", "high")
    said = (Said("overdue_visits", 1, DAY, "risk_level", level) for level in levels)
    found = reviewed(holding, *said).by("overdue_visits", "risk_level")
    assert [one.figure.slices[0].value for one in found] == ["high", "low", "moderate"]


def test_of_a_force_held_under_two_names_each_is_to_be_had_by_its_own(holding: Holding) -> None:
    said = Said("managed", 1500, DAY)
    names = ("Avon and Somerset", "AVON AND SOMERSET")
    database = holding(*(Force(name, said=(said,), synthetic=False) for name in names))
    for name in names:
        assert choose(database, name).force.name == name
