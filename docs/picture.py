"""`python -m docs.picture`: the picture of the board in README.md, made by the app itself."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from rich.segment import Segment

from boardtui import demo
from boardtui.review.day.selection import choose
from boardtui.screens.app import BoardApp
from boardtui.screens.drawing.palette import DARK
from boardtui.screens.pages.board_view import BoardView
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database
from docs.drawing import drawing

PICTURE = Path(__file__).parent / "board.svg"
SIZE = (120, 36)
"""Columns and rows of the terminal in the picture."""

TITLE = "The board of Exampleshire, a force that does not exist"

Rows = list[list[Segment]]


async def board_rows(database: Path) -> Rows:
    """The demo's board, row by row, when all that is worked out in the background has come."""
    opened = open_database(str(database))
    try:
        selection = choose(opened, demo.FORCE, demo.DAY, None)
        app = BoardApp(opened, str(database), selection, Settings())
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            view = app.screen.query_one(BoardView)
            return [list(view.render_line(row)) for row in range(SIZE[1])]
    finally:
        opened.close()


async def drawn(database: Path) -> str:
    """The picture, as SVG."""
    return drawing(TITLE, await board_rows(database), SIZE[0], DARK.ground)


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        database = Path(scratch) / "demo.db"
        demo.build(database, lambda text: None)
        PICTURE.write_text(asyncio.run(drawn(database)), encoding="utf-8", newline="\n")
    print(f"{PICTURE.name}: written")


if __name__ == "__main__":
    main()
