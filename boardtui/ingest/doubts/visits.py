"""What is odd in a visits file, by itself and beside the cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from boardtui.core.words.days import day_text, month_start, month_text, next_month
from boardtui.ingest.coded import Mask
from boardtui.ingest.doubts.rows import doubt, first_of_each, of_whole
from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.in_memory import ordinals
from boardtui.store.counting.columns import Codes


def repeated(visits: Extract) -> Iterator[FaultGroup]:
    """Rows that say again what an earlier one says: same person, day and outcome.

    Two visits of one day that came to different things are two visits. The same thing twice may be
    as well, so that both are counted, and this is said.
    """
    said = np.flatnonzero(visits.good)
    key = _numbers(visits.columns["case_ref"])[said]
    for name in ("visited_on", "outcome"):
        codes = _numbers(visits.columns[name])[said]
        key = key * (codes.max(initial=0) + 1) + codes
    _, first = np.unique(key, return_index=True)
    rows = visits.good.copy()
    rows[said[first]] = False
    message = "a visit is listed again: the same person, day and outcome"
    yield from doubt(visits, "case_ref", rows, message)


def _numbers(column: Column) -> Codes:
    """Each row's value as a number, the same for all spellings of one value."""
    numbers: dict[object, int] = {}
    mine = [numbers.setdefault(value, len(numbers)) for value in column.values]
    found: Codes = np.array(mine, dtype=np.int64)[column.coded.codes]
    return found


def seen_later(visits: Extract, cases: Extract, here: Mapping[object, int]) -> Iterator[FaultGroup]:
    """People whom a visit has seen later than the cases file says, once each, by their last one.

    `here` has the place of each person among the rows of the cases.
    """
    refs, days = visits.columns["case_ref"], ordinals(visits.columns["visited_on"])
    codes = refs.coded.codes
    at = np.array([here.get(ref, -1) for ref in refs.values], dtype=np.int64)
    seen = visits.good & _seen(visits) & (at >= 0)[codes]
    last = np.zeros(len(refs.values), dtype=np.int64)
    np.maximum.at(last, codes[seen], days[seen])
    recorded = np.where(at >= 0, ordinals(cases.columns["last_visit"])[at], 0)
    for people, message in (
        ((recorded == 0), "a person was seen who has no last_visit in the cases"),
        ((recorded > 0), "a person was seen later than their last_visit in the cases"),
    ):
        chosen = seen & (people & (last > recorded))[codes] & (days == last[codes])
        odd = first_of_each(refs, chosen)
        yield from doubt(visits, "visited_on", odd, f"{message}: the later day counts")


def _seen(visits: Extract) -> Mask:
    outcome = visits.columns["outcome"]
    return outcome.coded.where(p for p, value in enumerate(outcome.values) if value == "seen")


def ends_early(visits: Extract, day: date, earliest_year: int) -> Iterator[FaultGroup]:
    """Months up to the snapshot's day that come after the file's last visit."""
    column = visits.columns["visited_on"]
    used = np.unique(column.coded.codes[visits.good]).tolist()
    days = (column.values[place] for place in used)
    plausible = [d for d in days if isinstance(d, date) and d.year >= earliest_year]
    last = max(plausible, default=None)
    if last is None or month_start(last) >= month_start(day):
        return
    first, now = month_text(next_month(last)), month_text(day)
    months = f"{now} is" if first == now else f"{first} to {now} are"
    message = f"its last visit is of {day_text(last)}, so that {months} not in it"
    yield of_whole(visits.file, message, "visited_on", None)
