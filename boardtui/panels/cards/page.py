"""The whole first screen as rows: head, cards, what is not there, and the last line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.cards.grid import (
    SHOWN,
    Box,
    Grid,
    Piece,
    Spot,
    Standing,
    absent,
    elsewhere,
    laid_out,
    standing,
)
from boardtui.panels.cards.listing import Entry, entries, listed
from boardtui.panels.cards.words import DAGGER
from boardtui.panels.head import head
from boardtui.panels.notes import chosen_notes
from boardtui.panels.panel import Board
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, line_width, quiet, space, wrapped
from boardtui.review.day.selection import BaselineKind

LEAST_WIDTH, LEAST_HEIGHT = 78, 20
"""The size from which cards are drawn; a smaller screen has a list of them."""

NONE = -1
"""The card of what belongs to none."""


@dataclass(frozen=True, slots=True)
class Page:
    """The board laid out for a screen: every row but the last, which shows the keys.

    `more` is what the last line says at its right end, and `first` the row that the cards begin at.
    """

    rows: list[list[Piece]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    more: Line = ()
    there: tuple[Standing, ...] = ()

    def text(self) -> str:
        """The board as plain text, without the line of keys."""
        return "\n".join("".join(piece.text for piece in row).rstrip() for row in self.rows)


def page_of(board: Board, width: int, height: int, notes: Sequence[str] = ()) -> Page:
    """Lay the board out for a screen of a size; `notes` are what to bear in mind of all of it."""
    board = replace(board, elsewhere=elsewhere(board))
    there = standing(board)
    notes = (*notes, *chosen_notes(board.review))
    top = [head(board.review, width), *_notes(notes, width)]
    room = height - len(top) - 1
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return _listed(board, there, top, width, room)
    below = _below(board, there, width)
    grid = laid_out(board, there, width, room - (len(below) + 1 if below else 0))
    rows = [_row(line) for line in top]
    shifted = [replace(spot, row=spot.row + len(rows)) for spot in grid.spots]
    boxes = [
        replace(box, top=box.top + len(rows), bottom=box.bottom + len(rows)) for box in grid.boxes
    ]
    rows += grid.rows
    rows += [_row(line) for line in ([()] if below else []) + below]
    more = tuple(_more(board, there, grid))
    return Page(rows, boxes, shifted, more, tuple(there))


def _row(line: Line) -> list[Piece]:
    return [Piece(span.text, span.role, NONE) for piece in line for span in piece.spans]


def _notes(notes: Sequence[str], width: int) -> list[Line]:
    """What is to be known of the figures as a whole, in one line; the rest is behind `!`."""
    if not notes:
        return []
    told = " · ".join(shown(note) for note in notes)
    return [(space(1), chunk(quiet(cells.shortened(told, width - 2))))]


def _below(board: Board, there: Sequence[Standing], width: int) -> list[Line]:
    """What is not there, in a line under the cards that are."""
    missing = [of.called for of in absent(board, there)]
    if not missing:
        return []
    day = "this day" if board.review.selection.snapshot is None else "this board"
    words = f"Not given for {day}: {', '.join(missing)}."
    return [(space(1), *line) for line in wrapped([chunk(quiet(words))], width - 2)]


def _more(board: Board, there: Sequence[Standing], grid: Grid) -> Iterator[Chunk]:
    """The cards that have no room, by their keys, and the marks that stand on those that have."""
    rest = there[SHOWN:]
    for entry in entries(board, rest[:1]):
        yield chunk(
            Span(f"{entry.number} ", Role.KEY), quiet(entry.label), Span(f" {entry.told}".rstrip())
        )
    if len(rest) > 1 or absent(board, there):
        yield chunk(Span("0 ", Role.KEY), quiet("all cards"))
    if any(DAGGER in piece.text for row in grid.rows for piece in row):
        yield dagger(board)


def dagger(board: Board) -> Chunk:
    """What the dagger marks on a board: what then is by another source than the heading's."""
    baseline = board.review.selection.baseline
    published = baseline is not None and baseline.kind is BaselineKind.SNAPSHOT
    return chunk(DAGGER, quiet(" as published" if published else " by records"))


def _listed(
    board: Board, there: Sequence[Standing], top: list[Line], width: int, room: int
) -> Page:
    """A list of the cards, one line each."""
    rows = [_row(line) for line in top]
    spots: list[Spot] = []
    boxes: list[Box] = []
    if room > len(there) + 4:
        rows.append([])
    for entry in entries(board, there):
        at = len(rows)
        boxes.append(Box(entry.number, at, at + 1, 0, width))
        if entry.subject is not None:
            spots.append(Spot(entry.number, at, entry.subject))
        rows.append(listed(entry, width, len(spots) - 1 if entry.subject else None))
    for line in _explained(board, there, width):
        rows.append(_row(line))
    return Page(rows, boxes, spots, (), tuple(there))


def _explained(board: Board, there: Sequence[Standing], width: int) -> Iterator[Line]:
    """Under a list, what then is, and what the dagger marks."""
    baseline = board.review.selection.baseline
    if baseline is None:
        return
    yield ()
    yield from (
        (space(1), *line)
        for line in wrapped([chunk(quiet(f"then: {baseline.label}"))], max(1, width - 2))
    )
    told: list[Entry] = list(entries(board, there))
    if any(DAGGER in entry.told for entry in told):
        words = "as published" if baseline.kind is BaselineKind.SNAPSHOT else "by the records"
        yield (space(1), chunk(DAGGER, quiet(f" then {words}")))


def more_line(page: Page, width: int) -> Line:
    """The right end of the last line, as much of it as has room; the first parts last."""
    kept = list(page.more)
    while kept and line_width(_apart(kept)) > width:
        kept.pop(0 if len(kept) > 1 else -1)
    return _apart(kept)


def _apart(parts: Sequence[Chunk]) -> Line:
    line: list[Chunk] = []
    for part in parts:
        line += [space(3), part] if line else [part]
    return tuple(line)
