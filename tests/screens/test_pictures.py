"""Pictures of what is on the screen: of each screen, at any size, and nothing of it by halves."""

from __future__ import annotations

import re
import stat
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from textual.geometry import Size
from textual.pilot import Pilot

from boardtui.export.picture.picture import Picture
from boardtui.screens.board import working, working_screen
from boardtui.screens.dialogs.waiting import Waiting
from boardtui.screens.drawing.full_screen import FullScreen, FullView
from boardtui.screens.drawing.palette import DARK, LIGHT
from boardtui.screens.drawing.pictured import PAPER, pictured
from tests.panels.hostile import hostile_force
from tests.registers import write as write_register
from tests.screens.driving import TERMINAL, WIDE, burst, opened, press, screen_text, send, settle
from tests.screens.page_driving import app

SMALL, LARGE = (40, 20), (200, 50)

WAYS = {
    "board": (),
    "then and now": ("c", "pagedown", "down"),
    "what changed": ("f", "down", "right"),
    "inspections": ("i", "down"),
    "breakdown": ("1", "tab", "down"),
    "cross": ("1", "x", "right", "right", "down"),
    "series": ("5", "down"),
    "cases": ("1", "end", "enter", "pagedown", "right"),
    "case": ("1", "enter", "enter", "end"),
}
"""Keys that lead to each kind of screen, and away from where it begins."""


def text_of(picture: Picture) -> str:
    rows = ("".join(run.text for run in row).rstrip() for row in picture.rows)
    return "\n".join(rows) + "\n"


def view(pilot: Pilot[None]) -> FullView:
    return pilot.app.screen.query_one(FullView)


def seen(pilot: Pilot[None]) -> list[Any]:
    """All that is on the screen, with its colours."""
    return [view(pilot).render_line(y) for y in range(view(pilot).size.height)]


async def picture(pilot: Pilot[None], size: tuple[int, int]) -> Picture:
    """What is on the screen as a picture, once all that it shows at that size is there."""
    screen = pilot.app.screen
    assert isinstance(screen, FullScreen)
    while isinstance(drawn := pictured(screen, Size(*size), DARK, ("Newshire", "Board")), str):
        await settle(pilot)
    await settle(pilot)
    return drawn


async def written(pilot: Pilot[None], name: str) -> str:
    """Have what is on the screen written to a file; what is told of it."""
    await press(pilot, "w")
    await burst(pilot, *["backspace"] * 80, *name, "enter")
    return " ".join(note.message for note in app(pilot)._notifications)


@pytest.mark.parametrize("way", WAYS)
async def test_a_picture_is_what_a_screen_of_its_size_shows_and_changes_nothing(
    demo_database: Path, way: str
) -> None:
    async with opened(demo_database, size=SMALL) as pilot:
        await press(pilot, *WAYS[way])
        for here, there in ((SMALL, WIDE), (WIDE, LARGE), (LARGE, SMALL)):
            before = seen(pilot)
            same, other = await picture(pilot, here), await picture(pilot, there)
            assert seen(pilot) == before
            assert text_of(same) == screen_text(pilot)
            await pilot.resize_terminal(*there)
            await settle(pilot)
            assert text_of(other) == screen_text(pilot)


@pytest.mark.parametrize("way", WAYS)
async def test_a_picture_has_the_heading_and_says_that_a_force_is_synthetic(
    demo_database: Path, way: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *WAYS[way])
        first = text_of(await picture(pilot, LARGE)).splitlines()[0]
        assert re.match(r" Exampleshire  SYNTHETIC .*17 Jan 2024|.*Then and now$", first)


async def test_a_picture_of_a_list_reads_the_rows_that_it_needs(many: Path) -> None:
    async with opened(many, size=TERMINAL) as pilot:
        app(pilot).open_cases("overdue_visits", (), "Board › Overdue visits")
        await settle(pilot)
        await press(pilot, "end")
        rows = text_of(await picture(pilot, (120, 200))).splitlines()
        listed = [row for row in rows if re.search(r"\bC-\d{4}\b", row)]
        assert len(listed) == len(set(listed)) > 180
        assert "C-0700" in listed[-1]


async def test_a_picture_is_drawn_in_the_colours_of_the_screen(
    demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(demo_database) as pilot:
        await written(pilot, "dark.svg")
        await press(pilot, "t")
        await written(pilot, "light.svg")
    for name, palette in (("dark.svg", DARK), ("light.svg", LIGHT)):
        fills = set(re.findall(r'fill="(#\w+)"', (tmp_path / name).read_text()))
        assert {palette.ground, palette.text, palette.accent, palette.synthetic} <= fills
        known = {getattr(palette, each) for each in type(palette).__struct_fields__}
        assert fills <= known


async def test_without_colour_a_picture_is_black_on_white(
    demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(demo_database) as pilot:
        await press(pilot, "f")
        await written(pilot, "a.svg")
    drawn = (tmp_path / "a.svg").read_text()
    assert set(re.findall(r'(?:fill|stroke)="(#\w+)"', drawn)) == {PAPER.colour, PAPER.ground}


async def test_w_writes_a_picture_of_the_size_that_is_typed(
    demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(demo_database) as pilot:
        told = await written(pilot, "board.svg 200x50")
        assert told == "a picture of 200 columns by 50 rows written to board.svg"
        await written(pilot, "board.png 80x24")
    found = ElementTree.fromstring((tmp_path / "board.svg").read_text("utf-8"))
    assert (found.get("width"), found.get("height")) == ("2020", "1020")
    title = found.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Exampleshire (SYNTHETIC), as at 17 Jan 2024: Board"
    assert (tmp_path / "board.png").read_bytes()[16:24] == bytes([0, 0, 6, 104, 0, 0, 3, 232])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"board.svg": 0o600, "board.png": 0o600}


async def test_a_picture_is_not_written_over_what_is_there(
    demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "board.png").write_text("precious")
    async with opened(demo_database) as pilot:
        await written(pilot, "board.png")
        assert "is there already. Name another file." in screen_text(pilot)
        await press(pilot, "escape")
        await written(pilot, "board.png 1x1")
        assert "a picture is 40x20 to 400x200, and not 1x1" in screen_text(pilot)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [
        ("board.png", "precious")
    ]


async def test_hostile_text_of_a_database_is_text_in_a_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "</text><script>x</script>\x1b[31m\u202e &amp;"
    database = write_register(tmp_path / "a.db", hostile_force(text))
    async with opened(database, size=LARGE) as pilot:
        await written(pilot, "a.svg")
        await written(pilot, "a.png 40x20")
    drawn = (tmp_path / "a.svg").read_text("utf-8")
    kinds = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(drawn).iter()}
    assert kinds == {"svg", "title", "desc", "rect", "path", "g", "text"}
    assert "script" in "".join(ElementTree.fromstring(drawn).itertext())
    header = (tmp_path / "a.png").read_bytes().partition(b"IDAT")[0]
    assert b"script" in header
    for moving in ("\x1b", "\u202e"):
        assert moving not in drawn
        assert moving.encode() not in header


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What changed by unit and risk is worked out once this is set."""
    let = threading.Event()
    slices = working.worked_out_slices

    def waiting(*arguments: Any) -> working.Slices:
        let.wait()
        return slices(*arguments)

    monkeypatch.setattr(working_screen, "worked_out_slices", waiting)
    yield let
    let.set()


async def asked(pilot: Pilot[None], key: str) -> None:
    """Press a key on the screen of what changed, which waits for what is held."""
    for each in ("f", key):
        send(pilot, each)
        for _ in range(3):
            await pilot.pause()
    assert isinstance(app(pilot).screen, Waiting)
    assert "as soon as it is there: what changed is being worked out" in screen_text(pilot)


@pytest.mark.parametrize("name", ["a.svg", "a.csv", "a.txt"])
async def test_what_is_still_worked_out_is_waited_for_before_anything_is_written(
    demo_database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    held: threading.Event,
    name: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(demo_database) as pilot:
        try:
            await asked(pilot, "w")
        finally:
            held.set()
        await settle(pilot)
        while isinstance(app(pilot).screen, Waiting):
            await pilot.pause()
        await burst(pilot, *["backspace"] * 80)
        await burst(pilot, *name, "enter")
    found = (tmp_path / name).read_text("utf-8")
    assert "being worked out" not in found
    assert "Harbour" in found


async def test_waiting_can_be_left_and_nothing_is_copied(
    demo_database: Path, held: threading.Event
) -> None:
    async with opened(demo_database) as pilot:
        try:
            await asked(pilot, "y")
            send(pilot, "escape")
            for _ in range(3):
                await pilot.pause()
            assert not isinstance(app(pilot).screen, Waiting)
        finally:
            held.set()
        await settle(pilot)
        assert not pilot.app.clipboard
