"""The cards as a list, a line each: for a small screen, and for the last line of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.cards.grid import Box, Grid, Piece, Spot, row_of
from boardtui.panels.cards.standing import Standing
from boardtui.panels.cards.under import not_given, nothing_to_compare, within_lines
from boardtui.panels.cards.words import DAGGER, changed, mark, then_sources
from boardtui.panels.head import then_words
from boardtui.panels.panel import Board
from boardtui.panels.subject import Subject
from boardtui.panels.text import Line, Role, chunk, quiet, space
from boardtui.review.day.compared import ComparedFigure


class Entry(Struct, frozen=True):
    """A card in a line: what its headline counts, how many, and how that changed."""

    number: int
    labels: tuple[str, ...]
    value: str
    change: str
    subject: Subject | None

    @property
    def label(self) -> str:
        return self.labels[0]

    @property
    def told(self) -> str:
        """The value with the change behind it: "1,836 +100†"."""
        return f"{self.value} {self.change}".strip()


def entries(board: Board, there: Iterable[Standing]) -> Iterator[Entry]:
    """The cards in lines; a card of a table alone by its title."""
    for each in there:
        head = each.card.headline
        if head is None:
            yield Entry(each.number, each.titles, "", "", None)
            continue
        change = _change(board, head.subject)
        yield Entry(
            each.number, (head.label, *filter(None, (head.brief,))), head.text, change, head.subject
        )


def _change(board: Board, subject: Subject | None) -> str:
    if not isinstance(subject, ComparedFigure):
        return ""
    number, _ = changed(subject)
    return number + (mark(subject.comparison.then, board.review) if number else "")


def draw_list(
    grid: Grid, board: Board, there: Sequence[Standing], width: int, bottom: int, odd: Line
) -> bool:
    """Add the cards as a list, as many as have room, and below it what then is.

    And what is `odd` in the files of the day: whether that had room.
    """
    found = list(entries(board, there))
    room = bottom - len(grid.rows)
    if room > len(found) + APART:
        grid.rows.append([])
        room -= 1
    fit = found if len(found) <= room else found[: max(0, room - 1)]
    wide = max((cells.width(entry.change) for entry in found), default=0)
    for entry in fit:
        at = len(grid.rows)
        grid.boxes.append(Box(entry.number, at, at + 1, 0, width))
        if entry.subject is not None:
            grid.spots.append(Spot(entry.number, at, entry.subject, head=True))
        spot = len(grid.spots) - 1 if entry.subject is not None else None
        grid.rows.append(_listed(entry, width, wide, spot))
    if not grid.spots:  # without a row for any card the keys are still those of one
        unseen = [(entry.number, entry.subject) for entry in found if entry.subject is not None]
        grid.spots.extend(Spot(number, bottom, one, head=True) for number, one in unseen)
    if len(fit) < len(found):
        rest = f"{len(found) - len(fit)} more cards: 0"
        grid.rows.append(row_of((space(1), chunk(quiet(rest)))))
    for told in _explained(board, there, found, width - 2):
        lines = [row_of((space(1), *line) if line else ()) for line in ((), *told)]
        if len(grid.rows) + len(lines) <= bottom:
            grid.rows.extend(lines)
    if not odd or len(grid.rows) + 2 > bottom:
        return False
    grid.rows.extend([[], row_of((space(1), *odd))])
    return True


APART = 4
"""Rows to spare from which a blank one stands above the list."""


def _listed(entry: Entry, width: int, wide: int, spot: int | None) -> list[Piece]:
    """A line of the list: a mark, number and name, and the value and change flush right."""
    number = f"{entry.number} "
    change = f"{entry.change:>{wide}}" if wide else ""
    right = width - 1 - len(number) - cells.width(change) - 2
    value = cells.shortened(shown(entry.value), max(1, right - LEAST_NAME))
    room = max(1, right - cells.width(value) - 1)
    label = next((each for each in entry.labels if cells.width(each) <= room), entry.labels[-1])
    name = cells.padded(cells.shortened(shown(label), room), room)
    return [
        Piece(" ", Role.BORDER, entry.number, spot),
        Piece(number, Role.QUIET, entry.number),
        Piece(f"{name} ", Role.TEXT, entry.number, spot),
        Piece(value, Role.HEADING, entry.number, spot),
        Piece(f" {change} ", Role.QUIET, entry.number),
    ]


LEAST_NAME = 8
"""Cells that a name has at least beside a long value."""


def _explained(
    board: Board, there: Sequence[Standing], found: Sequence[Entry], width: int
) -> Iterator[list[Line]]:
    """What then is and what the dagger marks, or why nothing is compared; and what is not given."""
    baseline = board.review.selection.baseline
    if baseline is not None:
        told = within_lines([f"then: {then_words(baseline)[0]}"], width, 1)
        if any(DAGGER in entry.change for entry in found):
            sources = [f"{DAGGER} then {source}" for source in then_sources(board.review)]
            told += within_lines(sources, width, 1)
        yield told
    elif nothing := nothing_to_compare(board):
        yield within_lines(nothing, width, 2)
    if missing := not_given(board, there):
        yield within_lines([missing], width, 1)
