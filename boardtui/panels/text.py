"""Lines of a panel: spans of text with a role, laid out to a width. No screen, no colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import force_setattr

from boardtui.core.words.shown import is_plain, shown
from boardtui.panels import cells
from boardtui.panels.subject import Subject


class Role(StrEnum):
    """What a span is, from which a screen takes its style; the text alone must say enough."""

    TEXT = "text"
    NUMBER = "number"
    HEADLINE = "headline"
    STRONG = "strong"
    QUIET = "quiet"
    DIGITS = "digits"
    DIGITS_THEN = "digits then"
    BAR = "bar"
    BAR_THEN = "bar then"
    BAR_GONE = "bar gone"
    BAR_WITHOUT = "bar without"
    HEADING = "heading"
    SYNTHETIC = "synthetic"
    BORDER = "border"
    FRAME = "frame"
    KEY = "key"
    LETTER = "letter"


class Span(Struct, frozen=True):
    """A run of text with one role."""

    text: str
    role: Role = Role.TEXT


class Chunk(Struct, frozen=True):
    """Spans that belong together; a line is broken between chunks first.

    `subject` is what the chunk shows, for whoever asks for its definition.
    """

    spans: tuple[Span, ...]
    subject: Subject | None = None
    # Counted once: laying out asks for it again and again.
    width: int = 0

    def __post_init__(self) -> None:
        wide = 0
        for span in self.spans:
            wide += cells.width(span.text)
        force_setattr(self, "width", wide)

    @property
    def text(self) -> str:
        return "".join([span.text for span in self.spans])


Line = tuple[Chunk, ...]
"""Chunks one after another; the gaps between them are chunks too."""


def line_width(line: Line) -> int:
    return sum([piece.width for piece in line])


def spread(left: Line, right: Line, width: int) -> Line:
    """Two ends of a line, as far apart as it is wide."""
    return (*left, space(max(1, width - line_width(left) - line_width(right))), *right)


def text_of(line: Line) -> str:
    """A line as plain text."""
    return "".join(piece.text for piece in line)


def chunk(*parts: str | Span, subject: Subject | None = None) -> Chunk:
    """A chunk of spans; plain text takes the role of text."""
    return Chunk(tuple([_span(part) for part in parts]), subject)


def _span(part: str | Span) -> Span:
    """A part as it may be shown: most are already."""
    if isinstance(part, str):
        return Span(shown(part))
    return part if is_plain(part.text) else Span(shown(part.text), part.role)


def number(text: str) -> Span:
    return Span(text, Role.NUMBER)


def quiet(text: str) -> Span:
    return Span(text, Role.QUIET)


@lru_cache(maxsize=512)
def space(width: int) -> Chunk:
    return Chunk((Span(" " * width),))


def wrapped(chunks: Iterable[Chunk], width: int, gap: int = 2, indent: int = 0) -> list[Line]:
    """Chunks on as few lines as they need, broken between chunks, or within one that is too long.

    Lines after the first are indented.
    """
    lines: list[list[Chunk]] = [[]]
    used = 0
    for piece in chunks:
        if lines[-1] and used + gap + piece.width > width:
            lines.append([space(indent)] if indent else [])
            used = indent
        elif lines[-1]:
            lines[-1].append(space(gap))
            used += gap
        for row, part in enumerate(_fitted(piece, width - used, width - indent)):
            if row:
                lines.append([space(indent)] if indent else [])
                used = indent
            lines[-1].append(part)
            used += part.width
    return [tuple(line) for line in lines if line]


BREAK: Line = ()
"""An empty line between two parts of a panel, drawn only where a screen has the room."""


def parts(*groups: list[Line]) -> list[Line]:
    """Groups of lines, with a break between those that say something."""
    lines: list[Line] = []
    for group in groups:
        if lines and group:
            lines.append(BREAK)
        lines += group
    return lines


def _fitted(piece: Chunk, first: int, rest: int) -> list[Chunk]:
    """A chunk as one, or broken between words where it is too long for a line."""
    if piece.width <= first:
        return [piece]
    rows: list[list[Span]] = [[]]
    room = max(first, 1)
    for span in piece.spans:
        for word in _words(span.text):
            if cells.width(word.rstrip()) > room and rows[-1]:
                rows.append([])
                room = max(rest, 1)
                word = word.lstrip()
            bare = word.rstrip()
            if cells.width(bare) > room:
                *whole, last = cells.pieces(bare, room, max(rest, 1))
                word = last + word[len(bare) :]
                for head in whole:
                    rows[-1].append(Span(head, span.role))
                    rows.append([])
                room = max(rest, 1)
            rows[-1].append(Span(word, span.role))
            room -= cells.width(word)
    return [Chunk(_trimmed(row), piece.subject) for row in rows]


def _trimmed(row: list[Span]) -> tuple[Span, ...]:
    """A row without the space at its end, where it was broken."""
    if not row:
        return ()
    last = Span(row[-1].text.rstrip(), row[-1].role)
    return (*row[:-1], last)


def _words(text: str) -> list[str]:
    """Words, each with the space after it."""
    words = text.split(" ")
    return [word + " " for word in words[:-1]] + [words[-1]]


EIGHTHS = " ▏▎▍▌▋▊▉█"


def bar(value: float, largest: float, width: int) -> str:
    """A horizontal bar, as wide as `width` for the largest; never empty for more than nothing."""
    if value <= 0 or largest <= 0 or width <= 0:
        return ""
    eighths = max(1, round(value / largest * width * 8))
    full, rest = divmod(eighths, 8)
    return "█" * full + (EIGHTHS[rest] if rest else "")


def _widths(rows: Sequence[Sequence[Chunk]]) -> list[int]:
    return [max([cell.width for cell in cells]) for cells in zip(*rows, strict=True)]


def fit(rows: Sequence[Sequence[Chunk]], width: int, gap: int = 2) -> bool:
    """Whether rows have room for an aligned table."""
    if not rows:
        return True
    return _in_all(_widths(rows), gap) <= width


def _in_all(widths: Sequence[int], gap: int) -> int:
    """The width of a table whose columns are so wide; one of no width is none, and has no gap."""
    return sum(widths) + gap * (sum(map(bool, widths)) - 1)


def columns(
    rows: Sequence[Sequence[Chunk]], right: frozenset[int], width: int, gap: int = 2
) -> list[Line]:
    """Rows as an aligned table; the columns in `right` are set flush right.

    Where the table is wider than there is room, the gaps are narrowed to one column; where that is
    not enough, each row is set as running text.
    """
    if not rows:
        return []
    widths = _widths(rows)
    gap = gap if _in_all(widths, gap) <= width else 1
    if _in_all(widths, gap) > width:
        return [
            line
            for row in rows
            for line in wrapped((cell for cell in row if cell.width), width, gap, indent=1)
        ]
    lines = []
    for row in rows:
        line: list[Chunk] = []
        for place, cell in enumerate(row):
            if not widths[place]:
                continue
            pad = space(widths[place] - cell.width)
            line += [pad, cell] if place in right else [cell, pad]
            line.append(space(gap))
        while line and not line[-1].text.strip():
            line.pop()
        lines.append(tuple([piece for piece in line if piece.width]))
    return lines


def numbered(rows: Sequence[tuple[Chunk, Chunk]], width: int, gap: int = 2) -> list[Line]:
    """Rows of a number and its words: numbers flush right, words broken beside them."""
    wide = max((first.width for first, _ in rows), default=0)
    lines: list[Line] = []
    for first, words in rows:
        for place, line in enumerate(wrapped([words], max(1, width - wide - gap))):
            lead = (space(wide - first.width), first) if place == 0 else (space(wide),)
            lines.append((*lead, space(gap), *line))
    return lines


def clipped(line: Line, width: int) -> Line:
    """A line that fits a width; where it had to be cut, an ellipsis says so."""
    if line_width(line) <= width:
        return line
    kept: list[Chunk] = []
    room = width - 1
    for piece in line:
        spans: list[Span] = []
        for span in piece.spans:
            taken = cells.width(span.text)
            if taken > room:
                spans.append(Span(cells.shortened(span.text, room + 1), span.role))
                return (*kept, Chunk(tuple(spans), piece.subject))
            spans.append(span)
            room -= taken
        kept.append(Chunk(tuple(spans), piece.subject))
    return tuple(kept)
