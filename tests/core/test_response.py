"""By when a commissioner must answer an inspection's report."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.inspection.inspection import Inspection
from boardtui.core.inspection.response import (
    RESPONSE_DAYS,
    RESPONSE_LAW_FROM,
    Basis,
    deadline_of,
    names_day,
    response_by_law,
    response_words,
)

BOARD = date(2024, 1, 17)


def inspection(
    published_on: date | None = None,
    response_due: date | None = None,
    finding: str | None = None,
    inspected_on: date | None = None,
) -> Inspection:
    return Inspection(
        "Exampleshire", "HMICFRS", "PEEL", published_on, inspected_on, None, finding, response_due
    )


@given(st.dates(RESPONSE_LAW_FROM, date(2100, 1, 1)))
def test_the_period_has_56_days_the_day_of_publication_being_the_first(published: date) -> None:
    last = response_by_law(published)
    assert last is not None
    period = [published + timedelta(days=n) for n in range((last - published).days + 1)]
    assert len(period) == RESPONSE_DAYS == 56


def test_a_report_of_before_the_law_has_no_deadline() -> None:
    early = inspection(date(2017, 5, 1))
    assert deadline_of(early) is None
    assert response_words(early, BOARD) == (
        "no day was set: the limit of 56 days became law on 2 May 2017"
    )
    assert deadline_of(inspection(date(2017, 5, 2))) is not None


def test_without_a_day_of_publication_none_is_guessed() -> None:
    unpublished = inspection(inspected_on=date(2023, 3, 31))
    assert deadline_of(unpublished) is None
    assert "the day of publication is not given" in response_words(unpublished, BOARD)


@pytest.mark.parametrize(
    ("board", "words"),
    [
        (date(2024, 1, 17), "was due by 25 May 2023, 237 days before this board's day"),
        (date(2023, 5, 26), "was due by 25 May 2023, 1 day before this board's day"),
        (date(2023, 5, 25), "is due by this board's day, 25 May 2023"),
        (date(2023, 5, 24), "is due in 1 day, by 25 May 2023"),
        (date(2023, 5, 13), "is due in 12 days, by 25 May 2023"),
    ],
)
def test_it_is_passed_or_to_come_as_at_the_board_s_day(board: date, words: str) -> None:
    told = response_words(inspection(date(2023, 3, 31)), board)
    assert told == f"{words} (56 days beginning with the day of publication, Police Act 1996 s.55)"


def test_a_stated_day_stands_and_another_by_law_is_told_with_it() -> None:
    stated = inspection(date(2023, 3, 31), response_due=date(2023, 5, 26))
    deadline = deadline_of(stated)
    assert deadline is not None
    assert (deadline.day, deadline.basis) == (date(2023, 5, 26), Basis.STATED)
    assert deadline.by_law == date(2023, 5, 25)
    told = response_words(stated, BOARD)
    assert told.startswith("was due by 26 May 2023, 236 days before this board's day (stated)")
    assert "Police Act 1996 s.55) by 25 May 2023" in told


def test_a_stated_day_that_the_law_gives_too_is_told_once() -> None:
    told = response_words(inspection(date(2023, 3, 31), response_due=date(2023, 5, 25)), BOARD)
    assert told == "was due by 25 May 2023, 237 days before this board's day (stated)"


def test_a_stated_day_stands_without_a_day_of_publication() -> None:
    told = response_words(inspection(response_due=date(2024, 1, 29)), BOARD)
    assert told == "is due in 12 days, by 29 Jan 2024 (stated)"


@pytest.mark.parametrize(
    ("finding", "stated"),
    [
        ("Reduce the time taken (published March 2023; day not stated)", None),
        ("Inadequate (dates: autumn 2022; publication month inferred)", None),
        ("Reduce the time taken", "March 2023"),
    ],
)
def test_a_day_of_publication_that_is_not_exact_makes_no_exact_deadline(
    finding: str, stated: str | None
) -> None:
    told = response_words(inspection(date(2023, 3, 31), finding=finding), BOARD, stated)
    assert told.endswith(", if published on 31 Mar 2023, which is not exact")


@pytest.mark.parametrize("stated", [None, "31 March 2023", "on the 31st of March", "2023-03-31"])
def test_words_that_name_the_day_are_exact(stated: str | None) -> None:
    assert names_day(stated, date(2023, 3, 31))
    exact = inspection(date(2023, 3, 31), finding="Reduce the time taken")
    assert "not exact" not in response_words(exact, BOARD, stated)


@pytest.mark.parametrize("stated", ["05 March 2024", "5 March 2024", "5th March", "2024-03-05"])
def test_a_day_of_one_digit_is_named_with_or_without_a_zero(stated: str) -> None:
    assert names_day(stated, date(2024, 3, 5))
    assert not names_day(stated, date(2024, 3, 15))


@pytest.mark.parametrize("stated", ["March 2023", "report published March 2023", "this quarter"])
def test_words_that_name_a_month_or_less_name_no_day(stated: str) -> None:
    assert not names_day(stated, date(2023, 3, 31))
    assert not names_day(stated, date(2023, 3, 2))
