"""What a value may be, column by column."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.criterion.dimension import RISK_LEVELS
from boardtui.ingest.columns import FIELDS
from boardtui.ingest.day_values import NOT_A_DATE, NOT_A_DAY, Day, parse_day
from boardtui.ingest.number_values import PartOfPost, Plain, Whole
from boardtui.ingest.values import Kind, Listed, Text, Value
from tests.ingest.trial import Trial, one_case


def value(kind: Kind, text: str) -> Value:
    parsed = kind.parse([text])
    assert not parsed.wrong, parsed.wrong
    return parsed.values[0]


def expected(kind: Kind, text: str) -> str:
    return kind.parse([text]).wrong[0]


@given(st.dates())
def test_a_day_reads_the_same_in_each_way_of_writing_it(day: date) -> None:
    iso = day.isoformat()
    british = f"{iso[8:]}/{iso[5:7]}/{iso[:4]}"
    for text in (iso, f"{iso}T00:00:00", f"{iso} 00:00:00", f"{iso} 00:00", british):
        assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        *("17/01/24", "2024-1-17", "45308", "17 Jan 2024", "01-17-2024", "17.01.2024", "7/1/2024"),
        *("2024-01-17T09:30:00", "2024-01-17 00:00:01", "2024/01/17", "20240117", "٢٠٢٤-٠١-١٧"),
    ],
)
def test_nothing_else_is_a_date(text: str) -> None:
    assert parse_day(text) == NOT_A_DATE


@pytest.mark.parametrize("text", ["31/02/2024", "2023-02-29", "01/13/2024", "2024-00-10"])
def test_a_day_must_be_in_the_calendar(text: str) -> None:
    assert parse_day(text) == NOT_A_DAY


@given(st.sampled_from(RISK_LEVELS), st.sampled_from([" ", "-", "_", "  "]), st.booleans())
def test_case_and_separators_of_listed_values_make_no_difference(
    level: str, separator: str, upper: bool
) -> None:
    text = level.replace("_", separator)
    assert value(Listed(RISK_LEVELS), text.upper() if upper else text.title()) == level


def test_what_is_not_in_the_list_is_told_the_list() -> None:
    assert expected(Listed(("yes", "no")), "perhaps") == "one of: yes, no"


@pytest.mark.parametrize(
    "text",
    ["00123", "NA", "null", "None", "1e5", "[red]x[/]", "=1+1", "-", "O'Brien", "Llŷn", "nan"],
)
def test_text_is_kept_as_written(trial: Trial, text: str) -> None:
    trial.ingest({"cases": one_case(text, unit=text, risk_tool=text)})
    assert trial.rows("SELECT case_ref, unit, risk_tool FROM cases") == [(text, text, text)]


printable = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1, max_size=200
)


@given(st.lists(printable, min_size=1))
def test_every_text_without_control_characters_is_its_own_value(texts: list[str]) -> None:
    parsed = Text().parse(texts)
    assert (parsed.values, parsed.wrong) == (texts, {})


@given(st.lists(st.text(max_size=220), min_size=1))
def test_text_is_refused_just_where_it_is_too_long_or_controls(texts: list[str]) -> None:
    refused = ("Cc", "Cf", "Zl", "Zp", "Cs")
    bad = {
        place
        for place, text in enumerate(texts)
        if len(text) > 200 or any(unicodedata.category(c) in refused for c in text)
    }
    assert set(Text().parse(texts).wrong) == bad


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x00", "\u202e", "\u200b", "\x9b"])
def test_a_character_that_could_spoof_a_screen_is_refused(character: str) -> None:
    assert "control or formatting character" in expected(Text(), f"a{character}b")


def test_white_space_at_the_ends_is_removed(trial: Trial) -> None:
    trial.ingest({"cases": "case_ref,risk_level,status,unit\n C1\t,\u00a0high ,community,\u3000\n"})
    assert trial.rows("SELECT case_ref, risk_level, unit FROM cases") == [("C1", "high", None)]


@pytest.mark.parametrize("text", ["-1", "1.5", "two", "1e1", "²"])
def test_officers_at_a_visit_are_a_whole_number(text: str) -> None:
    assert expected(Whole(), text) == "a whole number"


@pytest.mark.parametrize(("text", "number"), [("1", 1.0), ("0.5", 0.5), ("1.00", 1.0)])
def test_a_part_of_a_post_is_above_0_and_at_most_1(text: str, number: float) -> None:
    assert value(PartOfPost(), text) == number


@pytest.mark.parametrize("text", ["0", "1.01", "-0.5", "50%", "nan", "1e-1", ""])
def test_what_is_no_part_of_a_post_is_refused(text: str) -> None:
    assert expected(PartOfPost(), text) == "a number above 0 and at most 1"


@pytest.mark.parametrize("text", ["1,500", "1e3", "inf", "nan", "≈5", "0x10", "--5"])
def test_a_published_value_is_a_plain_number(text: str) -> None:
    assert expected(Plain(), text) == "a plain number like 1500 or 15.5"


def test_a_day_not_in_the_past_may_be_any() -> None:
    assert value(Day(), "2099-12-31") == date(2099, 12, 31)


PAST = [
    (kind, field.name)
    for kind, fields in FIELDS.items()
    for field in fields
    if isinstance(field.kind, Day) and field.kind.past
]


def test_the_dates_that_cannot_be_in_the_future() -> None:
    assert PAST == [
        ("cases", "last_visit"),
        ("cases", "last_assessment"),
        ("cases", "registered_on"),
        ("visits", "visited_on"),
        ("leavers", "left_on"),
    ]


def test_due_today_and_seen_today_are_accepted_and_tomorrow_is_not(trial: Trial) -> None:
    today, tomorrow = date(2024, 1, 17), date(2024, 1, 17) + timedelta(1)
    trial.ingest({"cases": one_case(last_visit=today.isoformat(), visit_due="2031-01-01")})
    refused = trial.refused(
        {"cases": one_case(last_visit=tomorrow.isoformat())}, force="Kent", as_at=today
    )
    (fault,) = refused.faults
    assert (fault.row, fault.column, fault.value) == (2, "last_visit", "2024-01-18")
    assert fault.expected == "a day not after the snapshot's, 2024-01-17"


@pytest.mark.parametrize("text", ["-1", "1-", "_2_"])
def test_a_sign_is_no_separator(trial: Trial, text: str) -> None:
    rows = ("case_ref,risk_level,status,mappa_category", "C1,very-high,community,1")
    content = "\n".join((*rows, f"C2,low,custody,{text}", ""))
    (fault,) = trial.refused({"cases": content}).faults
    assert (fault.column, fault.value) == ("mappa_category", text)
