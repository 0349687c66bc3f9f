"""Entries of the comparison as lines: their texts in the middle of each side, or stacked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from boardtui.panels.compare.columns import Columns, placed
from boardtui.panels.compare.entry import Entry
from boardtui.panels.subject import Subject
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, quiet, space, wrapped

INDENT = 3
"""Blank cells before the names of rows; before what belongs to a row, two more."""


ASIDE = 3
"""Cells by which a side gives way to a name that is a little too long."""

NARROW = 1
"""The same on a small screen."""


def entry_lines(
    entries: Iterable[Entry], columns: Columns | None, width: int, indent: int = INDENT
) -> list[Line]:
    """Entries with all that belongs to them, one below another."""
    return [
        line
        for entry in entries
        for line in (
            *one_entry(entry, columns, width, indent),
            *more_lines(entry, columns, width, indent),
        )
    ]


def more_lines(entry: Entry, columns: Columns | None, width: int, indent: int) -> list[Line]:
    """What belongs to an entry, under it."""
    _, *more = entry.whole()
    return [line for each in more for line in one_entry(each, columns, width, indent + 2)]


def one_entry(
    entry: Entry, columns: Columns | None, width: int, indent: int = INDENT
) -> Iterator[Line]:
    """An entry alone: its name and sides on a line, where they have room, and its notes."""
    sides = texts(entry)
    fits = columns is not None and all(
        piece.width <= area.width for piece, area in zip(sides, columns.sides, strict=True)
    )
    yield from (
        _aligned(entry, columns, indent) if columns and fits else _stacked(entry, width, indent)
    )
    yield from note_lines(entry, width, indent)


def note_lines(entry: Entry, width: int, indent: int = INDENT) -> Iterator[Line]:
    """What is to be borne in mind of an entry, under it."""
    if entry.notes:
        yield from indented([chunk(quiet("; ".join(entry.notes)))], width, indent + 2)


def indented(pieces: Iterable[Chunk], width: int, indent: int) -> Iterator[Line]:
    """Chunks on as many lines as they need, each after blanks."""
    for line in wrapped(pieces, max(10, width - indent - 1)):
        yield (space(indent), *line)


def texts(entry: Entry) -> tuple[Chunk, Chunk, Chunk]:
    """Then, the change and now, as chunks that show the entry's subject."""
    then, change, now = (
        chunk(*_spans(text, entry), subject=entry.subject)
        for text in (entry.then, entry.change, entry.now)
    )
    return then, change, now


def _spans(text: str, entry: Entry) -> list[Span]:
    """Numbers in the text's colour, and in a part of what stands large the words in grey."""
    if not entry.large:
        return [Span(text, Role.QUIET if entry.quiet else Role.TEXT)]
    words = re.split(r"(?<= )|(?= )", text)
    roles = (Role.TEXT if any(map(str.isdigit, word)) else Role.QUIET for word in words)
    return [Span(word, role) for word, role in zip(words, roles, strict=True)]


def name_of(entry: Entry, subject: Subject | None = None) -> Chunk:
    """The name of an entry, in the grey of labels."""
    return chunk(quiet(entry.name), subject=subject or entry.subject)


def _aligned(entry: Entry, columns: Columns, indent: int) -> Iterator[Line]:
    sides = texts(entry)
    starts = [area.centred(one.width) for area, one in zip(columns.sides, sides, strict=True)]
    cells = [(start, one) for start, one in zip(starts, sides, strict=True) if one.width]
    name, first = name_of(entry), min((start for start, _ in cells), default=columns.width)
    if indent + name.width + 1 <= first + ASIDE:
        yield placed((indent, name), *cells)
        return
    yield from indented([name], columns.width, indent)
    yield placed(*cells)


def _stacked(entry: Entry, width: int, indent: int) -> Iterator[Line]:
    """The name, and under it each side after what it is."""
    labels = ("then ", "", "now ")
    sides = [
        chunk(quiet(label), *one.spans, subject=entry.subject)
        for label, one in zip(labels, texts(entry), strict=True)
        if one.width
    ]
    yield from indented([name_of(entry)], width, indent)
    yield from indented(sides, width, indent + 2)


HEADS = ("then", "change", "now")


def narrow_units(
    entries: Sequence[Entry], width: int
) -> tuple[list[tuple[int, Chunk]], list[list[Line]]]:
    """The heads of columns where all have room, and the lines of each entry; else they stack."""
    sides = [texts(entry) for entry in entries]
    wide = [
        max(len(head), *(row[place].width for row in sides)) if sides else 0
        for place, head in enumerate(HEADS)
    ]
    names = max((name_of(entry).width for entry in entries), default=0)
    if NARROW + names + sum(wide) + 2 * len(wide) >= width:
        return [], [entry_lines([entry], None, width, NARROW) for entry in entries]
    ends = [width - 1 - sum(wide[place + 1 :]) - 2 * (2 - place) for place in range(3)]
    units = []
    for entry, row in zip(entries, sides, strict=True):
        cells = [(end - one.width, one) for end, one in zip(ends, row, strict=True)]
        units.append(
            [
                placed((NARROW, name_of(entry)), *cells),
                *note_lines(entry, width, NARROW),
                *more_lines(entry, None, width, NARROW),
            ]
        )
    heads = [(end - len(head), chunk(quiet(head))) for end, head in zip(ends, HEADS, strict=True)]
    return heads, units
