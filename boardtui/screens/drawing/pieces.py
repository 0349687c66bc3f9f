"""A row of a screen as runs of one style, with the letters of jump mode and the frame in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from boardtui.core.words.ascii import here_utf8
from boardtui.panels import cells
from boardtui.panels.cards.grid import Piece, row_of
from boardtui.panels.text import Chunk, Line, Role, chunk, line_width, quiet, space

FRAME, ASCII_FRAME = ("▐", "▌"), ("[", "]")
"""What frames a place, left and right: on blanks beside it, so that it hides nothing."""


def runs_of(
    row: Sequence[Piece], style_of: Callable[[Piece], Style], letters: Mapping[int, str]
) -> list[Segment]:
    """A row as as few runs of one style as look the same: most bytes are colour codes."""
    runs: list[tuple[str, Style]] = []
    for piece in with_letters(row, letters) if letters else row:
        style = style_of(piece)
        blank = not piece.text.strip() and not style.reverse
        text, last = runs[-1] if runs else ("", None)
        # Most are the very same: to compare two takes longer.
        if last is not None and (style is last or (blank and not last.reverse) or style == last):
            runs[-1] = (text + piece.text, last)
        elif piece.text:
            runs.append((piece.text, style))
    return [Segment(text, style) for text, style in runs]


def strip_of(segments: Sequence[Segment], width: int, ground: Style) -> Strip:
    """A row of a screen of so many cells: what is missing is ground, and what is too much is cut.

    Textual would measure each run by a table of all characters, and read that at every launch.
    """
    used = sum([cells.width(segment.text) for segment in segments])
    if used > width:
        return Strip(segments, used).crop(0, width)
    if used == width:
        return Strip(segments, width)
    *before, last = segments or [Segment("", ground)]
    blank = " " * (width - used)
    if last.style == ground:
        return Strip([*before, Segment(last.text + blank, ground)], width)
    return Strip([*segments, Segment(blank, ground)], width)


def with_letters(row: Sequence[Piece], letters: Mapping[int, str]) -> Iterator[Piece]:
    """In jump mode, each spot's letter on a blank or the border before it, and over no text."""
    return marked(row, _places(row, letters), Role.LETTER)


def marked(row: Sequence[Piece], marks: Mapping[int, str], role: Role) -> Iterator[Piece]:
    """A row with signs of a role in place of what stands in some of its cells."""
    at = 0
    for piece in row:
        rest = piece.text
        for cell in sorted(cell for cell in marks if at <= cell < at + cells.width(rest)):
            before, rest = _divided(rest, cell - at)
            yield replace(piece, text=before)
            yield replace(piece, text=marks[cell], role=role, spot=None)
            rest, at = rest[1:], cell + 1
        yield replace(piece, text=rest)
        at += cells.width(rest)


def last_row(keys: Callable[[int], Line], right: Line, width: int) -> list[Piece]:
    """The last row of a screen: as many keys as have room, and what stands at its right end."""
    wide = line_width(right)
    mine = keys(width - 2 - (wide + 2 if wide else 0))
    gap = space(max(0, width - 2 - line_width(mine) - wide))
    line = (space(1), *mine, gap, *right)
    return row_of(line)


NARROW = 60
"""Columns below which the keys have more of the last line, and where one is in it less."""


def whereabouts(top: int, room: int, count: int, width: int) -> Chunk:
    """Which screen of how many rows is seen, from which one on, and whether there is more."""
    if count <= room:
        return chunk("")
    pages = pages_of(count, room)
    here = pages if top + room >= count else top // room + 1
    arrows = f"{'↑' if top > 0 else ''}{'↓' if top + room < count else ''}"
    return chunk(quiet(f"{here}{'/' if width < NARROW else ' of '}{pages} {arrows}"))


def pages_of(count: int, room: int) -> int:
    """The screens that so many rows take."""
    return max(1, -(-count // room))


def framed(row: Sequence[Piece], start: int, end: int) -> Sequence[Piece]:
    """A row with a frame about some of its cells, where blanks stand beside these."""
    characters = _characters(row)
    left, right = FRAME if here_utf8() else ASCII_FRAME
    marks = {start - 1: left, end: right}
    on_blanks = {cell: sign for cell, sign in marks.items() if characters[cell : cell + 1] == [" "]}
    return list(marked(row, on_blanks, Role.KEY))


def _characters(row: Sequence[Piece]) -> list[str]:
    """The characters of a row by its cells; the second cell of a wide one is empty."""
    found: list[str] = []
    for piece in row:
        for character in piece.text:
            wide = cells.width(character)
            found += [character, *[""] * (wide - 1)] if wide else []
    return found


def _places(row: Sequence[Piece], letters: Mapping[int, str]) -> dict[int, str]:
    """The letters by the cells of the row that they are put in."""
    places: dict[int, str] = {}
    done: set[int] = set()
    late: int | None = None
    at = free = 0
    for piece in row:
        for character in piece.text:
            blank = character == " " or piece.role is Role.BORDER
            spot = piece.spot
            if blank and late is not None and spot == late:
                places[at], late = letters[late], None
            if not blank and spot is not None and spot in letters and spot not in done:
                done.add(spot)
                # A blank stays between letter and figure where there is one to spare. Where there
                # is none before it, the first blank within it is taken.
                late = None if free else spot
                if free:
                    places[at - min(free, 2)] = letters[spot]
            free = free + 1 if blank else 0
            at += cells.width(character)
    return places


def _divided(text: str, at: int) -> tuple[str, str]:
    """What stands in the first cells of a text, and the rest."""
    return cells.split(text, at) if at else ("", text)
