"""Figures of visits tried, month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from boardtui.core.figure.figure import Figure
from boardtui.core.measures import of_kind
from boardtui.core.measures.measure import VisitCount
from boardtui.core.words.days import day_text, month_end, month_start, next_month
from boardtui.store.counting.making import Maker
from boardtui.store.counting.records import Records

PLAUSIBLE_FROM = date(1990, 1, 1)
"""The day before which a visit is a slip of the pen: months are told from here on."""


def visit_figures(records: Records, maker: Maker) -> Iterator[Figure]:
    """The visits of each calendar month, from the file's first visit to the snapshot's day.

    The first month, unless the file's first visit is on its 1st, and the month of the snapshot's
    day, unless that is its last, are partial, and say so. Months after that of the file's last
    visit are not in the file.
    """
    snapshot, measures = maker.snapshot, of_kind(VisitCount)
    by_day = records.visits(measures)
    plausible = [day for day in by_day if PLAUSIBLE_FROM <= day <= snapshot.as_at]
    first, last = min(plausible, default=None), max(plausible, default=None)
    for place, measure in enumerate(measures):
        if first is None or last is None or maker.why_unknown(measure, ()):
            yield maker.figure(measure, None, unknown="no visit in the visits file")
            continue
        months: Counter[date] = Counter()
        for day, counts in by_day.items():
            months[month_start(day)] += counts[place]
        start = month_start(first)
        while start <= snapshot.as_at:
            period = (start, min(month_end(start), snapshot.as_at))
            partial = _partial(start, first, snapshot.as_at)
            value = months[start] if start <= last else None
            yield maker.figure(
                measure, value, period=period, partial=partial, unknown="not in the visits file"
            )
            start = next_month(start)


def _partial(start: date, first: date, day: date) -> str | None:
    """Why a month is not a whole one; None where it is."""
    parts = []
    if start < first and start == month_start(first):
        parts.append(f"from {day_text(first)}")
    if start == month_start(day) and day != month_end(day):
        parts.append(f"up to {day_text(day)}")
    return " ".join(parts) or None
