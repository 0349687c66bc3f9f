"""Dates that can hardly be meant: too early, too far ahead, or in an odd order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from boardtui.core.words.days import years_after
from boardtui.core.words.wording import counted
from boardtui.ingest.columns import FIELDS
from boardtui.ingest.day_values import Day
from boardtui.ingest.doubts.rows import doubt
from boardtui.ingest.extract import Extract
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.in_memory import ordinals
from boardtui.ingest.request import ExtractSettings

NOT_BEFORE = (("last_visit", "registered_on"), ("last_assessment", "registered_on"))
"""Pairs of dates of a case of which the first should not be before the second."""


def implausible(extract: Extract, day: date, settings: ExtractSettings) -> Iterator[FaultGroup]:
    """Dates before the earliest year of the settings, or too many years after the snapshot's day.

    What stands for "no date" in a force's system (1900, 9999) is among these, and slips of the pen.
    """
    latest = years_after(day, settings.years_ahead)
    years = counted(settings.years_ahead, "years")
    for field in FIELDS[extract.kind]:
        if not isinstance(field.kind, Day):
            continue
        days = [value for value in extract.columns[field.name].values if isinstance(value, date)]
        if not days or (min(days).year >= settings.earliest_year and max(days) <= latest):
            continue
        early = f"{field.name} is before {settings.earliest_year}"
        ahead = f"{field.name} is more than {years} after the snapshot's day"
        yield from _where(extract, field.name, lambda d: d.year < settings.earliest_year, early)
        yield from _where(extract, field.name, lambda d: latest < d, ahead)


def _where(
    extract: Extract, name: str, odd: Callable[[date], bool], message: str
) -> Iterator[FaultGroup]:
    column = extract.columns[name]
    places = [p for p, value in enumerate(column.values) if isinstance(value, date) and odd(value)]
    yield from doubt(extract, name, extract.good & column.coded.where(places), message)


def odd_order(cases: Extract) -> Iterator[FaultGroup]:
    """What happened to a person before they were registered."""
    for later, earlier in NOT_BEFORE:
        first, second = cases.columns[earlier], cases.columns[later]
        days, base = ordinals(second), ordinals(first)
        odd = cases.good & (days > 0) & (base > 0) & (days < base)
        yield from doubt(cases, later, odd, f"{later} is before {earlier}")
