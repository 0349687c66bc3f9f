"""The stored records as they are still in memory, for the store to count without reading them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from boardtui.core.criterion.criterion import columns_of
from boardtui.core.criterion.definition import Definition
from boardtui.core.history.case import DATES
from boardtui.core.measures.counted_columns import counted_columns
from boardtui.core.measures.measure import VisitCount
from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.values import Value
from boardtui.store.connection.database import Database
from boardtui.store.counting import columns as store
from boardtui.store.counting.records import Met, StoredRecords
from boardtui.store.flow.in_memory import Happened, Pairing, Register, columns_read
from boardtui.store.held.snapshots import SnapshotKey


def register_in_memory(cases: Extract, day: date) -> Register:
    """The good rows of a cases file, as the store's own reading of them would be."""
    columns = {
        name: (_dates if name in DATES else _texts)(cases.columns[name], cases)
        for name in dict.fromkeys((*counted_columns(), *columns_read()))
    }
    refs = cases.columns["case_ref"]
    codes = refs.coded.codes[cases.good].tolist()
    return Register(day, [str(refs.values[code]) for code in codes], columns)


class RecordsInMemory:
    """What an ingest has read of a snapshot, to be counted under a definition.

    `pairing` is with the snapshot before, where that is in memory too; else the `database` says how
    many people are in both.
    """

    def __init__(
        self,
        register: Register,
        extracts: Mapping[str, Extract],
        definition: Definition,
        pairing: Pairing | None,
        database: Database | None,
        snapshot: SnapshotKey,
    ) -> None:
        self._register, self._extracts, self._definition = register, extracts, definition
        self._pairing, self._database, self._snapshot = pairing, database, snapshot

    def cases(self) -> store.Columns:
        return store.Columns(self._register.columns, self._register.as_at, self._definition)

    def posts(self) -> Mapping[str, float]:
        """See `Records.posts`."""
        officers = self._extracts.get("officers")
        if officers is None:
            return {}
        refs, posts = officers.columns["officer_ref"], officers.columns["fte"]
        return {
            str(refs.at(row)): float(post)
            for row in np.flatnonzero(officers.good).tolist()
            if isinstance(post := posts.at(row), int | float)
        }

    def visits(self, measures: Sequence[VisitCount]) -> Mapping[date, Sequence[int]]:
        """See `Records.visits`."""
        visits = self._extracts.get("visits")
        if visits is None:
            return {}
        read = {"outcome", *(name for each in measures for name in columns_of(each.criterion))}
        columns = {name: _texts(visits.columns[name], visits) for name in read}
        told = store.Columns(columns, self._register.as_at, self._definition)
        days, places = np.unique(
            ordinals(visits.columns["visited_on"])[visits.good], return_inverse=True
        )
        counts = [
            np.bincount(places[told.flags(each.criterion)], minlength=len(days)).tolist()
            for each in measures
        ]
        return dict(
            zip(map(date.fromordinal, days.tolist()), zip(*counts, strict=True), strict=True)
        )

    def met(self, previous: SnapshotKey) -> Met:
        """See `Records.met`."""
        pairing = self._pairing
        if pairing is None:
            assert self._database is not None
            return StoredRecords(self._database, self._snapshot, self._definition).met(previous)
        return Met(len(pairing.now.refs), len(pairing.then.refs), pairing.both)


def happened_in_memory(extracts: Mapping[str, Extract], then: date, now: date) -> Happened:
    """What the files of a snapshot say of the time since the one before."""
    visits, leavers = extracts.get("visits"), extracts.get("leavers")
    return Happened(
        set() if visits is None else _seen(visits, then, now),
        {} if leavers is None else _reasons(leavers, then),
    )


def _seen(visits: Extract, then: date, now: date) -> set[str]:
    """Who was seen by a visit after one day and up to another."""
    outcome, refs = visits.columns["outcome"], visits.columns["case_ref"]
    days = ordinals(visits.columns["visited_on"])
    seen = visits.good & outcome.coded.where(p for p, v in enumerate(outcome.values) if v == "seen")
    seen &= (days > then.toordinal()) & (days <= now.toordinal())
    return {str(refs.values[code]) for code in refs.coded.codes[seen].tolist()}


def _reasons(leavers: Extract, then: date) -> dict[str, str | None]:
    """Why each person left after a day."""
    refs, days, reasons = (leavers.columns[name] for name in ("case_ref", "left_on", "reason"))
    found: dict[str, str | None] = {}
    for row in np.flatnonzero(leavers.good & (ordinals(days) > then.toordinal())).tolist():
        reason = reasons.at(row)
        found[str(refs.at(row))] = None if reason is None else str(reason)
    return found


def _texts(column: Column, cases: Extract) -> store.Column:
    # Several spellings may have one value ("High", "high"), which then has one number.
    numbers: dict[Value, int] = {None: 0}
    mine = [numbers.setdefault(value, len(numbers)) for value in column.values]
    codes = np.array(mine, dtype=np.int64)[column.coded.codes[cases.good]]
    return store.Column(codes, [None if value is None else str(value) for value in numbers])


def _dates(column: Column, cases: Extract) -> store.Column:
    return store.Column(ordinals(column)[cases.good], ())


def ordinals(column: Column) -> store.Codes:
    """Each row's day as a number; 0 where there is none."""
    days = [value.toordinal() if isinstance(value, date) else 0 for value in column.values]
    found: store.Codes = np.array(days, dtype=np.int64)[column.coded.codes]
    return found
