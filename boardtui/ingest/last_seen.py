"""When each person of a cases file was last seen: the later of last_visit and the visits file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from boardtui.core.measures.given import LAST_SEEN
from boardtui.ingest.coded import Coded
from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.in_memory import ordinals
from boardtui.store.counting.columns import Codes


def add_last_seen(cases: Extract, visits: Extract | None) -> None:
    """Put the column into the extract of the cases.

    It counts as given where last_visit is, or where the visits file has seen everybody who is owed
    visits: of anybody else nothing is known.
    """
    days = ordinals(cases.columns["last_visit"])
    if visits is not None:
        days = np.maximum(days, _seen_by_visits(cases.columns["case_ref"], visits))
    distinct, codes = np.unique(days, return_inverse=True)
    values = [date.fromordinal(day) if day else None for day in distinct.tolist()]
    texts = [value.isoformat() if value else "" for value in values]
    cases.columns[LAST_SEEN] = Column(Coded(codes.astype(np.int32), texts), list(values))
    if "last_visit" in cases.given or (visits is not None and _everybody(cases, days)):
        cases.given |= {LAST_SEEN}


def _everybody(cases: Extract, days: Codes) -> bool:
    """Whether everybody who is owed visits was seen on a day that is known."""
    owed = cases.good.copy()
    for name, value in (("status", "community"), ("management", "active")):
        column = cases.columns[name]
        owed &= column.coded.where(p for p, each in enumerate(column.values) if each == value)
    return bool((days[owed] > 0).all())


def _seen_by_visits(refs: Column, visits: Extract) -> Codes:
    """For each case the day of the last visit at which they were seen; 0 for none."""
    latest = _latest_seen(visits)
    by_text = np.array([latest.get(value, 0) for value in refs.values], dtype=np.int64)
    found: Codes = by_text[refs.coded.codes]
    return found


def _latest_seen(visits: Extract) -> Mapping[object, int]:
    """The day of the last visit seen of each person, by the reference."""
    outcome, refs = visits.columns["outcome"], visits.columns["case_ref"]
    seen = visits.good & outcome.coded.where(
        place for place, value in enumerate(outcome.values) if value == "seen"
    )
    last = np.zeros(len(refs.values), dtype=np.int64)
    np.maximum.at(last, refs.coded.codes[seen], ordinals(visits.columns["visited_on"])[seen])
    return {refs.values[place]: int(last[place]) for place in np.flatnonzero(last).tolist()}
