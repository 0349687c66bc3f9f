"""Boards without a screen: every one that a database can open, and what stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from boardtui.core.criterion.definition import STANDARD
from boardtui.panels.panel import Board
from boardtui.panels.text import Line
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Catalogue, Selection, select
from boardtui.review.flow.start import flow_start
from boardtui.screens.board.working import stored_flows
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database


def boards(database: Database) -> Iterator[Board]:
    """The board of every force and day, each against its default baseline."""
    catalogue = Catalogue(database)
    for force in catalogue.forces:
        for day in catalogue.days(force):
            yield board(database, select(catalogue, force.name, day))


def board(database: Database, selection: Selection) -> Board:
    review = Review(database, selection, STANDARD)
    start = flow_start(database, selection)
    return Board(review, start, stored_flows(review, start))


def only_board(path: Path) -> Board:
    """The board that a database opens on."""
    database = open_database(str(path))
    try:
        return board(database, select(Catalogue(database)))
    finally:
        database.close()


def text_of(line: Line) -> str:
    return "".join(piece.text for piece in line)
