"""What a column's values must be beyond their kind: not in the future, and no key twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np

from boardtui.ingest.coded import Coded, Mask, Rows
from boardtui.ingest.columns import Field
from boardtui.ingest.day_values import Day
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.values import Parsed


def in_column(
    file: str,
    called: str,
    field: Field,
    coded: Coded,
    parsed: Parsed,
    rows: Rows,
    day: date | None,
) -> Iterator[tuple[Mask, FaultGroup]]:
    """Every kind of fault in a column, with the rows that have it.

    `called` is the file's own name of the column; `day` is the snapshot's.
    """
    expected: dict[str, list[int]] = {}
    wrong = parsed.wrong | _in_future(field, parsed, day)
    for place, what in wrong.items():
        expected.setdefault(what, []).append(place)
    for what, places in expected.items():
        mask = coded.where(places)
        if mask.any():
            yield mask, _group(file, called, what, coded, rows, mask)
    if field.key:
        mask = _repeated(coded, parsed)
        if mask.any():
            what = f"a {called} of its own: another row has the same"
            yield mask, _group(file, called, what, coded, rows, mask)


def _in_future(field: Field, parsed: Parsed, day: date | None) -> dict[int, str]:
    if day is None or not isinstance(field.kind, Day) or not field.kind.past:
        return {}
    days: Iterator[Any] = filter(None, parsed.values)
    if max(days, default=day) <= day:
        return {}
    what = f"a day not after the snapshot's, {day.isoformat()}"
    return {
        place: what
        for place, value in enumerate(parsed.values)
        if isinstance(value, date) and value > day
    }


def _repeated(coded: Coded, parsed: Parsed) -> Mask:
    """Every row of each good value that more than one row has."""
    counts = np.bincount(coded.codes, minlength=len(coded.texts))
    many = np.flatnonzero(counts > 1).tolist()
    return coded.where(place for place in many if parsed.values[place] is not None)


def _group(file: str, called: str, what: str, coded: Coded, rows: Rows, mask: Mask) -> FaultGroup:
    places = coded.codes[mask]
    return FaultGroup(file, called, what, rows[mask], lambda place: coded.texts[int(places[place])])
