"""The board as rows of text for a screen's size: cards in rows, each in its border."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from boardtui.core.figure.figure import Figure
from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.cards.card import Card
from boardtui.panels.cards.declared import CARDS, CardOf
from boardtui.panels.cards.fit import fitted, natural_height
from boardtui.panels.panel import Board
from boardtui.panels.subject import Subject
from boardtui.panels.text import Line, Role
from boardtui.review.day.compared import ComparedFigure

SHOWN = 6
"""Cards that stand at most; the others are named in the last line."""

PADDING = 1
"""Blank columns between a card's border and its text."""

FRAME = 2
"""Rows of a card's border."""

LEAST = (13, 9)
"""The least rows of the first and the second row of a full board, for digits of five and three."""

BREATH = 2
"""Blank rows that a card of few things may have at most, above and below together."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on a row: its role, the number of its card, and the spot it belongs to."""

    text: str
    role: Role
    card: int
    spot: int | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the board that shows something and can be asked about."""

    card: int
    row: int
    subject: Subject


@dataclass(frozen=True, slots=True)
class Standing:
    """A card that a board has, under its number: the same on all screens of the day."""

    number: int
    of: CardOf
    titles: tuple[str, ...]

    @property
    def title(self) -> str:
        """The card's title in full."""
        return self.titles[0]

    def title_within(self, cells_wide: int) -> str:
        """The longest of its titles that has room; the shortest cut, where none has."""
        found = (title for title in self.titles if cells.width(title) <= cells_wide)
        return next(found, None) or cells.shortened(shown(self.titles[-1]), cells_wide)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a card stands: its first row and column, and those after its last."""

    number: int
    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cards, laid out: rows of pieces from left to right, and what stands where."""

    rows: list[list[Piece]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def text(self) -> str:
        """The cards as plain text."""
        return "\n".join("".join(piece.text for piece in row).rstrip() for row in self.rows)


def standing(board: Board) -> list[Standing]:
    """The cards that have something to say, in order, numbered from 1."""
    there = [of for of in CARDS if of.make(board, ANY_WIDTH) is not None]
    return [Standing(number, of, of.titles(board)) for number, of in enumerate(there, start=1)]


ANY_WIDTH = 60
"""A width to make a card for where only whether it has something to say matters."""


def elsewhere(board: Board) -> frozenset[Figure]:
    """The published figures that cards of their own show, so that the last ones need not."""
    shown: set[Figure] = set()
    for of in CARDS:
        card = of.make(board, ANY_WIDTH) if of.name not in REST else None
        for subject in subjects(card) if card else ():
            if isinstance(subject, ComparedFigure):
                shown |= {subject.figure, *subject.others}
    return frozenset(shown)


REST = ("also", "earlier")
"""The cards of what no other shows."""


def subjects(card: Card) -> Iterator[Subject]:
    """What a card shows, in order."""
    head = card.headline
    if head is not None and head.subject is not None:
        yield head.subject
    lines = [*(head.wide if head else ()), *(line for block in card.blocks for line in block.lines)]
    for line in lines:
        for piece in line:
            if piece.subject is not None:
                yield piece.subject


def absent(board: Board, there: Sequence[Standing]) -> list[CardOf]:
    """The cards that have nothing to say and are named all the same."""
    names = {each.of.name for each in there}
    covered = {"overdue_visits"} if "overdue_visits_share" in names else set()
    return [of for of in CARDS if of.called and of.name not in names | covered]


def laid_out(board: Board, there: Sequence[Standing], width: int, height: int) -> Grid:
    """Lay the first cards out; what they do not need is left blank below."""
    bands = [_Band(board, row, width) for row in _arranged(there[:SHOWN])]
    grid = Grid()
    for place, (band, tall) in enumerate(zip(bands, _heights(bands, height), strict=True)):
        band.draw(grid, tall, DIGITS[min(place, 1)] if len(bands) > 1 else DIGITS[0])
    return grid


DIGITS = (5, 3)
"""The rows of the digits of the first row of cards, and of the others."""


def _arranged(there: Sequence[Standing]) -> list[Sequence[Standing]]:
    """The cards in rows: up to two side by side in one, else in two rows, the first the fuller."""
    if len(there) <= 2:
        return [there] if there else []
    first = (len(there) + 1) // 2
    return [there[:first], there[first:]]


def _heights(bands: Sequence[_Band], height: int) -> list[int]:
    """The rows of each row of cards: a full board takes all there are, another what it needs."""
    if not bands:
        return []
    if len(bands) == 1:
        grown = (bands[0].natural(size) + BREATH for size in (10, DIGITS[0]))
        return [next((rows for rows in grown if rows <= height), height)]
    sizes = [DIGITS[min(place, 1)] for place in range(len(bands))]
    if sum(len(band.cards) for band in bands) == SHOWN:
        spare = height - sum(LEAST)
        first = LEAST[0] + spare // 2
        return [first, height - first]
    wanted = [band.natural(size) for band, size in zip(bands, sizes, strict=True)]
    if sum(wanted) <= height:
        breath = min(BREATH, (height - sum(wanted)) // len(bands))
        return [each + breath for each in wanted]
    first = max(1, height * wanted[0] // sum(wanted))
    return [first, height - first]


class _Band:
    """A row of cards."""

    def __init__(self, board: Board, there: Sequence[Standing], width: int) -> None:
        weights = [each.of.weight for each in there]
        ends = [round(width * sum(weights[: n + 1]) / sum(weights)) for n in range(len(weights))]
        self._widths = [end - start for start, end in zip([0, *ends], ends, strict=False)]
        self.cards: list[tuple[Standing, Card, int]] = []
        for each, wide in zip(there, self._widths, strict=True):
            card = each.of.make(board, inner(wide))
            assert card is not None
            self.cards.append((each, card, wide))

    def natural(self, size: int) -> int:
        """The rows that the highest of the cards needs."""
        return FRAME + max(natural_height(card, inner(wide), size) for _, card, wide in self.cards)

    def draw(self, grid: Grid, tall: int, size: int) -> None:
        """Add the row of cards to the rows that are there."""
        top, left = len(grid.rows), 0
        room = tall - FRAME
        size = self._size(room, size)
        rows: list[list[Piece]] = [[] for _ in range(tall)]
        for each, card, wide in self.cards:
            lines = fitted(card, inner(wide), room, size)
            blank = max(0, room - len(lines)) // 2 if len(self.cards) < 3 else 0
            lines = [()] * min(blank, BREATH // 2) + lines
            grid.boxes.append(Box(each.number, top, top + tall, left, left + wide))
            rows[0] += _top(each, wide)
            for place, row in enumerate(rows[1:-1]):
                line = lines[place] if place < len(lines) else ()
                row.append(Piece("│" + " " * PADDING, Role.BORDER, each.number))
                row += _content(grid, line, each.number, inner(wide), top + place + 1)
                row.append(Piece(" " * PADDING + "│", Role.BORDER, each.number))
            rows[-1].append(Piece(f"╰{'─' * (wide - 2)}╯", Role.BORDER, each.number))
            left += wide
        grid.rows.extend(rows)

    def _size(self, room: int, size: int) -> int:
        """How high the digits are: higher than asked for where all of every card still fits."""
        for larger in (10, 5):
            if larger <= size:
                break
            if size == DIGITS[1] and larger > DIGITS[0]:
                continue  # the second row stays smaller than the first
            if all(natural_height(card, inner(w), larger) <= room for _, card, w in self.cards):
                return larger
        fits = all(natural_height(card, inner(w), size) <= room for _, card, w in self.cards)
        return size if fits or room >= LEAST[0] - FRAME else DIGITS[1]


def inner(width: int) -> int:
    """The columns of text in a card of a width."""
    return width - 2 - 2 * PADDING


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


def _content(grid: Grid, line: Line, card: int, width: int, row: int) -> list[Piece]:
    pieces = []
    used = 0
    for part in line:
        spot = _spot(grid, card, row, part.subject) if part.subject is not None else None
        for span in part.spans:
            pieces.append(Piece(span.text, span.role, card, spot))
            used += cells.width(span.text)
    pieces.append(Piece(" " * max(0, width - used), Role.TEXT, card))
    return pieces


def _spot(grid: Grid, card: int, row: int, subject: Subject) -> int | None:
    """The spot of a subject on a card: its first chunk's, which the digits below share."""
    for number, spot in enumerate(grid.spots):
        if spot.card == card and spot.subject is subject:
            return number if spot.row >= row - 10 else None
    grid.spots.append(Spot(card, row, subject))
    return len(grid.spots) - 1
