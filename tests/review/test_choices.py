"""Several figures for one thing: all kept, one chosen, and whether they agree."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.figure.agreement import agree
from boardtui.core.figure.figure import Figure, Origin
from boardtui.review.day.choices import chosen_otherwise, given
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.database import Database
from tests.registers import Case, Force, Inspected, Register, Said
from tests.review.conftest import Holding

DAY, BEFORE = date(2024, 1, 17), date(2023, 3, 31)
LATE = date(2024, 1, 1)

SAID = (
    Said("overdue_visits", 2, DAY, said_by="the chief"),
    Said("overdue_visits", 3, DAY, said_by="the chief, a year later"),
    Said("managed", 10, DAY, qualifier="about", low=5, high=15, said_by="the chief"),
    Said("managed", 8, DAY, said_by="the chief, a year later"),
    Said("overdue_visits", 1, BEFORE, said_by="HMICFRS"),
)
CASES = (Case("a", "high", visit_due=LATE), Case("b", visit_due=LATE), Case("c"))


@pytest.fixture
def database(holding: Holding) -> Database:
    return holding(
        Force(registers=(Register(DAY, CASES),), said=SAID, inspections=(Inspected(BEFORE),))
    )


@pytest.fixture
def review(database: Database) -> Review:
    return Review(database, choose(database, as_at=DAY), STANDARD)


def told(review: Review, measure: str = "overdue_visits") -> list[tuple[float | None, bool | None]]:
    """The figures that stand for a measure, the chosen one first, and whether each agrees with it.

    Of the chosen one itself nothing is to be said.
    """
    chosen, *others = [one.figure for one in review.figures(measure)]
    return [(chosen.value, None), *((other.value, agree(other, chosen)) for other in others)]


def offered(review: Review, measure: str) -> list[float | None]:
    """What the sheet of a measure offers to choose from, in order."""
    return [one.value for one in given(review, review.figures(measure)[0].figure)]


def figure_of(review: Review, measure: str, value: float) -> Figure:
    (figure,) = (
        one.figure
        for one in review.figures(measure)
        if one.figure.value == value and one.figure.origin is Origin.PUBLISHED
    )
    return figure


def test_what_records_give_is_chosen_first(review: Review) -> None:
    first = review.figures("overdue_visits")[0]
    assert first.chosen
    assert first.figure.origin is Origin.RECORDS
    assert chosen_otherwise(review) == []


def test_each_other_says_whether_it_agrees_with_the_chosen(review: Review) -> None:
    assert told(review) == [(2, None), (2, True), (3, False)]
    assert told(review, "managed") == [(3, None), (10, False), (8, False)]


def test_a_preferred_figure_stands_first_from_then_on(review: Review) -> None:
    review.prefer(figure_of(review, "overdue_visits", 3))
    assert told(review) == [(3, None), (2, False), (2, False)]
    assert review.figures("overdue_visits")[0].chosen
    assert not any(one.chosen for one in review.figures("overdue_visits")[1:])


def test_it_can_be_changed_again_and_back(review: Review) -> None:
    before = told(review)
    computed = review.figures("overdue_visits")[0].figure
    review.prefer(figure_of(review, "overdue_visits", 3))
    review.prefer(computed)
    assert told(review) == before


def test_the_others_stand_with_each(review: Review) -> None:
    for one in review.figures("overdue_visits"):
        assert len(one.others) == 2
        assert one.figure not in one.others


def test_a_share_is_of_a_base_by_the_same_whatever_base_is_chosen(review: Review) -> None:
    def bases(measure: str) -> list[float | None]:
        shares = [one.share for one in review.figures(measure)]
        return [share.base.value if share else None for share in shares]

    review.prefer(figure_of(review, "managed", 8))
    assert bases("unallocated") == [3]
    assert bases("overdue_visits") == [3, 10, 8]


def test_of_two_bases_by_the_same_the_chosen_one_is_the_base(holding: Holding) -> None:
    said = (
        Said("overdue_visits", 2, DAY),
        Said("managed", 10, DAY),
        Said("managed", 8, DAY, publisher="another newspaper"),
    )
    review = Review(database := holding(Force(said=said)), choose(database), STANDARD)
    share = review.figures("overdue_visits")[0].share
    assert share is not None
    assert share.base.value == 10
    review.prefer(figure_of(review, "managed", 8))
    share = review.figures("overdue_visits")[0].share
    assert share is not None
    assert share.base.value == 8


def test_a_change_is_of_the_chosen(review: Review) -> None:
    review.prefer(figure_of(review, "overdue_visits", 3))
    comparison = review.figures("overdue_visits")[0].comparison
    assert comparison.then is not None
    assert (comparison.then.value, comparison.change) == (1, 2)


def test_a_part_is_of_the_whole_that_the_slices_add_up_to(review: Review) -> None:
    review.prefer(figure_of(review, "overdue_visits", 3))
    (high,) = (
        one
        for one in review.by("overdue_visits", "risk_level")
        if one.figure.slices[0].value == "high"
    )
    assert high.part is not None
    assert high.part.base.value == 2


def test_a_choice_can_be_handed_on_and_is_never_stored(database: Database, review: Review) -> None:
    review.prefer(figure_of(review, "overdue_visits", 3))
    after = Review(database, review.selection, STANDARD, preferred=review.preferred)
    assert told(after) == told(review)
    fresh = Review(database, review.selection, STANDARD)
    assert told(fresh)[0] == (2, None)


def test_all_that_was_given_is_offered_in_an_order_that_no_choice_changes(review: Review) -> None:
    assert offered(review, "overdue_visits") == [2, 2, 3]
    review.prefer(figure_of(review, "overdue_visits", 3))
    assert review.figures("overdue_visits")[0].figure.value == 3
    assert offered(review, "overdue_visits") == [2, 2, 3]


def test_of_a_thing_with_one_figure_there_is_nothing_to_choose(review: Review) -> None:
    assert offered(review, "never_seen") == [review.figures("never_seen")[0].figure.value]


def test_a_choice_is_told_of_until_it_is_the_usual_one_again(review: Review) -> None:
    usual = review.figures("overdue_visits")[0].figure
    review.prefer(figure_of(review, "overdue_visits", 3))
    assert [one.figure.value for one in chosen_otherwise(review)] == [3]
    review.prefer(usual)
    assert chosen_otherwise(review) == []


def test_each_month_is_a_thing_of_its_own(holding: Holding) -> None:
    months = [(date(2023, 11, 1), date(2023, 11, 30)), (date(2023, 12, 1), date(2023, 12, 31))]
    said = tuple(
        Said("visits_attempted", value, end, unit="visits", period_start=start)
        for start, end in months
        for value in (500, 480)
    )
    database = holding(Force(said=(*said, Said("managed", 1500, date(2023, 12, 31)))))
    review = Review(database, choose(database, as_at=date(2023, 12, 31)), STANDARD)
    december = review.figures("visits_attempted")
    assert [one.figure.value for one in december] == [500, 480]
    assert {one.figure.period_start for one in december} == {months[1][0]}
    assert offered(review, "visits_attempted") == [500, 480]


def test_possible_bases_are_those_of_the_day_and_the_same_speaker(holding: Holding) -> None:
    share = Said(
        "risk_share", 15, DAY, "risk_level", "high", "rounded", 14.5, 15.5, "per cent", said_by="x"
    )
    said = (
        Said("managed", 1521, DAY, said_by="y"),
        Said("managed", 1500, DAY, qualifier="about", low=1450, high=1550, said_by="x"),
        Said("overdue_visits", 273, DAY, said_by="x"),
        Said("overdue_visits", 217, BEFORE, said_by="x"),
        share,
    )
    database = holding(Force(said=said))
    review = Review(database, choose(database, as_at=DAY), STANDARD)
    (one,) = review.by("risk_share", "risk_level")
    found = [
        (c.base.value, c.people and (c.people.low, c.people.high)) for c in one.possible_counts
    ]
    assert found == [(273, (40, 42)), (1500, (211, 240))]


def test_what_was_counted_is_a_possible_base_too(holding: Holding) -> None:
    share = Said("risk_share", 50, DAY, "risk_level", "high", unit="per cent", said_by="x")
    said = (Said("managed", 8, DAY, said_by="x"), Said("managed", 9, DAY, said_by="y"), share)
    database = holding(Force(registers=(Register(DAY, CASES),), said=said))
    review = Review(database, choose(database, as_at=DAY), STANDARD)
    (one,) = review.by("risk_share", "risk_level")
    bases = [(count.base.measure, count.base.value) for count in one.possible_counts]
    assert bases == [("overdue_visits", 2), ("managed", 8), ("managed", 3)]
