"""The flow of a backlog between two registers that are in memory, as an ingest has them.

It is that of `boardtui.store.flow.flows`, which asks the database; a test holds the two together.
Each backlog's people are counted by what is true of them, piece by piece, as there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache

import numpy as np
from msgspec import Struct

from boardtui.core.criterion.criterion import Criterion, columns_of
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.facts import FACTS, pieces
from boardtui.core.flow.parts import Part
from boardtui.core.history.case import COLUMNS
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.store.counting.columns import Codes, Column, Columns, Flags
from boardtui.store.flow.flows import Reasons
from boardtui.store.flow.pair_counts import Answers, Told, asked_of


class Register(Struct, frozen=True):
    """A snapshot's cases in memory: who they are, each once, and the columns of their rows."""

    as_at: date
    refs: Sequence[str]
    columns: Mapping[str, Column]


class Happened(Struct, frozen=True):
    """What the files say of the time between two registers that follow each other.

    `seen` are the people whom a visit saw, `reasons` those who left by the leavers file, with why.
    """

    seen: Collection[str]
    reasons: Mapping[str, str | None]


class Pairing:
    """Everybody in two registers: those in the later one, then those in the earlier one alone."""

    def __init__(self, then: Register, now: Register) -> None:
        self.then, self.now = then, now
        places = {ref: place for place, ref in enumerate(then.refs)}
        at = np.array([places.get(ref, -1) for ref in now.refs], dtype=np.int64)
        left = np.ones(len(then.refs), dtype=np.bool_)
        left[at[at >= 0]] = False
        gone = np.flatnonzero(left)
        self._at = {
            "then": np.concatenate([at, gone]),
            "now": np.concatenate([np.arange(len(at)), np.full(len(gone), -1)]),
        }
        self.refs = [*now.refs, *(then.refs[place] for place in gone.tolist())]
        self.both = len(then.refs) - len(gone)

    def on_side(self, side: str, found: Codes | Flags) -> Codes:
        """What is said of each row of one side by pairs, 0 where somebody has no row there."""
        # The place -1, of nobody, is the last.
        codes: Codes = np.append(found, 0).astype(np.int64)[self._at[side]]
        return codes

    def is_in(self, side: str) -> Flags:
        """Who has a row on one side."""
        found: Flags = self._at[side] >= 0
        return found

    @cached_property
    def columns(self) -> dict[str, Column]:
        """The columns of both sides that flows read, as they are named of a pair."""
        return {
            f"{side}.{name}": Column(self.on_side(side, column.codes), column.values)
            for side, register in (("then", self.then), ("now", self.now))
            for name in columns_read()
            for column in [register.columns[name]]
        }


def flow_counts_in_memory(
    pairing: Pairing, happened: Happened, definition: Definition
) -> dict[str, tuple[Counter[str], Reasons]]:
    """As `flow_counts` of two snapshots of which the later one follows the earlier."""
    return {
        backlog.name: _counts(pairing, happened, backlog, definition)
        for backlog in BACKLOGS.values()
    }


def _counts(
    pairing: Pairing, happened: Happened, backlog: Backlog, definition: Definition
) -> tuple[Counter[str], Reasons]:
    facts = {name: _yes(flags) for name, flags in _facts(pairing, happened, backlog, definition)}
    pairs = Columns(facts | pairing.columns, pairing.now.as_at, definition)
    numbers = np.zeros(len(pairing.refs), dtype=np.int64)
    for piece, place in _places(backlog).items():
        numbers[pairs.flags(piece)] += 1 << place
    counts, reasons = Counter[str](), Reasons()
    for number, people in zip(*map(np.ndarray.tolist, _counted(numbers)), strict=True):
        told = _told(backlog, number)
        if told.part is not None:
            counts[told.part] += people
        if told.part is Part.LEFT:
            gone = np.flatnonzero(numbers == number).tolist()
            reasons.update(happened.reasons.get(pairing.refs[place]) for place in gone)
        for name in told.beside:
            counts[name] += people
    return counts, reasons


def _counted(numbers: Codes) -> tuple[Codes, Codes]:
    found, counts = np.unique(numbers, return_counts=True)
    return found, counts


def _facts(
    pairing: Pairing, happened: Happened, backlog: Backlog, definition: Definition
) -> Iterator[tuple[str, Flags]]:
    """The facts of every pair; see `boardtui.core.flow.parts`."""
    then, now = pairing.then, pairing.now
    for side, register in (("then", then), ("now", now)):
        yield f"in_{side}", pairing.is_in(side)
        rows = Columns(register.columns, register.as_at, definition)
        yield f"overdue_{side}", pairing.on_side(side, rows.flags(backlog.overdue)) > 0
    last = pairing.columns[f"now.{backlog.last}"].codes
    seen = (last > then.as_at.toordinal()) & (last <= now.as_at.toordinal())
    if backlog.by_visits:
        seen |= np.array([ref in happened.seen for ref in pairing.refs], dtype=np.bool_)
    yield "seen", seen


def _yes(flags: Flags) -> Column:
    return Column(np.where(flags, 1, 2), (None, "yes", "no"))


@cache
def columns_read() -> tuple[str, ...]:
    """The columns of the cases that flows read."""
    names: set[str] = set()
    for backlog in BACKLOGS.values():
        of_pairs = (name for asked in asked_of(backlog) for name in columns_of(asked))
        names.update(name.partition(".")[2] for name in of_pairs if name not in FACTS)
        names.update((*columns_of(backlog.overdue), backlog.last))
    return tuple(name for name in COLUMNS if name in names)


@cache
def _places(backlog: Backlog) -> Mapping[Criterion, int]:
    """The place of each piece's bit in the number that says what is true of somebody."""
    found = (piece for criterion in asked_of(backlog) for piece in pieces(criterion))
    return {piece: place for place, piece in enumerate(dict.fromkeys(found))}


@cache
def _answers(backlog: Backlog) -> Answers:
    return Answers(backlog, _places(backlog))


@lru_cache(4096)
def _told(backlog: Backlog, number: int) -> Told:
    return _answers(backlog).told(number)
