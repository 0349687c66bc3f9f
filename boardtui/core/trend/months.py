"""Which month a snapshot stands for, and which of several stands for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeVar

from boardtui.core.words.days import month_end, month_start, month_text, next_month

EARLY: Final = 15
"""A snapshot of this day of a month or before stands for the month that ended last."""

WHICH_MONTH: Final = (
    "A snapshot stands for the month whose end it is near: one of the 1st to the 15th for the "
    "month before, one of the 16th or later for its own. Of several for one month the one nearest "
    "to its end counts. A month without one is a gap, and so is a flow that is not of one month: "
    "where the snapshot before does not stand for the month before."
)


def month_of(day: date) -> date:
    """The first day of the month that a snapshot of a day stands for."""
    if day.day <= EARLY:
        first = month_start(day)
        return date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1)
    return month_start(day)


def from_end(day: date) -> int:
    """How many days a snapshot lies from the end of the month that it stands for."""
    return abs((day - month_end(month_of(day))).days)


Dated = TypeVar("Dated")


def by_month(dated: Iterable[tuple[date, Dated]]) -> dict[date, Dated]:
    """What stands for each month, by its first day, oldest first.

    Of two that are as near to the end the earlier one stands: it is of the month itself.
    """
    found: dict[date, tuple[int, Dated]] = {}
    for day, each in sorted(dated, key=lambda pair: pair[0]):
        month, far = month_of(day), from_end(day)
        if month not in found or far < found[month][0]:
            found[month] = far, each
    return {month: each for month, (_, each) in sorted(found.items())}


def months_from(first: date, last: date) -> Iterator[date]:
    """The first days of the months from one to another, both included."""
    month = first
    while month <= last:
        yield month
        month = next_month(month)


def no_snapshot(month: date) -> str:
    """Why there is no point of a month without a snapshot."""
    return f"no snapshot of {month_text(month)}"
