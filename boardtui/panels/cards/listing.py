"""The cards as a list, a line each: for a small screen, for the last line, and for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.cards.grid import ANY_WIDTH, Piece, Standing
from boardtui.panels.cards.words import changed, mark
from boardtui.panels.panel import Board
from boardtui.panels.subject import Subject
from boardtui.panels.text import Role
from boardtui.review.day.compared import ComparedFigure


@dataclass(frozen=True, slots=True)
class Entry:
    """A card in a line: what its headline counts, how many, and how that changed."""

    number: int
    label: str
    value: str
    change: str
    subject: Subject | None

    @property
    def told(self) -> str:
        """The value with the change behind it: "1,836 +100†"."""
        return f"{self.value} {self.change}".strip()


def entries(board: Board, there: Iterable[Standing]) -> Iterator[Entry]:
    """The cards in lines; a card of a table alone by its title."""
    for each in there:
        card = each.of.make(board, ANY_WIDTH)
        if card is None or card.headline is None:
            yield Entry(each.number, each.title, "", "", None)
            continue
        head = card.headline
        value = f"{head.before} {head.value}".strip()
        yield Entry(each.number, head.label, value, _change(board, head.subject), head.subject)


def _change(board: Board, subject: Subject | None) -> str:
    if not isinstance(subject, ComparedFigure):
        return ""
    number, _ = changed(subject)
    return number + (mark(subject.comparison.then, board.review) if number else "")


VALUE, CHANGE = 8, 7
"""The columns of the value and of the change."""


def listed(entry: Entry, width: int, spot: int | None) -> list[Piece]:
    """A line of the list: a mark, number and name, and the value and change flush right."""
    value = cells.shortened(entry.value, 18)
    right = f"{value:>{VALUE}}{entry.change:>{CHANGE}} "
    room = max(1, width - 4 - len(right))
    name = cells.padded(cells.shortened(shown(entry.label), room), room)
    number = entry.number
    return [
        Piece(" ", Role.TEXT, number, spot),
        Piece(f"{number} ", Role.QUIET, number),
        Piece(name, Role.TEXT, number),
        Piece(f" {value:>{VALUE}}", Role.HEADING, number, spot),
        Piece(f"{entry.change:>{CHANGE}}", Role.TEXT, number),
    ]
