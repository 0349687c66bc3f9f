"""What a cell shows of a number or a text, by its format, as Excel shows it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.ingest.sheets.cell import HIDDEN_BY_FORMAT, TOO_MANY_DIGITS, Shown
from boardtui.ingest.sheets.number_format import BUILT_IN, NO_DAY, NumberFormat


def shown(code: str, number: str, epoch_1904: bool = False) -> Shown:
    return NumberFormat(code).number(number, epoch_1904)


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        ("General", "5", "5"),
        ("General", "-0.5", "-0.5"),
        ("General", "15.300000000000001", "15.3"),
        ("General", "1E+5", "100000"),
        ("General", "123456789012", "123456789012"),
        ("[Red]General", "5", "5"),
        ("@", "123", "123"),
        ("", "7", "7"),
        ("0", "15.4", "15"),
        ("0", "0.5", "1"),
        ("0", "2.5", "3"),
        ("0", "-3", "-3"),
        ("00000", "123", "00123"),
        ("00000", "1234567", "1234567"),
        ("0000000000", "0", "0000000000"),
        ('"EX-"00000', "123", "EX-00123"),
        ("\\E\\X\\-000;@", "7", "EX-007"),
        ("000-00-0000", "123456789", "123-45-6789"),
        ("00\\/000", "12345", "12/345"),
        ("0.0", "15.25", "15.3"),
        ("0.00", "15.5", "15.50"),
        ("0.0#", "15.5", "15.5"),
        ("0.##", "15", "15"),
        ("#.00", "0.5", ".50"),
        ("0%", "0.15", "15%"),
        ("0.0%", "0.153", "15.3%"),
        ("0.00%", "0.153", "15.30%"),
        ("0 %", "0.15", "15 %"),
        ("#,##0", "1500", "1500"),
        ("#,##0.00", "1234.5", "1234.50"),
        ("#,##0,", "1500000", "1500"),
        ('0.0,,"m"', "1500000", "1.5m"),
        ("[Blue]0;[Red]-0", "-7", "-7"),
        ("0;(0)", "-7", "(7)"),
        ('0;-0;"none"', "0", "none"),
        ("[$£-809]#,##0", "1500", "£1500"),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "1500", "1500"),
        ('General" days"', "12", "12 days"),
        ('"n/a"', "5", "n/a"),
        ("# ??", "12", "12"),
    ],
)
def test_a_number_is_shown_by_its_format(code: str, number: str, text: str) -> None:
    assert shown(code, number) == (text, None)


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        ("yyyy-mm-dd", "45308", "2024-01-17"),
        ("dd/mm/yyyy", "45308", "2024-01-17"),
        ("[$-809]dddd, d mmmm yyyy;@", "45308", "2024-01-17"),
        ("d-mmm-yy", "45308", "2024-01-17"),
        ("m/d/yy", "45308", "2024-01-17"),
        ("dd.mm.yyyy", "45308.4", "2024-01-17"),
        ("yyyy-mm-dd hh:mm", "45308", "2024-01-17"),
        ("yyyy-mm-dd hh:mm", "45308.395833333336", "2024-01-17 09:30:00"),
        ("mmm-yy", "44986", "Mar-23"),
        ("mmmm yyyy", "44986", "March 2023"),
        ("mm/yyyy", "44986", "03/2023"),
        ("d-mmm", "45308", "17-Jan"),
        ("yyyy", "45308", "2024"),
        ("dddd", "45308", "Wednesday"),
        ("h:mm", "45308.395833333336", "09:30:00"),
        ("h:mm AM/PM", "0.395833333333333", "09:30:00"),
        ("yyyy-mm-dd", "1", "1900-01-01"),
        ("yyyy-mm-dd", "59", "1900-02-28"),
        ("yyyy-mm-dd", "61", "1900-03-01"),
        ("yyyy-mm-dd", "2958465", "9999-12-31"),
    ],
)
def test_a_day_is_shown_one_way_and_a_part_of_it_as_it_is(
    code: str, number: str, text: str
) -> None:
    assert shown(code, number) == (text, None)


@given(st.dates(date(1900, 3, 1)))
def test_days_count_from_the_end_of_1899(day: date) -> None:
    assert shown("dd/mm/yyyy", str((day - date(1899, 12, 30)).days)).text == day.isoformat()


@given(st.dates(date(1904, 1, 1), date(9999, 12, 31) - timedelta(1462)))
def test_or_from_the_beginning_of_1904(day: date) -> None:
    number = str((day - date(1904, 1, 1)).days)
    assert shown("dd/mm/yyyy", number, epoch_1904=True).text == day.isoformat()


@pytest.mark.parametrize(
    ("code", "number", "expected"),
    [
        ("yyyy-mm-dd", "60", NO_DAY),
        ("yyyy-mm-dd", "0", NO_DAY),
        ("yyyy-mm-dd", "-1", NO_DAY),
        ("yyyy-mm-dd", "2958466", NO_DAY),
        ("[h]:mm:ss", "1.5", NO_DAY),
        (";;;", "5", HIDDEN_BY_FORMAT),
        ("0;-0;;@", "0", HIDDEN_BY_FORMAT),
        ("#", "0", HIDDEN_BY_FORMAT),
        ("General", "1E+15", TOO_MANY_DIGITS),
        ("0", "1234567890123456", TOO_MANY_DIGITS),
        ("0.00E+00", "100000", "a number in another format than 0.00E+00"),
        ("# ?/?", "0.5", "a number in another format than # ?/?"),
        ("[<1]0.0;0", "5", "a number in another format than [<1]0.0;0"),
        ("0." + "0" * 40, "5", "a number in another format than 0." + "0" * 40),
        ("0", "nan", "a number that can be read"),
        ("0", "1_000", "a number that can be read"),
    ],
)
def test_what_shows_no_value_or_cannot_be_told_is_no_value(
    code: str, number: str, expected: str
) -> None:
    assert shown(code, number).wrong == expected


@pytest.mark.parametrize(
    ("code", "text", "seen"),
    [
        ("00000", "C1", "C1"),
        ("0;-0;0", "C1", "C1"),
        ("0;-0;0;@", "C1", "C1"),
        ('"EX-"@', "7", "EX-7"),
        ('0;-0;0;"x"', "C1", "x"),
    ],
)
def test_a_text_is_shown_by_the_section_for_texts(code: str, text: str, seen: str) -> None:
    assert NumberFormat(code).text(text) == (seen, None)


def test_a_text_that_its_format_hides_is_no_value() -> None:
    assert NumberFormat(";;;").text("C1") == ("C1", HIDDEN_BY_FORMAT)


@given(st.text(max_size=30), st.decimals(allow_nan=False, allow_infinity=False))
def test_no_format_and_no_number_is_too_much(code: str, number: object) -> None:
    found = shown(code, str(number))
    assert found.text or found.wrong


@pytest.mark.parametrize("number", BUILT_IN)
def test_every_format_that_has_only_a_number_can_be_read(number: int) -> None:
    assert NumberFormat(BUILT_IN[number]).number("45308.5", False).text
