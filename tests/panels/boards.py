"""Boards without a screen: every one that a database can open, and what stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from boardtui.core.criterion.definition import STANDARD
from boardtui.panels.cards.fit import fitted
from boardtui.panels.cards.standing import Standing, standing
from boardtui.panels.panel import Board
from boardtui.panels.text import Line, text_of
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Selection, select
from boardtui.review.flow.start import flow_start
from boardtui.review.flow.stored import stored_flows
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from boardtui.store.held.snapshots import ForceKey

ROWS, DIGITS = 99, 5
"""The rows of a card that has room for all it says, and those of its digits."""


MANY = 12
"""Days of a force from which two are looked at: the middle one and the last."""


def boards(database: Database) -> Iterator[Board]:
    """The board of every force and day, each against its default baseline."""
    catalogue = Catalogue(database)
    for force, day in places(catalogue):
        yield board(database, select(catalogue, force.name, day))


def places(catalogue: Catalogue) -> Iterator[tuple[ForceKey, date]]:
    """Every force and day that can be opened; of a force with many days, two of them."""
    for force in catalogue.forces:
        days = catalogue.days(force)
        for day in days if len(days) < MANY else (days[len(days) // 2], days[-1]):
            yield force, day


def board(database: Database, selection: Selection) -> Board:
    review = Review(database, selection, STANDARD)
    start = flow_start(database, selection)
    return Board(review, start, stored_flows(review, start))


@contextmanager
def only_board(path: Path) -> Iterator[Board]:
    """The board that a database opens on."""
    with closing(open_database(str(path))) as database:
        yield board(database, select(Catalogue(database)))


def whole(card: Standing, width: int) -> list[Line]:
    """All that a card says at a width of text, without the blank rows between."""
    return [line for line in fitted(card.at(width, width), width, ROWS, DIGITS) if line]


def cards(board: Board, width: int = 60) -> dict[str, list[Line]]:
    """Each card of a board by its name, with all that it says."""
    return {each.of.name: whole(each, width) for each in standing(board)}


def told(board: Board, card: str, width: int = 60) -> list[str]:
    """A card as plain text, line by line; its number is drawn large: `value_of` gives it."""
    return [text_of(line).rstrip() for line in cards(board, width)[card]]


def value_of(board: Board, card: str) -> str:
    """The number that a card stands for, with its hedge, as it is before it is drawn large."""
    (found,) = (each.card.headline for each in standing(board) if each.of.name == card)
    assert found is not None
    return found.text


def figures(board: Board, width: int = 60) -> list[ComparedFigure]:
    """Every figure that can be asked about on some card."""
    pieces = [piece for lines in cards(board, width).values() for line in lines for piece in line]
    return [piece.subject for piece in pieces if isinstance(piece.subject, ComparedFigure)]
