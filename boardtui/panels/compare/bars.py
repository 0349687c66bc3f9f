"""Bars back to back about the change: then running to the left, now to the right, on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from boardtui.panels.cards.bars import Scale, scale_of
from boardtui.panels.cards.words import DAGGER
from boardtui.panels.compare.columns import Columns, placed
from boardtui.panels.compare.entry import Entry
from boardtui.panels.compare.rows import indented, more_lines, name_of, note_lines
from boardtui.panels.text import Chunk, Line, chunk

LEAST = 3
"""The digits that a number has room for at least, so that bars begin in the same cells."""

GAP = 2
"""Blank cells between a number and its bar."""


class Bars(Struct, frozen=True):
    """Where numbers and bars stand, and how long a bar is for one of what it counts.

    `then` and `now` are the cells of the numbers: that after the last of then, and that of the
    first of now; `changes` is the cell after the last of the changes.
    """

    columns: Columns
    digits: tuple[int, int]
    changes: int
    scale: Scale

    @property
    def then(self) -> int:
        return self.columns.then.end - 3

    @property
    def now(self) -> int:
        return self.columns.now.start + 2 - self.digits[1]

    @property
    def rooms(self) -> tuple[int, int]:
        """The columns that the longest bar may have, then and now."""
        then = self.then - self.digits[0] - GAP - self.columns.then.start
        return then, self.columns.now.end - (self.now + self.digits[1] + GAP)


def bars_of(entries: Sequence[Entry], shared: Sequence[Entry], columns: Columns) -> Bars:
    """Where the bars of entries stand; `shared` are all those that are on the same scale."""
    digits = (
        max([LEAST, *(len(_number(entry.then)) for entry in shared if _is_number(entry.then))]),
        max([LEAST, *(len(entry.now) for entry in shared if _is_number(entry.now))]),
    )
    wide = max((len(entry.change) for entry in entries), default=0)
    changes = columns.change.centred(wide) + wide
    bare = Bars(columns, digits, changes, Scale(0.0))
    then, now = bare.rooms
    needs = [need for e in shared for need in ((e.values[0], then), (e.values[2], now))]
    return Bars(columns, digits, changes, scale_of(needs))


def bar_lines(entries: Iterable[Entry], bars: Bars, width: int, indent: int) -> list[Line]:
    """Entries as bars, each with what belongs to it beneath."""
    return [
        line
        for entry in entries
        for line in (
            *_bar(entry, bars, indent),
            *note_lines(entry, width, indent),
            *more_lines(entry, bars.columns, width, indent),
        )
    ]


def _bar(entry: Entry, bars: Bars, indent: int) -> Iterator[Line]:
    """The line of an entry; a name that has no room beside its bar stands above it."""
    subject, name = entry.subject, name_of(entry)
    number, sign = _number(entry.then), entry.then[len(_number(entry.then)) :]
    if _is_number(entry.then):
        then = chunk(number, sign, subject=subject)
        drawn = chunk(bars.scale.then(entry.values[0]))
        edge = bars.then - bars.digits[0] - GAP
        left = [(edge - drawn.width, drawn), (bars.then - len(number), then)]
    else:
        then = chunk(entry.then, subject=subject)
        left = [(max(bars.columns.then.start, bars.then + 1 - then.width), then)]
    now = chunk(entry.now, subject=subject)
    if _is_number(entry.now):
        edge = bars.now + bars.digits[1]
        bar = chunk(bars.scale.now(entry.values[2]))
        right = [(edge - now.width, now), (edge + GAP, bar)]
    else:
        right = [(bars.now, now)]
    change = chunk(entry.change, subject=subject)
    cells: list[tuple[int, Chunk]] = [*left, (bars.changes - change.width, change), *right]
    first = min(start for start, piece in cells if piece.width)
    if indent + name.width + 1 > first:
        yield from indented([name], bars.columns.width, indent)
        yield placed(*cells)
    else:
        yield placed((indent, name), *cells)


def _number(text: str) -> str:
    return text.removesuffix(DAGGER)


def _is_number(text: str) -> bool:
    return _number(text).replace(",", "").isdigit()
