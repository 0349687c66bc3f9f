"""Dates as extracts may write them, and no other way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from boardtui.ingest.values import Parsed, Wrong, one_by_one

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\.0{1,9})?)?)?", re.ASCII)
BRITISH = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})", re.ASCII)

REMEMBERED = 1 << 15
"""Texts whose day is known: nearly ninety years of days, which every file has again."""

NOT_A_DATE = Wrong("a date like 2024-01-17 or 17/01/2024")
NOT_A_DAY = Wrong("a day of the calendar: there is no such day")


@lru_cache(REMEMBERED)
def parse_day(text: str) -> date | Wrong:
    """The day that a text names, or what was expected instead."""
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := BRITISH.fullmatch(text):
        day, month, year = found.groups()
    else:
        return NOT_A_DATE
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return NOT_A_DAY


class Day(Struct, frozen=True):
    """A date; where `past`, not after the day of the snapshot that it belongs to."""

    past: bool = False

    def parse(self, texts: Sequence[str]) -> Parsed:
        """See `Kind.parse`."""
        return one_by_one(texts, parse_day)


def are_days(texts: Sequence[str]) -> bool:
    """Whether every text names a day, but for blanks."""
    return {date}.issuperset(map(type, map(parse_day, filter(None, texts))))
