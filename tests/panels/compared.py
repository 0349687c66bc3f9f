"""The page of comparison and the page of the flow without a screen: all that is worked out too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from boardtui.core.audience.rules import SHOW_ALL, Rules
from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.panels.panel import Board
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Selection, select
from boardtui.review.flow.flows import flows_of, slices_of_flows
from boardtui.review.flow.start import flow_start
from boardtui.screens.board.working import SLICED
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database

PUBLISHED = {
    "essex-2016": ("Essex", date(2016, 8, 31)),
    "essex-2019": ("Essex", date(2019, 6, 30)),
    "essex-2020": ("Essex", date(2020, 3, 31)),
    "essex-2022": ("Essex", date(2022, 3, 31)),
    "avon-and-somerset-2024": ("Avon and Somerset", date(2024, 1, 17)),
}
"""Boards of real forces, of which only figures were published."""

EXAMPLESHIRE = ("Exampleshire", date(2024, 1, 17))
SAMPLESHIRE = ("Sampleshire", date(2023, 10, 31))

WIDTHS = (36, 40, 60, 76, 100, 116, 196)


def whole_board(
    database: Database,
    selection: Selection,
    definition: Definition = STANDARD,
    audience: Rules = SHOW_ALL,
) -> Board:
    """A board with all that its pages wait for, but for what may be concluded."""
    review = Review(database, selection, definition, audience=audience)
    review.restate()
    start = flow_start(database, selection)
    if start.snapshot is None or selection.snapshot is None:
        return Board(review, start, {})
    days = (start.snapshot, selection.snapshot)
    board = Board(review, start, flows_of(database, *days, definition))
    return replace(board, slices=slices_of_flows(database, *days, definition, SLICED))


@contextmanager
def held(
    path: Path,
    force: str | None = None,
    day: date | None = None,
    against: str | date | None = None,
    definition: Definition = STANDARD,
) -> Iterator[Board]:
    """The whole board of a database's force and day."""
    with closing(open_database(str(path))) as database:
        selection = select(Catalogue(database), force, day, against)
        yield whole_board(database, selection, definition)
