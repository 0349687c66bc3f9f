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
from boardtui.panels.cards.under import not_given, nothing_to_compare
from boardtui.panels.cards.words import DAGGER, then_source
from boardtui.panels.head import head, then_words
from boardtui.panels.notes import chosen_notes
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
    told = _notes((*notes, *chosen_notes(board.review)), width)
    grid = Grid([row_of(line) for line in (head(board.review, width), *told)])
    room = height - len(grid.rows) - 1
    bands = arranged(there, width, room)
    if bands:
        _draw_cards(grid, board, there, bands, width, room)
        more = tuple(tuple(_more(board, there, grid, brief=brief)) for brief in (False, True))
    else:
        draw_list(grid, board, there, width, height - 1)
        more = (tuple(warned(board)),)
    return Page(grid.rows, grid.boxes, grid.spots, more, tuple(there), listed=not bands)


def _notes(notes: Sequence[str], width: int) -> list[Line]:
    """What is to be known of the figures as a whole: nothing of it is cut, least of all a path."""
    told = [chunk(quiet(" · ".join(shown(note) for note in notes)))] if notes else []
    return [(space(1), *line) for line in wrapped(told, width - 2)]


def _draw_cards(
    grid: Grid, board: Board, there: Sequence[Standing], bands: list[Band], width: int, room: int
) -> None:
    """The cards, and below them what is not there, as far as that takes nothing from the cards."""
    said = (_then_unsaid(grid, board), nothing_to_compare(board, width - 2), not_given(there))
    told = [wrapped([chunk(quiet(words))], width - 2) for words in said if words]
    close = [(space(1), *line) for lines in told for line in lines]
    loose = [line for lines in told for line in ((), *((space(1), *line) for line in lines))]
    for under in (loose, [(), *close] if close else [], close, []):
        apart = len(under) > len(close)
        grow(bands, room - len(under))
        if all(band.grown if apart else band.enough for band in bands) or not under:
            break
    draw(grid, bands)
    grid.rows.extend(row_of(line) for line in under)


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
    return chunk(DAGGER, quiet(f" {then_source(board.review)}"))


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
