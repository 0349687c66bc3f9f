"""A figure whose two sides stand large, with the change between, its parts, and its bars."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from boardtui.core.figure.figure import Figure
from boardtui.panels.cards import digits
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import DAGGER, label, strong
from boardtui.panels.compare.bars import Bars, bar_lines
from boardtui.panels.compare.blocks import Head
from boardtui.panels.compare.columns import Area, Columns, placed
from boardtui.panels.compare.entry import NOTHING, Entry
from boardtui.panels.compare.rows import entry_lines, indented
from boardtui.panels.subject import Subject
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, quiet, wrapped

BRIEF = 100
"""The width from which a share stands with the number of its base; that is listed below."""


def large_groups(head: Head, columns: Columns, bars: Bars | None, size: int) -> list[list[Line]]:
    """The lines of a head in groups between which a blank row may stand."""
    indent = 3 if columns.width >= BRIEF else 1
    parts = [_brief(part) if columns.width < BRIEF else part for part in head.parts]
    told = entry_lines(parts, columns, columns.width, indent)
    groups = [
        list(number_lines(head, columns, size)),
        [*told, *foot_lines(head, columns.width, indent)],
    ]
    if bars is not None and head.bands:
        groups.append(bar_lines(head.bands, bars, columns.width, indent))
    return [group for group in groups if group]


def _brief(part: Entry) -> Entry:
    """A part without the number of its base, which is listed below."""
    if not part.name.startswith("of "):
        return part
    then, now = (text.partition(" of ")[0] for text in (part.then, part.now))
    mark = DAGGER if part.then.endswith(DAGGER) and not then.endswith(DAGGER) else ""
    return replace(part, then=then + mark, now=now)


def foot_lines(head: Head, width: int, indent: int) -> list[Line]:
    """How far chance could go, and what to bear in mind: in one line where there is room."""
    told = []
    if head.chance:
        told.append(chunk(quiet(f"{head.chance}: "), Span("d", Role.KEY)))
    if head.cautions:
        told.append(chunk(quiet("; ".join(head.cautions))))
    return list(indented(told, width, indent)) if told else []


def fits(head: Head, columns: Columns, size: int) -> bool:
    """Whether both sides of a figure have room in digits of a size."""
    return all(
        _large_width(figure, size) <= area.width
        for figure, area in zip(head.main.figures, (columns.then, columns.now), strict=True)
        if figure is not None and digits.can_draw(split_hedge(figure)[1])
    )


def _large_width(figure: Figure, size: int) -> int:
    before, number = split_hedge(figure)
    return digits.width_of(number, size) + (len(before) + 1 if before else 0)


def number_lines(head: Head, columns: Columns, size: int) -> Iterator[Line]:
    """The two numbers; on the middle row, where the eye is, stand the title and the change."""
    entry = head.main
    then = _side(entry.figures[0], entry.then, columns.then, size, Role.DIGITS_THEN)
    now = _side(entry.figures[1], entry.now, columns.now, size, Role.DIGITS)
    title = wrapped([chunk(strong(head.title))], columns.names.width - 1)
    change = list(_change(entry, columns.change))
    middle = size // 2
    first_title = max(0, middle - (len(title) - 1) // 2)
    for row in range(size):
        subject = entry.subject if row == middle else None
        cells: list[tuple[int, Chunk]] = []
        if 0 <= row - first_title < len(title):
            words = "".join(piece.text for piece in title[row - first_title])
            cells.append((columns.names.start, chunk(strong(words), subject=subject)))
        cells += _row(then, row, middle, subject)
        if 0 <= row - middle < len(change):
            said = change[row - middle]
            cells.append((columns.change.centred(said.width), _of(said, subject)))
        yield placed(*cells, *_row(now, row, middle, subject))


Side = tuple[int, list[Span], Span | None, Span | None]
"""Where a side starts, its rows, and what stands before the middle one and after the first."""


def _side(figure: Figure | None, text: str, area: Area, size: int, role: Role) -> Side:
    """A side in large digits, or as it is where it has none or they have no room."""
    if figure is None:
        word = "not given" if text == NOTHING else text
        return area.centred(len(word)), [Span(word, Role.QUIET)], None, None
    before, number = split_hedge(figure)
    if digits.can_draw(number) and _large_width(figure, size) <= area.width:
        rows = [Span(row, role) for row in digits.drawn(number, size)]
        lead = Span(f"{before} ", Role.TEXT) if before else None
        after = Span(DAGGER, Role.TEXT) if text.endswith(DAGGER) else None
        wide = _large_width(figure, size)
        return area.centred(wide) + (len(before) + 1 if before else 0), rows, lead, after
    return area.centred(chunk(text).width), [Span(text, Role.STRONG)], None, None


def _row(side: Side, row: int, middle: int, subject: Subject | None) -> list[tuple[int, Chunk]]:
    start, rows, before, after = side
    if len(rows) == 1:
        return [(start, chunk(rows[0], subject=subject))] if row == middle else []
    cells = [(start, chunk(rows[row], subject=subject))]
    if before is not None and row == middle:
        cells.insert(0, (start - len(before.text), chunk(before, subject=subject)))
    if after is not None and row == 0:
        cells.append((start + len(rows[0].text), chunk(after)))
    return cells


def _change(entry: Entry, area: Area) -> Iterator[Chunk]:
    """The change, with its per cent beside or under it."""
    number, _, percent = entry.change.partition(" (")
    if not percent:
        yield chunk(strong(entry.change) if entry.values[1] is not None else label(entry.change))
        return
    whole = chunk(strong(number), label(f" ({percent}"))
    if whole.width <= area.width - 2:
        yield whole
    else:
        yield chunk(strong(number))
        yield chunk(label(percent.rstrip(")")))


def _of(piece: Chunk, subject: Subject | None) -> Chunk:
    return Chunk(piece.spans, subject)
