"""The first page: the sentence, the heads of the sides, and the figures that stand large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from boardtui.panels.cards.words import strong
from boardtui.panels.compare.bars import Bars, bars_of
from boardtui.panels.compare.blocks import Content, Head
from boardtui.panels.compare.columns import Columns
from boardtui.panels.compare.large import fits, large_groups
from boardtui.panels.compare.paging import BLANK, Pages, Units
from boardtui.panels.compare.sentence import SAID
from boardtui.panels.text import Line, chunk, space, wrapped

SIZES = (10, 5, 3)
"""The heights of the digits, the largest first."""

MOST_LINES = 2
"""Lines of the sentence."""


def first_page(
    content: Content, pages: Pages, columns: Columns | None, width: int, largest: int
) -> None:
    """Begin the pages: with all that stands large, or with the first of it, and the rest behind.

    `largest` are the rows of the digits at most.
    """
    sentence = sentence_lines(content.sentences, width)
    if columns is None:
        from boardtui.panels.compare.stacked import stacked_units

        pages.add_page([*sentence, *pages.top], {})
        for head in content.heads:
            heading, units = stacked_units(head, width)
            pages.add(Units(head.section, [], heading, units))
        return
    bars = _bars(content.heads, columns)
    waiting = list(content.heads)
    sizes = [size for size in SIZES if size <= largest]
    room = pages.room - len(sentence) - len(pages.top)
    taken, size = _fitting(waiting, columns, bars, room, sizes)
    _add(pages, sentence, taken, columns, bars, size)
    while waiting := waiting[len(taken) :]:
        room = pages.room - len(pages.top)
        taken, size = _fitting(waiting, columns, bars, room, sizes)
        _add(pages, [], taken, columns, bars, size)


def sentence_lines(sentences: Sequence[str], width: int) -> list[Line]:
    """The first of some sentences that has room in a line, else in two; cut, where none has.

    One that says whose definition is not published has two lines sooner than it leaves that out.
    """
    ways = [wrapped([chunk(strong(one))], width - 2) for one in sentences]
    if ways and SAID in sentences[0] and len(ways[0]) <= MOST_LINES:
        ways = ways[:1]
    for most in range(1, MOST_LINES + 1):
        for lines in ways:
            if len(lines) <= most:
                return [(space(1), *line) for line in lines]
    return [(space(1), *line) for line in ways[-1][:MOST_LINES]] if ways else []


def _bars(heads: Sequence[Head], columns: Columns) -> Bars | None:
    bands = [band for head in heads for band in head.bands]
    return bars_of(bands, bands, columns) if bands else None


def _fitting(
    heads: Sequence[Head], columns: Columns, bars: Bars | None, room: int, sizes: Sequence[int]
) -> tuple[list[Head], int]:
    """As many heads as have room on a page with the others, and the size of their digits.

    All of them in the largest digits that allow it; else the first alone.
    """
    for size in sizes:
        rows = sum(_height(head, columns, bars, size) for head in heads)
        if rows <= room and all(fits(head, columns, size) for head in heads):
            return list(heads), size
    for size in (size for size in sizes if size < SIZES[0]):
        for head in heads[:1]:
            if _height(head, columns, bars, size) <= room and fits(head, columns, size):
                return [head], size
    return list(heads[:1]), SIZES[-1]


def _height(head: Head, columns: Columns, bars: Bars | None, size: int) -> int:
    return sum(map(len, large_groups(head, columns, bars, size)))


class _Segment(Struct, frozen=True):
    """Lines, and how soon a blank row stands above them: the lower, the sooner; 0 never."""

    lines: list[Line]
    apart: int
    section: str = ""


def _segments(
    pages: Pages,
    sentence: list[Line],
    heads: Sequence[Head],
    columns: Columns,
    bars: Bars | None,
    size: int,
) -> Iterator[_Segment]:
    if sentence:
        yield _Segment(sentence, 4)
    yield _Segment(pages.top, 2 if sentence else 0)
    for place, head in enumerate(heads):
        number, *groups = large_groups(head, columns, bars, size)
        yield _Segment(number, 1 if place else 6, head.section)
        for group, apart in zip(groups, (5, 3), strict=False):
            yield _Segment(group, apart)


def _add(
    pages: Pages,
    sentence: list[Line],
    heads: Sequence[Head],
    columns: Columns,
    bars: Bars | None,
    size: int,
) -> None:
    """A page of what stands large, with blank rows between groups as far as there is room."""
    segments = list(_segments(pages, sentence, heads, columns, bars, size))
    spare = pages.room - sum(len(one.lines) for one in segments)
    apart: set[int] = set()
    for rank in sorted({one.apart for one in segments if one.apart}):
        alike = {place for place, one in enumerate(segments) if one.apart == rank}
        if len(alike) <= spare:
            apart |= alike
            spare -= len(alike)
    lines: list[Line] = []
    starts: dict[str, int] = {}
    for place, one in enumerate(segments):
        lines += [BLANK] if place in apart else []
        if one.section:
            starts[one.section] = len(lines)
        lines += one.lines
    pages.add_page(lines, starts)
