"""The nearest known name."""

from __future__ import annotations

import pytest

from boardtui.core.words.nearest import did_you_mean, nearest, suggestion

KNOWN = ["overdue_visits", "risk_level", "Exampleshire", "Avon and Somerset"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("overdue_visit", "overdue_visits"),
        ("risk-level", "risk_level"),
        ("exampleshire", "Exampleshire"),
        ("risk", "risk_level"),
        ("risk level", "risk_level"),
        ("avon and sumerset", "Avon and Somerset"),
        ("zebra", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_found_in_any_case(name: str, expected: str | None) -> None:
    assert nearest(name, KNOWN) == expected


def test_where_nothing_is_near_nothing_is_suggested() -> None:
    assert did_you_mean("zebra", KNOWN) == "."
    assert suggestion("zebra", KNOWN) == ""


def test_a_name_may_be_less_alike_where_that_is_asked_for() -> None:
    assert nearest("nirthwest", ["north"]) is None
    assert nearest("nirthwest", ["north"], alike=0.5) == "north"


def test_it_ends_a_sentence_or_is_one() -> None:
    assert did_you_mean("exampelshire", KNOWN) == "; did you mean Exampleshire?"
    assert suggestion("exampelshire", KNOWN) == " Did you mean Exampleshire?"
