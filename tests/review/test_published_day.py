"""A day of which only figures were published: what is shown, and as shares of what."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from tests.registers import Case, Force, Inspected, Register, Said, withheld
from tests.review.conftest import Holding

DAY = date(2024, 1, 17)
YEAR_BEFORE = date(2023, 1, 17)


def shown(holding: Holding, *said: Said, measure: str = "overdue_visits") -> list[ComparedFigure]:
    """What stands for a measure on the board of the published day."""
    database = holding(Force(said=said, synthetic=False))
    return Review(database, choose(database, as_at=DAY), STANDARD).figures(measure)


@pytest.mark.parametrize(
    ("said_for", "is_shown"),
    [
        (DAY, True),
        (date(2023, 11, 30), True),
        (YEAR_BEFORE, True),
        (date(2023, 1, 16), False),
        (date(2024, 1, 18), False),
    ],
)
def test_a_figure_is_shown_for_twelve_months_with_its_own_day(
    holding: Holding, said_for: date, is_shown: bool
) -> None:
    found = shown(holding, Said("managed", 1500, DAY), Said("overdue_visits", 273, said_for))
    assert [each.figure.as_at for each in found] == [said_for] * is_shown


def test_of_each_measure_the_latest_figure_is_shown(holding: Holding) -> None:
    said = (
        Said("overdue_visits", 217, date(2023, 3, 31)),
        Said("overdue_visits", 273, date(2023, 12, 31)),
        Said("managed", 1500, DAY),
    )
    assert [each.figure.value for each in shown(holding, *said)] == [273]


def test_two_figures_of_one_day_are_both_shown_with_who_said_them(holding: Holding) -> None:
    said = (
        Said("overdue_visits", 273, DAY, said_by="the deputy chief constable"),
        Said("overdue_visits", 260, DAY, said_by="HMICFRS"),
    )
    found = [(each.figure.value, each.figure.said_by) for each in shown(holding, *said)]
    assert found == [(273, "the deputy chief constable"), (260, "HMICFRS")]


@pytest.mark.parametrize(
    ("published", "base"),
    [
        (["actively_managed", "managed", "registered"], "actively_managed"),
        (["registered", "managed"], "managed"),
        (["registered"], "registered"),
        ([], None),
        (["missing_people"], None),
    ],
)
def test_a_share_is_of_the_nearest_base_that_was_published(
    holding: Holding, published: list[str], base: str | None
) -> None:
    bases = [Said(name, 1500, DAY) for name in published]
    (found,) = shown(holding, *bases, Said("overdue_visits", 273, DAY))
    assert (found.share and found.share.of) == base


DEPUTY = "the deputy chief constable"


def test_a_base_is_said_by_who_said_the_figure(holding: Holding) -> None:
    bases = (
        Said("actively_managed", 1300, DAY, said_by="HMICFRS"),
        Said("managed", 1400, DAY, said_by="HMICFRS"),
        Said("managed", 1500, DAY, said_by=DEPUTY),
    )
    (found,) = shown(holding, *bases, Said("overdue_visits", 273, DAY, said_by=DEPUTY))
    assert found.share is not None
    assert (found.share.of, found.share.base.value) == ("managed", 1500)


def test_what_somebody_else_said_is_no_base_hedged_or_not(holding: Holding) -> None:
    about = Said("managed", 1500, DAY, qualifier="about", low=1450, high=1550, said_by=DEPUTY)
    later = "the deputy chief constable, 19 February 2025"
    stated = Said("overdue_visits", 283, DAY, base="managed", said_by=later)
    (found,) = shown(holding, about, stated)
    assert found.share is None


@pytest.mark.parametrize(("base", "value"), [("managed", 2), ("Managed", 2), (None, None)])
def test_a_figure_said_of_a_base_by_name_is_a_share_of_that_base_as_counted(
    holding: Holding, base: str | None, value: float | None
) -> None:
    register = Register(DAY, (Case("a"), Case("b"), Case("c", status="custody")))
    said = Said("overdue_visits", 1, DAY, base=base, said_by=DEPUTY)
    database = holding(Force(registers=(register,), said=(said,)))
    found = Review(database, choose(database), STANDARD).figures("overdue_visits")[-1]
    assert (found.share and found.share.base.value) == value


def test_a_slice_is_part_of_a_whole_by_the_same(holding: Holding) -> None:
    said = (
        Said("overdue_visits", 273, DAY, said_by=DEPUTY),
        Said("overdue_visits", 41, DAY, "risk_level", "high", said_by="HMICFRS"),
    )
    database = holding(Force(said=said, synthetic=False))
    (found,) = Review(database, choose(database), STANDARD).by("overdue_visits", "risk_level")
    assert found.part is None


def test_of_what_was_withheld_there_is_no_share_part_or_change(holding: Holding) -> None:
    then = date(2023, 3, 31)
    said = (
        Said("overdue_visits", 217, then),
        Said("managed", 1500, DAY),
        Said("overdue_visits", 273, DAY),
        withheld("overdue_visits", DAY, dimension="risk_level", slice="high"),
        withheld("overdue_assessments", DAY),
        Said("overdue_assessments", 151, then),
    )
    database = holding(Force(said=said, inspections=(Inspected(then),), synthetic=False))
    review = Review(database, choose(database), STANDARD)
    (high,) = review.by("overdue_visits", "risk_level")
    (assessments,) = review.figures("overdue_assessments")
    assert (high.share, high.part) == (None, None)
    assert assessments.share is None
    assert assessments.comparison.then is not None
    assert assessments.comparison.change is None
    assert assessments.comparison.comparable is False
    assert assessments.comparison.caution == "the figure now was withheld"


def test_a_base_of_another_day_is_no_base(holding: Holding) -> None:
    (found,) = shown(
        holding,
        Said("managed", 1400, date(2023, 12, 31)),
        Said("overdue_visits", 273, DAY),
    )
    assert found.share is None


def test_the_base_that_was_stated_is_the_base(holding: Holding) -> None:
    bases = [Said(name, 1500, DAY) for name in ("actively_managed", "registered")]
    (found,) = shown(holding, *bases, Said("overdue_visits", 273, DAY, base="registered"))
    assert found.share is not None
    assert found.share.of == "registered"


def test_of_a_base_in_words_there_is_no_share(holding: Holding) -> None:
    vague = Said("overdue_visits", 273, DAY, base="ambiguous: visits or people")
    (found,) = shown(holding, Said("managed", 1500, DAY), vague)
    assert found.share is None


def test_a_slice_is_a_share_of_the_same_slice_and_a_part_of_its_whole(holding: Holding) -> None:
    said = (
        Said("overdue_visits", 273, DAY),
        Said("overdue_visits", 41, DAY, "risk_level", "high"),
        Said("managed", 1500, DAY),
        Said("managed", 225, DAY, "risk_level", "high"),
    )
    database = holding(Force(said=said, synthetic=False))
    (found,) = Review(database, choose(database), STANDARD).by("overdue_visits", "risk_level")
    assert found.share is not None
    assert (found.share.of, found.share.base.value) == ("managed", 225)
    assert found.part is not None
    assert found.part.value == 41 / 273


def test_a_hedged_base_makes_the_share_a_range(holding: Holding) -> None:
    about = Said("managed", 1500, DAY, qualifier="about", low=1450, high=1550)
    (found,) = shown(holding, about, Said("overdue_visits", 273, DAY))
    assert found.share is not None
    assert (found.share.interval.low, found.share.interval.high) == (273 / 1550, 273 / 1450)


def test_the_share_then_stands_with_the_figure_whose_base_is_known(holding: Holding) -> None:
    then = date(2023, 3, 31)
    cases = (Case("a", visit_due=date(2023, 1, 1)), Case("b"))
    registers = (Register(then, cases), Register(DAY, cases))
    force = Force("Exampleshire", registers, (Said("overdue_visits", 2, then),), (Inspected(then),))
    database = holding(force)
    found = Review(database, choose(database), STANDARD).figures("overdue_visits")[0]
    assert found.comparison.then is not None
    assert found.comparison.then.value == 2
    assert found.share_then is None
    assert found.share_then_other is not None
    assert (found.share_then_other.of, found.share_then_other.value) == ("actively_managed", 0.5)


def test_records_and_what_was_said_of_the_day_stand_side_by_side(holding: Holding) -> None:
    register = Register(DAY, (Case("a", visit_due=date(2023, 1, 1)),))
    database = holding(Force(registers=(register,), said=(Said("overdue_visits", 3, DAY),)))
    found = Review(database, choose(database), STANDARD).figures("overdue_visits")
    assert [(each.figure.origin.value, each.figure.value) for each in found] == [
        ("records", 1),
        ("published", 3),
    ]
