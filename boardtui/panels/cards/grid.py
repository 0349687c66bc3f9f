"""The cards as rows of text, each in its border, and where on the screen everything stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from boardtui.panels import cells
from boardtui.panels.cards.band import FRAME, PADDING, Band, inner
from boardtui.panels.cards.fit import fitted
from boardtui.panels.cards.standing import Standing
from boardtui.panels.subject import Subject
from boardtui.panels.text import Line, Role

LARGEST = 10
"""The rows of the largest digits: so many rows down a number can be the same spot."""


NONE = -1
"""The card of what belongs to none."""


class Piece(Struct, frozen=True):
    """A run of text on a row: its role, the number of its card, and the spot it belongs to."""

    text: str
    role: Role
    card: int
    spot: int | None = None


class Spot(Struct, frozen=True):
    """A place on the board that shows something and can be asked about.

    `head` is set of the number that its card stands for.
    """

    card: int
    row: int
    subject: Subject
    head: bool = False


class Box(Struct, frozen=True):
    """Where a card stands: its first row and column, and those after its last."""

    number: int
    top: int
    bottom: int
    left: int
    right: int


class Grid(Struct, frozen=True):
    """Rows of pieces from left to right, and what stands where."""

    rows: list[list[Piece]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    numbers: dict[tuple[int, int], int] = field(default_factory=dict)
    """The number of each spot, by its card and the identity of its subject."""


def row_of(line: Line) -> list[Piece]:
    """A row that belongs to no card."""
    return [Piece(span.text, span.role, NONE) for piece in line for span in piece.spans]


def draw(grid: Grid, bands: Sequence[Band]) -> None:
    """Add rows of cards below the rows that are there."""
    for band in bands:
        _draw(grid, band)


def _draw(grid: Grid, band: Band) -> None:
    top, left, room = len(grid.rows), 0, band.rows - FRAME
    rows: list[list[Piece]] = [[] for _ in range(band.rows)]
    for each, card, wide in zip(band.there, band.cards, band.widths, strict=True):
        head = card.headline.subject if card.headline else None
        lines = fitted(card, inner(wide), room, band.size)
        lines = [()] * _above(band, room - len(lines)) + lines
        grid.boxes.append(Box(each.number, top, top + band.rows, left, left + wide))
        rows[0] += _top(each, wide)
        for place, row in enumerate(rows[1:-1]):
            line = lines[place] if place < len(lines) else ()
            row.append(Piece("│" + " " * PADDING, Role.BORDER, each.number))
            row += _content(grid, line, each.number, head, inner(wide), top + place + 1)
            row.append(Piece(" " * PADDING + "│", Role.BORDER, each.number))
        rows[-1].append(Piece(f"╰{'─' * (wide - 2)}╯", Role.BORDER, each.number))
        left += wide
    grid.rows.extend(rows)


def _above(band: Band, blank: int) -> int:
    """The blank rows above the text of a card: where there are few cards, they stand freer."""
    return min(blank // 2, 1) if len(band.there) < 3 else 0


def _top(each: Standing, wide: int) -> list[Piece]:
    number = f"{each.number} "
    title = each.title_within(max(1, wide - 6 - len(number)))
    rule = "─" * max(0, wide - 5 - len(number) - cells.width(title))
    return [
        Piece("╭─ ", Role.BORDER, each.number),
        Piece(number, Role.QUIET, each.number),
        Piece(title, Role.HEADING, each.number),
        Piece(f" {rule}╮", Role.BORDER, each.number),
    ]


def _content(
    grid: Grid, line: Line, card: int, head: Subject | None, width: int, row: int
) -> list[Piece]:
    pieces = []
    used = 0
    for part in line:
        spot = None
        if part.subject is not None:
            spot = _spot(grid, Spot(card, row, part.subject, part.subject is head))
        for span in part.spans:
            pieces.append(Piece(span.text, span.role, card, spot))
            used += cells.width(span.text)
    pieces.append(Piece(" " * max(0, width - used), Role.TEXT, card))
    return pieces


def _spot(grid: Grid, here: Spot) -> int | None:
    """The spot of a subject on a card: its first chunk's, which those in the rows below share."""
    number = grid.numbers.setdefault((here.card, id(here.subject)), len(grid.spots))
    if number == len(grid.spots):
        grid.spots.append(here)
    return number if grid.spots[number].row >= here.row - LARGEST else None
