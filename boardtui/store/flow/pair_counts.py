"""Everybody whom the flows between two snapshots count, counted once by all that flows ask.

One reading of both snapshots, along the table, is enough for every backlog: each person's answers
are the bits of one number, and people with the same number are alike. A million cases on both days
take two to three seconds; a backlog at a time, or a part, would take as long for each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from boardtui.core.criterion.criterion import Criterion
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import Dimension
from boardtui.core.criterion.facts import answer, pieces, without_facts
from boardtui.core.flow.parts import (
    IN_NOW,
    NOW,
    PARTS,
    THEN,
    Part,
    beside_of,
    dates_moved,
    overdue_by_dates_then,
)
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database, Record
from boardtui.store.connection.readers import read_at_once
from boardtui.store.counting.criteria import Parameters
from boardtui.store.flow.pairs import ALIASES, Pairs, Side
from boardtui.store.held.snapshots import SnapshotKey, between
from boardtui.store.lists.pages import span

Progress = Callable[[int, int], object]
"""Told how many rows have been read, and of how many."""

Ids = tuple[int, int]

STEP, SHORTEST = 100_000, 5_000
"""Rows read between two tellings of how far it is: some tenths of a second at most."""

READERS, MANY = 4, 20_000
"""Connections at once, from so many rows: more would wait for the disk, not for each other."""

RANGE = ("least", "greatest")
"""The names of a range's ends in a query."""

NO_LIMIT = 2**63 - 1

SHARES = 8
"""Ranges that even a short reading is shared out into, so that no connection waits long."""


Moves = Counter[tuple[str | None, str | None]]
"""People by their slice of a dimension then and now."""


class Told(Struct, frozen=True):
    """What a backlog's flow says of people: their part, if any, and what they are in besides.

    `beside` has names of what the parts alone would not show.
    """

    part: Part | None
    beside: tuple[str, ...]


class Alike(Struct, frozen=True):
    """People of whom the same is told, by backlog.

    `moves` tells them apart by each dimension asked for; `reason` is why they left, of those who
    are in the earlier snapshot alone.
    """

    told: Mapping[str, Told]
    reason: str | None
    people: int
    moves: Mapping[str, Moves]


def counted(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    backlogs: Sequence[Backlog],
    definition: Definition,
    dimensions: Sequence[Dimension] = (),
    progress: Progress = lambda done, total: None,
) -> list[Alike]:
    """Count everybody who was overdue on either day, or whose date then or now matters.

    Between two tellings of `progress` the database can be interrupted, or the callback raise.
    """
    during, parameters = between(database, then, now), Parameters()
    pairs = {b: Pairs(then, now, during, b, definition, parameters) for b in backlogs}
    bits = _Bits(pairs)
    sides: dict[Side, SnapshotKey] = {"now": now, "then": then}
    queries = {side: _query(side, pairs, bits, dimensions) for side in sides}
    spans = _spans(database, sides)
    total = sum(last - first + 1 for first, last in spans.values())
    found: dict[tuple[int, str | None], list[Record]] = defaultdict(list)
    done = 0
    progress(done, total)

    def read(reader: Database, asked: tuple[Side, Ids]) -> tuple[Ids, list[Record]]:
        side, ids = asked
        values = dict(zip(RANGE, ids, strict=True))
        return ids, reader.rows(queries[side], {**parameters, **values})

    most = READERS if total >= MANY else 1
    ranges = [(side, ids) for side, whole in spans.items() for ids in _ranges(whole, total)]
    for ids, rows in read_at_once(database, (then, now), ranges, read, most):
        for code, reason, *counts in rows:
            found[code, reason].append(tuple(counts))
        done += ids[1] - ids[0] + 1
        progress(done, total)
    return [
        Alike(
            bits.told(code),
            reason,
            sum(people for people, *_ in counts),
            {dimension.name: _moves(counts, place) for place, dimension in enumerate(dimensions)},
        )
        for (code, reason), counts in found.items()
    ]


def _spans(database: Database, sides: Mapping[Side, SnapshotKey]) -> dict[Side, Ids]:
    """Where each side's cases stand in the table; both are looked for at once."""

    def found(reader: Database, side: Side) -> tuple[Side, Ids]:
        return side, span(reader, sides[side].id)

    return dict(read_at_once(database, list(sides.values()), sides, found, len(sides)))


def _moves(counts: Iterable[Record], place: int) -> Moves:
    """People by the slices of the dimension in a place."""
    moves: Moves = Counter()
    for people, *slices in counts:
        moves[slices[2 * place], slices[2 * place + 1]] += people
    return moves


def _ranges(whole: Ids, total: int) -> Iterator[Ids]:
    """A side's ids in ranges, short enough to share out and to tell how far it is."""
    first, last = whole
    step = min(STEP, max(SHORTEST, total // SHARES + 1))
    for start in range(first, last + 1, step):
        yield start, min(start + step - 1, last)


def _query(
    side: Side, pairs: Mapping[Backlog, Pairs], bits: _Bits, dimensions: Sequence[Dimension]
) -> str:
    """People in a range of one side, by their number; those then, only who are there no more."""
    any_pairs = next(iter(pairs.values()))
    if side == "then":
        met = " OR ".join(each.sql(THEN) for each in pairs.values())
        asked, reason = f"NOT ({any_pairs.sql(IN_NOW)}) AND ({met})", any_pairs.reason()
    else:
        asked, reason = f"({' OR '.join(_mattering(pairs))})", "NULL"
    columns = [
        f"{ALIASES[side_of]}.{dimension.column} AS {side_of}_{dimension.name}"
        for dimension in dimensions
        for side_of in ("then", "now")
    ]
    names = [column.rsplit(" ", 1)[1] for column in columns]
    asked_for = ", ".join([f"{bits.sql()} AS code", f"{reason} AS reason", *columns])
    by = ", ".join(["code", "reason", *names])
    least, greatest = RANGE
    # A limit that leaves nobody out: without one SQLite folds the inner query into the outer, sorts
    # all columns that the number is made of, and looks for each visit twice.
    return (
        f"SELECT {', '.join(['code', 'reason', 'COUNT(*)', *names])} FROM (SELECT {asked_for} "
        f"{any_pairs.of(side, f':{least}', f':{greatest}')} AND {asked} LIMIT {NO_LIMIT}) AS pair "
        f"GROUP BY {by}"
    )


def _mattering(pairs: Mapping[Backlog, Pairs]) -> Iterator[str]:
    """Whoever is overdue on either day, or not seen and late or put off by the date then."""
    for backlog, each in pairs.items():
        yield from (each.sql(THEN), each.sql(NOW))
        hidden = (overdue_by_dates_then(backlog), dates_moved(backlog))
        met = " OR ".join(each.sql(without_facts(criterion)) for criterion in hidden)
        yield f"(({met}) AND NOT {each.seen_by_now()})"


class _Bits:
    """A bit for each piece of the backlogs' criteria; pieces of the same SQL share one."""

    def __init__(self, pairs: Mapping[Backlog, Pairs]) -> None:
        self._places: dict[str, int] = {}
        self._answers: dict[str, Answers] = {}
        for backlog, each in pairs.items():
            mine: dict[Criterion, int] = {}
            for criterion in asked_of(backlog):
                for piece in pieces(criterion):
                    mine[piece] = self._places.setdefault(each.sql(piece), len(self._places))
            self._answers[backlog.name] = Answers(backlog, mine)

    def sql(self) -> str:
        """The bits as one number."""
        return " + ".join(
            f"CASE WHEN {met} THEN {1 << place} ELSE 0 END" for met, place in self._places.items()
        )

    def told(self, code: int) -> dict[str, Told]:
        """By backlog, what is told of people whose number is this."""
        return {name: answers.told(code) for name, answers in self._answers.items()}


class Answers:
    """What a backlog's flow asks, each criterion read once and then of any number."""

    def __init__(self, backlog: Backlog, places: Mapping[Criterion, int]) -> None:
        self._parts = [(part, answer(asked, places)) for part, asked in PARTS[backlog.name]]
        beside = beside_of(backlog)
        self._beside = [(name, answer(asked, places)) for name, asked in beside.items()]

    def told(self, code: int) -> Told:
        part = next((part for part, holds in self._parts if holds(code)), None)
        return Told(part, tuple(name for name, holds in self._beside if holds(code)))


def asked_of(backlog: Backlog) -> list[Criterion]:
    """All criteria that a backlog's flow asks of a pair."""
    parts = [criterion for _, criterion in PARTS[backlog.name]]
    return [*parts, *beside_of(backlog).values()]
