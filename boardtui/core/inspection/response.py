"""By when a commissioner must answer an inspection's report."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from boardtui.core.inspection.inspection import Inspection
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import days_text

RESPONSE_DAYS = 56
"""The days that a commissioner has to publish comments on a report, with the action on each
recommendation or why none: "before the end of the period of 56 days beginning with the day on which
the report is published" (Police Act 1996 s.55(5A), legislation.gov.uk/ukpga/1996/16/section/55).
The day of publication is the first of them."""

RESPONSE_LAW_FROM = date(2017, 5, 2)
"""The day from which that is law (S.I. 2017/399 reg. 4, on section 37 of the Policing and Crime Act
2017): an earlier report had no such day."""

NOT_EXACT = re.compile(r"\b(?:inferred|not stated|not known)\b", re.IGNORECASE)
"""What a finding says where its dates were not given to the day."""


class Basis(StrEnum):
    """Where the day of a deadline comes from."""

    STATED = "stated"
    LAW = "56 days beginning with the day of publication, Police Act 1996 s.55"

    @property
    def briefly(self) -> str:
        return "as stated" if self is Basis.STATED else "by law"


class Deadline(Struct, frozen=True):
    """The last day for the commissioner's comments.

    `by_law` is the day that the law gives, where that is known; it can be another than was stated.
    `published_on` is set where the day of publication, from which the law counts, is not exact.
    """

    day: date
    basis: Basis
    by_law: date | None
    published_on: date | None = None

    def days_left(self, as_at: date) -> int:
        """Days from a day to the deadline; negative where it has passed."""
        return (self.day - as_at).days

    def words(self, as_at: date) -> str:
        """When the comments were or are due, as seen from a board's day."""
        left = self.days_left(as_at)
        if left < 0:
            when = f"due by {day_text(self.day)}, {days_text(-left)} before this board's day"
        elif left:
            when = f"due in {days_text(left)}, by {day_text(self.day)}"
        else:
            when = f"due by this board's day, {day_text(self.day)}"
        told = f"{'was' if left < 0 else 'is'} {when} ({self.basis})"
        if self.basis is Basis.LAW:
            return f"{told}{self._if_exact()}"
        if self.by_law is not None and self.by_law != self.day:
            return f"{told}; by law ({Basis.LAW}) by {day_text(self.by_law)}{self._if_exact()}"
        return told

    def _if_exact(self) -> str:
        if self.published_on is None:
            return ""
        return f", if published on {day_text(self.published_on)}, which is not exact"


def deadline_of(inspection: Inspection, stated: str | None = None) -> Deadline | None:
    """The day as stated, else as the law counts it; None where neither is known.

    `stated` is the day of publication in the words in which it was given, where it was.
    """
    by_law = response_by_law(inspection.published_on)
    exact = by_law is None or not _in_doubt(inspection, stated)
    published_on = None if exact else inspection.published_on
    if inspection.response_due is not None:
        return Deadline(inspection.response_due, Basis.STATED, by_law, published_on)
    return Deadline(by_law, Basis.LAW, by_law, published_on) if by_law else None


def response_words(inspection: Inspection, as_at: date, stated: str | None = None) -> str:
    """By when the commissioner's comments were or are due; or why that is not known."""
    deadline = deadline_of(inspection, stated)
    if deadline is not None:
        return deadline.words(as_at)
    if inspection.published_on is None:
        return "by when is not known: the day of publication is not given"
    since = day_text(RESPONSE_LAW_FROM)
    return f"no day was set: the limit of {RESPONSE_DAYS} days became law on {since}"


def _in_doubt(inspection: Inspection, stated: str | None) -> bool:
    """Whether the day of publication stands for one that was not given to the day."""
    published = inspection.published_on
    given = published is not None and names_day(stated, published)
    return not given or NOT_EXACT.search(inspection.finding or "") is not None


def response_by_law(published_on: date | None) -> date | None:
    """The last of the days that the law gives from a report's publication; None where it does not.

    A report of before the law has no such day.
    """
    if published_on is None or published_on < RESPONSE_LAW_FROM:
        return None
    return published_on + timedelta(days=RESPONSE_DAYS - 1)


def names_day(stated: str | None, day: date) -> bool:
    """Whether words name the day ("17 January 2024") and not only its month or less.

    Where nothing was stated, the day was given as it is.
    """
    if stated is None:
        return True
    return re.search(rf"\b0?{day.day}(?:st|nd|rd|th)?\b", stated) is not None
