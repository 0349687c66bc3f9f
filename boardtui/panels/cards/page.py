"""The whole first screen as rows: head, cards, what is not there, and the last line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from boardtui.core.words.shown import shown
from boardtui.panels.cards.arranging import SHOWN, arranged, grow, likely_width
from boardtui.panels.cards.band import Band
from boardtui.panels.cards.grid import NONE, Box, Grid, Piece, Spot, draw, row_of
from boardtui.panels.cards.listing import draw_list, entries
from boardtui.panels.cards.standing import Standing, absent, standing
from boardtui.panels.cards.under import not_given, nothing_to_compare, within_lines
from boardtui.panels.cards.words import DAGGER, then_sources
from boardtui.panels.head import head, then_words
from boardtui.panels.notes import standing_notes
from boardtui.panels.panel import Board
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, line_width, quiet, space, wrapped
from boardtui.panels.warned import KEY as WARNINGS_KEY
from boardtui.panels.warned import warnings_note


class Page(Struct, frozen=True):
    """The board laid out for a screen: every row but the last, which shows the keys.

    `more` is what the last line says at its right end, in full and in short, and `there` are all
    cards of the board. `listed` is set where there was no room for cards, and a list of them stands
    instead.
    """

    rows: list[list[Piece]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    more: tuple[Line, ...] = ()
    there: tuple[Standing, ...] = ()
    listed: bool = False

    def text(self) -> str:
        """The board as plain text, without the line of keys."""
        return "\n".join("".join(piece.text for piece in row).rstrip() for row in self.rows)


def page_of(board: Board, width: int, height: int, notes: Sequence[str] = ()) -> Page:
    """Lay the board out for a screen of a size; `notes` are what to bear in mind of all of it."""
    there = standing(board, likely_width(width))
    told = _notes((*notes, *standing_notes(board.review)), width)
    grid = Grid([row_of(line) for line in (head(board.review, width), *told)])
    room = height - len(grid.rows) - 1
    bands = arranged(there, width, room)
    if bands:
        _draw_cards(grid, board, there, bands, width, room)
        more = tuple(tuple(_more(board, there, grid, brief=brief)) for brief in (False, True))
    else:
        odd = tuple(warned(board))
        more = () if draw_list(grid, board, there, width, height - 1, odd) else (odd,)
    return Page(grid.rows, grid.boxes, grid.spots, more, tuple(there), listed=not bands)


def _notes(notes: Sequence[str], width: int) -> list[Line]:
    """What is to be known of the figures as a whole: nothing of it is cut, least of all a path."""
    told = [chunk(quiet(" · ".join(shown(note) for note in notes)))] if notes else []
    return [(space(1), *line) for line in wrapped(told, width - 2)]


def _draw_cards(
    grid: Grid, board: Board, there: Sequence[Standing], bands: list[Band], width: int, room: int
) -> None:
    """The cards, and below them what is not there, as far as that takes nothing from the cards."""
    said = ([_then_unsaid(grid, board)], nothing_to_compare(board), [not_given(board, there)])
    told = [within_lines([words for words in ways if words], width - 2, 1) for ways in said]
    close = [(space(1), *line) for line in _beside(told, width - 2)]
    loose = [line for lines in told if lines for line in ((), *((space(1), *x) for x in lines))]
    grow(bands, room)
    sizes = [band.size for band in bands]
    ways = [loose, [(), *close], close] if close else []
    kept = (way for way in ways if _leaves(bands, room, way, close, sizes))
    under = next(kept, None) or next((w for w in ways if _leaves(bands, room, w, close)), [])
    grow(bands, room - len(under))
    draw(grid, bands)
    grid.rows.extend(row_of(line) for line in under)


def _beside(told: Sequence[Sequence[Line]], width: int) -> list[Line]:
    """What is said in a line each, beside each other as far as there is room."""
    found: list[Line] = []
    for lines in told:
        first, *rest = lines or [()]
        if found and first and line_width(found[-1]) + APART + line_width(first) <= width:
            found[-1] = (*found[-1], space(APART), *first)
        elif first:
            found.append(first)
        found += rest
    return found


APART = 3
"""Blank columns between two things that are said in one line."""


def _leaves(
    bands: list[Band],
    room: int,
    under: Sequence[Line],
    close: Sequence[Line],
    sizes: Sequence[int] = (),
) -> bool:
    """Whether lines under the cards leave these enough, and digits of the `sizes` that are given.

    With blank rows between them, all that the cards can use.
    """
    grow(bands, room - len(under))
    apart = len(under) > len(close)
    enough = all(band.grown if apart else band.enough for band in bands)
    return enough and (not sizes or [band.size for band in bands] == list(sizes))


def _then_unsaid(grid: Grid, board: Board) -> str:
    """What then is, where the head had no room for it."""
    baseline = board.review.selection.baseline
    if baseline is None or any(piece.text == "then " for piece in grid.rows[0]):
        return ""
    return f"then: {then_words(baseline)[0]}"


def _more(board: Board, there: Sequence[Standing], grid: Grid, *, brief: bool) -> Iterator[Chunk]:
    """The cards that have no room, warnings, and the marks that stand on the cards that have."""
    rest = there[SHOWN:]
    marked = any(DAGGER in piece.text for row in grid.rows for piece in row if piece.card != NONE)
    for entry in entries(board, rest[:1]):
        told = "" if brief else f" {entry.told}".rstrip()
        marked = marked or DAGGER in told
        yield chunk(Span(f"{entry.number} ", Role.KEY), quiet(entry.labels[-1]), Span(told))
    if len(rest) > 1 or absent(there):
        yield chunk(Span("0 ", Role.KEY), quiet("all cards"))
    yield from warned(board)
    if marked:
        yield dagger(board)


def warned(board: Board) -> Iterator[Chunk]:
    """How much is odd in the files of the day, with the key that lists it."""
    if note := warnings_note(board.review):
        yield chunk(Span(f"{WARNINGS_KEY} ", Role.KEY), quiet(note))


def dagger(board: Board) -> Chunk:
    """What the dagger marks on a board: what then is by another source than the heading's."""
    return chunk(DAGGER, quiet(f" {then_sources(board.review)[-1]}"))


KEYS = 54
"""Columns that the keys have beside all that the last line says at its right end in full."""

FEW, FEWEST = 38, 22
"""Those beside it in short, and beside what is said at any width at which there are cards."""


def more_line(page: Page, width: int) -> Line:
    """The right end of the last line, for a screen of a width; the first parts have room last.

    What is odd and what a mark means are said before there is room for most keys.
    """
    if not page.more:
        return ()
    whole = _apart(page.more[0])
    if line_width(whole) <= width - KEYS:
        return whole
    kept = list(page.more[-1])
    while kept and line_width(_apart(kept)) > width - (FEW if _can_go(kept[0]) else FEWEST):
        kept.pop(0)
    return _apart(kept)


def _can_go(part: Chunk) -> bool:
    """Whether a part names cards: `0` lists them all, and `?` the keys."""
    return part.text[:1].isdecimal()


def _apart(parts: Sequence[Chunk]) -> Line:
    line: list[Chunk] = []
    for part in parts:
        line += [space(3), part] if line else [part]
    return tuple(line)
