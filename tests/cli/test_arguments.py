"""How dates and names on the command line are read."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date

import pytest

from boardtui.cli.arguments import against, day, dimension, measure
from boardtui.cli.main import main


@pytest.mark.parametrize("text", ["2024-01-17", "17/01/2024", " 17/1/2024 "])
def test_a_day_is_iso_or_day_first(text: str) -> None:
    assert day(text) == date(2024, 1, 17)


@pytest.mark.parametrize(
    "text", ["17/01/24", "01-17-2024", "17 Jan 2024", "20240117", "", "٢٠٢٤-٠١-١٧", "2024-1-17"]
)
def test_any_other_writing_of_a_day_is_refused(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is not a date: write 2024-01-17 or 17/01/2024"):
        day(text)


@pytest.mark.parametrize("text", ["2024-02-30", "01/17/2024", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match=f"there is no day {text}"):
        day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inspection", "inspection"),
        ("None", "none"),
        ("31/03/2023", "2023-03-31"),
        ("2023-03-31", "2023-03-31"),
    ],
)
def test_a_baseline_is_a_word_or_a_day(text: str, expected: str) -> None:
    assert against(text) == expected


def test_any_other_baseline_is_refused() -> None:
    with pytest.raises(ArgumentTypeError, match="or inspection, or none"):
        against("last year")


def test_a_measure_that_is_nearly_one_gets_the_nearest() -> None:
    with pytest.raises(ArgumentTypeError, match="no measure overdue_visit; did you mean overdue_v"):
        measure("overdue_visit")


def test_a_dimension_that_is_nearly_one_gets_the_nearest() -> None:
    with pytest.raises(ArgumentTypeError, match="no dimension risk; did you mean risk_level"):
        dimension("risk")


def test_a_name_like_no_other_gets_no_suggestion() -> None:
    with pytest.raises(ArgumentTypeError, match=r"^there is no measure zebra$"):
        measure("zebra")


def test_what_was_typed_wrong_is_told_with_nothing_to_obey(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["define", "--x\x1b]2;evil\x07"]) == 2
    assert "--x�]2;evil�" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01", "17/01/0202"])
def test_a_day_of_an_absurd_year_is_refused(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="years go from 1900 to 2200"):
        day(text)
