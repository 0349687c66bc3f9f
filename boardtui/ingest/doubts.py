"""Warnings: what is odd in the files of a snapshot and is stored all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from boardtui.ingest.coded import Mask
from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.in_memory import ordinals

NOT_BEFORE = (("last_visit", "registered_on"), ("last_assessment", "registered_on"))
"""Pairs of dates of a case of which the first should not be before the second."""

InSnapshotBefore = Callable[[list[str]], set[str]]
"""Which of some people are in the snapshot before."""


def doubts(extracts: dict[str, Extract], before: InSnapshotBefore | None) -> Iterator[FaultGroup]:
    """Every warning, by kind. `before` is None where there is no snapshot before."""
    cases = extracts["cases"]
    yield from _odd_dates(cases)
    if "officers" in extracts:
        yield from _without_posts(cases, extracts["officers"])
    if "leavers" in extracts or "visits" in extracts:
        here = _good_texts(cases, "case_ref")
        yield from _leavers(extracts, here, before)
        yield from _visits(extracts, here, before)


def _without_posts(cases: Extract, officers: Extract) -> Iterator[FaultGroup]:
    posts = _good_texts(officers, "officer_ref")
    unknown = _rows_with(cases, "officer_ref", lambda ref: ref not in posts)
    first = _first_of_each(cases.columns["officer_ref"], unknown)
    message = "an officer has no row in the officers file, so that their posts are unknown"
    yield from _doubt(cases, "officer_ref", first, message)


def _leavers(
    extracts: dict[str, Extract], here: set[str], before: InSnapshotBefore | None
) -> Iterator[FaultGroup]:
    leavers = extracts.get("leavers")
    if leavers is None:
        return
    still = _rows_with(leavers, "case_ref", lambda ref: ref in here)
    yield from _doubt(leavers, "case_ref", still, "a leaver is still in the cases")
    if before is not None:
        known = here | before(_others(leavers, here))
        unknown = _rows_with(leavers, "case_ref", lambda ref: ref not in known)
        message = "a leaver is of an unknown person, not in the snapshot before"
        yield from _doubt(leavers, "case_ref", unknown, message)


def _visits(
    extracts: dict[str, Extract], here: set[str], before: InSnapshotBefore | None
) -> Iterator[FaultGroup]:
    visits = extracts.get("visits")
    if visits is None:
        return
    known = here
    if "leavers" in extracts:
        known = known | _good_texts(extracts["leavers"], "case_ref")
    if before is not None:
        known = known | before(_others(visits, known))
    unknown = _rows_with(visits, "case_ref", lambda ref: ref not in known)
    yield from _doubt(visits, "case_ref", unknown, "a visit is of an unknown person")


def _odd_dates(cases: Extract) -> Iterator[FaultGroup]:
    for later, earlier in NOT_BEFORE:
        first, second = cases.columns[earlier], cases.columns[later]
        days, base = ordinals(second), ordinals(first)
        odd = cases.good & (days > 0) & (base > 0) & (days < base)
        yield from _doubt(cases, later, odd, f"{later} is before {earlier}")


def _good_texts(extract: Extract, name: str) -> set[str]:
    """The texts of a column in the rows that are stored."""
    column = extract.columns[name]
    used = np.unique(column.coded.codes[extract.good]) if len(extract.good) else ()
    values = (column.values[int(place)] for place in used)
    return {value for value in values if isinstance(value, str)}


def _others(extract: Extract, known: set[str]) -> list[str]:
    """The people of a file who are not among the known."""
    return sorted(_good_texts(extract, "case_ref") - known)


def _rows_with(extract: Extract, name: str, odd: Callable[[str], bool]) -> Mask:
    column = extract.columns[name]
    places = [
        place for place, value in enumerate(column.values) if isinstance(value, str) and odd(value)
    ]
    return extract.good & column.coded.where(places)


def _first_of_each(column: Column, rows: Mask) -> Mask:
    """Of the chosen rows, the first with each value."""
    places = np.flatnonzero(rows)
    _, first = np.unique(column.coded.codes[places], return_index=True)
    mask = np.zeros(len(rows), dtype=np.bool_)
    mask[places[first]] = True
    return mask


def _doubt(extract: Extract, name: str, rows: Mask, message: str) -> Iterator[FaultGroup]:
    if not rows.any():
        return
    coded = extract.columns[name].coded
    places = coded.codes[rows]
    yield FaultGroup(
        extract.file,
        name,
        message,
        extract.rows[rows],
        lambda place: coded.texts[int(places[place])],
    )
