"""`python -m docs.picture`: the pictures in README.md, drawn of the demo as `w` writes them."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.geometry import Size
from textual.pilot import Pilot

from boardtui import demo
from boardtui.export.export import Exportable
from boardtui.export.picture.picture import Picture
from boardtui.export.picture.svg import svg
from boardtui.review.day.selection import choose
from boardtui.screens.app import BoardApp
from boardtui.screens.drawing.full_screen import FullScreen
from boardtui.screens.drawing.palette import DARK
from boardtui.screens.drawing.pictured import pictured
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database

FOLDER = Path(__file__).parent

SIZE = Size(120, 36)
"""Columns and rows of the terminal in each picture."""

PICTURES: Mapping[str, Sequence[str]] = {
    "board.svg": (),
    "then-and-now.svg": ("c",),
    "what-changed.svg": ("f",),
    "breakdown.svg": ("1", "tab", "tab"),
}
"""The keys that lead from the board to what each picture is of, by the name of its file."""

STEP = 0.02
"""Seconds from one look to the next at what is worked out."""


async def drawn(database: Path, keys: Sequence[str]) -> str:
    """What the keys lead to on the demo's board, as SVG, when all that it shows is there."""
    opened = open_database(str(database))
    try:
        selection = choose(opened, demo.FORCE, demo.DAY, None)
        app = BoardApp(opened, str(database), selection, Settings())
        async with app.run_test(size=SIZE) as pilot:
            await _picture(pilot)
            for key in keys:
                await pilot.press(key)
                await _picture(pilot)
            return svg(await _picture(pilot))
    finally:
        opened.close()


async def _picture(pilot: Pilot[None]) -> Picture:
    screen = pilot.app.screen
    assert isinstance(screen, FullScreen)
    assert isinstance(screen, Exportable)
    about = screen.export().about
    while isinstance(found := pictured(screen, SIZE, DARK, about), str):
        await pilot.pause(STEP)
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        database = Path(scratch) / "demo.db"
        demo.build(database, lambda text: None)
        for name, keys in PICTURES.items():
            text = asyncio.run(drawn(database, keys))
            (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
            print(f"{name}: written")


if __name__ == "__main__":
    main()
