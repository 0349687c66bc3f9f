"""The sheet of the keys: in groups, in as many columns as have room, each key set off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from boardtui.panels import cells
from boardtui.panels.dialogs.sheet import FRAME, Sheet
from boardtui.panels.text import Line, Role, Span, chunk, line_width, quiet, space, wrapped

COLUMN = 32
"""Columns of the screen that a column of keys takes at the least."""

GAP = 3
WIDEST_CAP = 11
"""Columns of keys, beyond which their words begin on the next line."""


class KeyTold(Struct, frozen=True):
    """A key, or several, with what they do: in full, and in a word or two."""

    caps: str
    words: str
    short: str


class KeyGroup(Struct, frozen=True):
    """Keys of one use."""

    title: str
    keys: tuple[KeyTold, ...]


def help_sheet(
    title: str, groups: Sequence[KeyGroup], width: int, height: int, note: str = ""
) -> Sheet:
    """The keys in full where all are then seen at once; else in a word or two where it is long.

    A `note` stands below them.
    """
    room = max(1, height - FRAME)
    full, short = (_laid_out(groups, width, short=short) for short in (False, True))
    below = [(), *wrapped([chunk(quiet(note))], width)] if note else []
    keys = full if len(full) + len(below) <= room else short
    return Sheet(title, (*keys, *below), key="?", below="more keys")


def _laid_out(groups: Sequence[KeyGroup], width: int, *, short: bool) -> list[Line]:
    """The groups in columns of which the highest is as low as can be."""
    most = max(1, min(len(groups), (width + GAP) // (COLUMN + GAP)))
    wide = (width - GAP * (most - 1)) // most
    blocks = [list(_block(group, wide, short=short)) for group in groups]
    columns = [
        [line for block in column for line in (*block, ())][:-1] for column in _shared(blocks, most)
    ]
    return [_beside(columns, row, wide) for row in range(max(map(len, columns), default=0))]


def _shared(blocks: Sequence[list[Line]], count: int) -> list[list[list[Line]]]:
    """Blocks in order in so many columns, as low as they can be."""

    def parted(cuts: Sequence[int]) -> list[list[list[Line]]]:
        ends = (0, *cuts, len(blocks))
        return [list(blocks[a:b]) for a, b in pairwise(ends)]

    def height(columns: list[list[list[Line]]]) -> int:
        return max(sum(len(block) + 1 for block in column) for column in columns)

    ways = combinations(range(1, len(blocks)), count - 1)
    return min(map(parted, ways), key=height, default=[list(blocks)])


def _block(group: KeyGroup, width: int, *, short: bool) -> Iterator[Line]:
    yield (chunk(Span(group.title, Role.STRONG)),)
    caps = [cells.width(key.caps) for key in group.keys]
    beside = 2 + max((cap for cap in caps if cap <= WIDEST_CAP), default=0)
    for key in group.keys:
        yield from _told(key, beside, width, short=short)


def _told(key: KeyTold, beside: int, width: int, *, short: bool) -> Iterator[Line]:
    cap = chunk(Span(key.caps, Role.KEY))
    room = max(1, width - beside)
    text = key.short if short and cells.width(key.words) > room else key.words
    words = wrapped([chunk(quiet(text))], room)
    if cap.width + 2 > beside:
        yield (cap,)
        yield from ((space(beside), *line) for line in words)
        return
    yield (cap, space(beside - cap.width), *(words[0] if words else ()))
    yield from ((space(beside), *line) for line in words[1:])


def _beside(columns: Sequence[Sequence[Line]], row: int, wide: int) -> Line:
    made: Line = ()
    for place, column in enumerate(columns):
        if row < len(column) and column[row]:
            pad = place * (wide + GAP) - line_width(made)
            made = (*made, space(pad), *column[row]) if pad else (*made, *column[row])
    return made
