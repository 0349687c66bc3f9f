"""What a show tells its notes, and that it waits for nobody who listens."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.link.folder import made, places
from boardtui.link.listening import running
from boardtui.link.said import Said
from boardtui.panels.slides.slide import Slide
from boardtui.screens.leading import presenting
from tests.screens.drilling import app
from tests.screens.driving import opened, press
from tests.screens.following import until
from tests.screens.showing import ask, place, show, showing

FLOW = (
    Slide(kind="title", notes="Good morning.\nIntroduce everyone."),
    Slide(kind="flow", measure="overdue_visits"),
    Slide(kind="mix"),
)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presenting, "BEFORE_TELLING", 0.001)
    monkeypatch.setattr(presenting, "AFTER_SHOWING", 0.001)


async def said(pilot: Pilot[None]) -> Said:
    """What the one show says at the moment."""
    await until(pilot, lambda: app(pilot)._told_by is not None, "the line")
    await until(pilot, lambda: not app(pilot)._to_tell, "the last word")
    (found,) = await running(os.environ)
    return found.said


async def test_the_notes_are_told_what_is_before_the_room(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        heard = await said(pilot)
        assert heard.database == str(demo_database.resolve())
        assert (heard.force, heard.day, heard.synthetic) == ("Exampleshire", "17 Jan 2024", True)
        assert (heard.slide, heard.slides, heard.step, heard.steps) == (1, 3, 1, 1)
        assert heard.notes == ("Good morning.", "Introduce everyone.")
        assert "217 to 273" in heard.following
        assert any("273" in each.value for each in heard.likely)
        await press(pilot, "right", "right")
        heard = await said(pilot)
        assert (heard.slide, heard.step, heard.seen) == (2, 2, "slide")
        assert "cleared without a visit" in " ".join(heard.notes)
        await press(pilot, "b")
        assert (await said(pilot)).seen == "black"
        await press(pilot, "x")
        assert (await said(pilot)).seen == "slide"
        await ask(pilot, "unit overdue")
        heard = await said(pilot)
        assert (heard.seen, heard.asked) == ("answer", "Overdue visits by unit")
        assert "Moorland" in heard.sentence
        await press(pilot, "escape", "end")
        heard = await said(pilot)
        assert (heard.seen, heard.asked, heard.following) == ("slide", "", "")


async def test_one_that_does_not_read_holds_nothing_up(demo_database: Path) -> None:
    async with showing(demo_database, slides=FLOW) as pilot:
        await said(pilot)
        (path,) = made(os.environ).iterdir()
        with socket.socket(socket.AF_UNIX) as slow:
            slow.connect(str(path))
            for _ in range(30):
                await press(pilot, "right", "right", "home")
        assert place(pilot) == (1, 0)
        assert (await said(pilot)).slide == 1


async def test_a_show_that_cannot_be_followed_goes_on(demo_database: Path) -> None:
    for folder in places(os.environ):
        folder.mkdir(mode=0o755)
    async with showing(demo_database, slides=FLOW) as pilot:
        await until(pilot, lambda: app(pilot)._told_by is not None, "the line")
        await press(pilot, "right")
        assert place(pilot) == (2, 0)
        assert list(await running(os.environ)) == []


async def test_a_show_from_the_board_is_followed_until_it_is_left(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        assert await running(os.environ) == []
        await press(pilot, "f5")
        assert (await said(pilot)).slides == len(show(pilot).slides)
        await press(pilot, "escape")
        assert list(made(os.environ).iterdir()) == []


async def test_no_notes_are_told_of_a_case(demo_database: Path) -> None:
    async with showing(demo_database) as pilot:
        for _ in show(pilot).slides:
            heard = await said(pilot)
            assert "EX-" not in " ".join([*heard.notes, heard.sentence, heard.following])
            await press(pilot, str(place(pilot)[0] + 1), "enter")
