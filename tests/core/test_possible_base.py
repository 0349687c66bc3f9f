"""A per cent whose base nobody stated: what it would count of each base that it may have."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.figure.figure import Figure
from boardtui.core.figure.interval import Interval
from boardtui.core.figure.possible_base import candidates, people_of
from boardtui.core.measures import MEASURES
from tests.core.figures import counted, published

AMBIGUOUS = "ambiguous: 'within that number' may be the 273 visits or the 1,500 people"


def said(value: float, half: float = 0.5, base: str | None = AMBIGUOUS) -> Figure:
    return published(
        value, value - half, value + half, measure="risk_share", unit="per cent", base=base
    )


@pytest.mark.parametrize(
    ("per_cent", "base", "people"),
    [
        (said(15), counted(273), Interval(40, 42)),
        (said(15), published(1500, 1450, 1550, measure="managed"), Interval(211, 240)),
        (said(67), counted(273), Interval(182, 184)),
        (said(18, half=0), counted(50), Interval(9, 9)),
        (said(14.5, half=0), counted(200), Interval(29, 29)),
    ],
)
def test_a_per_cent_of_a_base_is_whole_people(
    per_cent: Figure, base: Figure, people: Interval
) -> None:
    assert people_of(per_cent, base) == people


def test_of_a_base_without_an_upper_end_there_is_no_most() -> None:
    people = people_of(said(15), published(1500, 1501, None))
    assert people == Interval(218, float("inf"))


def test_where_no_whole_number_lies_between_there_is_none() -> None:
    assert people_of(said(15, half=0), counted(273)) is None


def test_of_what_is_not_known_there_is_no_count() -> None:
    assert people_of(said(15), counted(None, unknown="no cases file")) is None


@given(base=st.integers(1, 100_000), part=st.integers(0, 100_000))
def test_a_share_rounded_to_whole_per_cents_counts_the_people_that_it_was_made_of(
    base: int, part: int
) -> None:
    part = min(part, base)
    rounded = round(Fraction(100 * part, base))
    people = people_of(said(rounded), counted(base))
    assert people is not None
    assert people.low <= part <= people.high


@pytest.mark.parametrize(
    ("base", "names"),
    [
        (AMBIGUOUS, ("overdue_visits", "managed")),
        (None, ("overdue_visits", "managed")),
        ("managed", ()),
    ],
)
def test_only_a_base_that_is_open_has_candidates(base: str | None, names: tuple[str, ...]) -> None:
    assert candidates(MEASURES["risk_share"], said(15, base=base)) == names


def test_a_count_has_no_candidates() -> None:
    assert candidates(MEASURES["managed"], counted(5, measure="managed")) == ()
