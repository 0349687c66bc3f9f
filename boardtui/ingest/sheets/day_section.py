"""One section of a number format that shows a day or a time, and what a number looks like in it.

Spreadsheets store days as numbers: days since 30 December 1899 or since 1 January 1904, and the
time of the day as a part of 1. Excel takes 1900 for a leap year, so that before March 1900 its days
are one later, and its 29 February 1900 is none.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from boardtui.ingest.sheets.format_tokens import Section

NO_LEAP_DAY = 60
FIRST_YEAR = 1900
SECONDS = 86_400
LAST = 2_958_466
"""The day after 31 December 9999."""


def is_day(section: Section) -> bool:
    """Whether a section shows a day or a time at all."""
    return any(
        token.kind in ("noon", "elapsed")
        or (token.kind == "mark" and token.text.lower() in "ymdhs")
        for token in section
    )


class Moment(NamedTuple):
    """A day, and the seconds since it began."""

    day: date
    seconds: int

    @property
    def time(self) -> str:
        minutes, seconds = divmod(self.seconds, 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def day_in(section: Section, number: Decimal, epoch_1904: bool) -> str | None:
    """A number as a section shows it: 2024-01-17, 2024-01-17 09:30:00, Mar-23, 09:30:00.

    A day of which year, month and day are shown is given one way, however they are ordered. None
    where no such day is: below 0, in Excel's 29 February 1900, or for a time that runs on.
    """
    marks = {token.text.lower() for token in section if token.kind == "mark"}
    timed = bool(marks & {"h", "s"})
    found = moment(number, epoch_1904)
    if found is None or any(token.kind == "elapsed" for token in section):
        return None
    if timed and not marks & {"y", "d"}:
        return found.time
    if found.day.year < FIRST_YEAR:
        return None
    if timed and found.seconds:
        return f"{found.day} {found.time}"
    return str(found.day) if timed or marks >= {"y", "m", "d"} else _in_part(section, found.day)


def moment(number: Decimal, epoch_1904: bool) -> Moment | None:
    """The moment that a number stands for, to the second; a number below 1 is a time alone."""
    if not 0 <= number < LAST:
        return None
    days, seconds = divmod(int((number * SECONDS).to_integral_value()), SECONDS)
    if epoch_1904:
        start = date(1904, 1, 1)
    elif days == NO_LEAP_DAY:
        return None
    else:
        start = date(1899, 12, 31 if days < NO_LEAP_DAY else 30)
    try:
        return Moment(start + timedelta(days), seconds)
    except OverflowError:
        return None


def _in_part(section: Section, day: date) -> str:
    """A day of which only a part is shown, such as its month and year."""
    shown = ""
    for (kind, letter), run in groupby(section, lambda t: (t.kind, t.text.lower())):
        text = "".join(token.text for token in run)
        shown += _part(letter, len(text), day) if kind == "mark" else text
    return shown.strip()


def _part(letter: str, count: int, day: date) -> str:
    wordy = count > 2
    match letter:
        case "y":
            return f"{day:%Y}" if wordy else f"{day:%y}"
        case "m" if wordy:
            return f"{day:%B}" if count == 4 else f"{day:%b}"
        case "d" if wordy:
            return f"{day:%A}" if count > 3 else f"{day:%a}"
        case "m" | "d":
            number = day.month if letter == "m" else day.day
            return f"{number:0{count}}"
        case _:
            return letter * count if letter != "@" else ""
