"""Escapes in every text of a database: none reaches a terminal, a file, or what is pasted."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from unittest.mock import patch

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from boardtui.core.words.shown import is_obeyed
from boardtui.export.export import Exportable
from boardtui.export.file import write
from boardtui.screens.drawing import drawn_app
from boardtui.screens.drawing.drawn_text import Harmless
from tests.screens.driving import burst, opened, press, settle
from tests.screens.page_driving import app
from tests.screens.spoiling import EVIL, with_escapes

UNIT = ("1", "tab", "tab")
WALK: tuple[tuple[str, ...], ...] = (
    ("end", "d"),
    ("o",),
    ("b",),
    ("r",),
    ("0",),
    ("question_mark",),
    *(("slash", words) for words in ("zed", "high", "EX-", "north", "nothing-of-the-kind")),
    *((number, "d") for number in "123456789"),
    (*UNIT, "d"),
    (*UNIT, "x"),
    (*UNIT, "plus", "enter"),
    ("1", "enter", "d"),
    ("1", "enter", "slash", "north", "enter"),
    ("1", "enter", "colon", "nobody", "enter"),
    ("1", "enter", "enter", "d"),
    ("2", "enter", "enter"),
    ("c", "d"),
    ("f", "d"),
    ("f", "down", "enter"),
    ("i", "d"),
    ("f5", *["right"] * 12, "d"),
    ("f5", "o"),
    ("f5", "slash", "unit", "enter"),
    ("f5", "slash", "high", "enter"),
    ("w",),
)
"""Keys one after another, and words that are typed: after each of them all is looked at."""

WRITTEN = {
    WALK[0],
    ("1", "d"),
    (*UNIT, "x"),
    ("1", "enter", "d"),
    ("c", "d"),
    ("f", "d"),
    ("i", "d"),
}
"""Those on the way of which what would be copied and written is looked at too."""

FORCES = ("Exampleshire", "Avon and Somerset")


@pytest.fixture(scope="module")
def hostile(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    return with_escapes(Path(shutil.copy(demo_database, path)))


class Unseeing(LineFilter):
    """In place of the last look at what is drawn, which cannot keep a line's width in mind."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return segments


def drawn(pilot: Pilot[None]) -> str:
    """All that is drawn, of every screen that is open."""
    return "\n".join(
        segment.text
        for screen in pilot.app.screen_stack
        for strip in screen._compositor.render_strips()
        for segment in strip
    )


def obeyed(text: str) -> list[str]:
    return [hex(ord(character)) for character in sorted(set(text) - {"\n"}) if is_obeyed(character)]


@pytest.mark.parametrize("force", FORCES)
async def test_no_screen_draws_what_a_terminal_would_obey(
    hostile: Path, tmp_path: Path, force: str
) -> None:
    with patch.object(drawn_app, "Harmless", Unseeing):
        async with opened(hostile, f"{force}{EVIL}", size=(120, 50)) as pilot:
            for keys in WALK:
                seen: set[Screen[object]] = set()
                for key in keys:
                    await type_or_press(pilot, key)
                    assert obeyed(drawn(pilot)) == [], (keys, key)
                    if keys in WRITTEN and pilot.app.screen not in seen:
                        await see_what_leaves(pilot, tmp_path)
                    seen.add(pilot.app.screen)
                while len(pilot.app.screen_stack) > 1:
                    await press(pilot, "escape")
            assert pilot.app.title == "boardtui"


async def type_or_press(pilot: Pilot[None], key: str) -> None:
    """A key, or a word typed into the field that has the focus."""
    if isinstance(pilot.app.focused, Input) and key.isalpha() | ("-" in key) and key != "enter":
        await burst(pilot, *key)
    else:
        await press(pilot, key)


async def see_what_leaves(pilot: Pilot[None], folder: Path) -> None:
    """Copy and write what a screen offers, and look at both."""
    screen = pilot.app.screen
    if not isinstance(screen, Exportable):
        return
    await press(pilot, "y")
    assert obeyed(drawn(pilot)) == []
    assert obeyed(pilot.app.clipboard.replace("\t", "")) == []
    for end in ("csv", "txt"):
        path = folder / f"{len(list(folder.iterdir()))}.{end}"
        write(screen.export(), str(path), lambda count: None)
        assert obeyed(path.read_text("utf-8-sig").replace("\t", "")) == []


def test_the_last_look_lets_nothing_through_that_is_obeyed() -> None:
    drawn = [Segment(f"a{EVIL}b"), Segment("\x9b31m"), Segment("\u202e")]
    told = "".join(segment.text for segment in Harmless().apply(drawn, Color(0, 0, 0)))
    assert obeyed(told) == []
    assert told.startswith("a")
    assert "b" in told


async def test_what_is_told_in_passing_is_neither_obeyed_nor_markup(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        pilot.app.notify(f"[red]gone[/] {EVIL}")
        await settle(pilot)
        (told,) = pilot.app._notifications
        assert told.message.startswith("[red]gone[/] �]52;c;")
        assert not told.markup
        assert obeyed(told.message) == []


async def test_what_is_written_says_which_file_with_nothing_to_obey(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / f"evil{EVIL}".replace("/", "")[:60]
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with opened(hostile, f"Exampleshire{EVIL}") as pilot:
        await press(pilot, "w")
        assert obeyed(drawn(pilot)) == []
        pilot.app.screen.query_one(Input).value = "a\x1b]2;x\x07.csv"
        await press(pilot, "enter")
        assert obeyed(drawn(pilot)) == []
        assert any("written to" in note.message for note in app(pilot)._notifications)


def test_a_title_is_never_set(hostile: Path, tmp_path: Path) -> None:
    from tests.screens.terminal import running

    with running(str(hostile), folder=tmp_path) as terminal:
        terminal.wait_for("273")
        for keys, words in (("/", "For example"), ("zed", "zed")):
            terminal.press(keys)
            terminal.wait_for(words)
        terminal.press("\x1b")
        terminal.wait_without("Find")
        terminal.press("y")
        terminal.wait_for("sent to the clipboard")
        terminal.press("q")
        assert terminal.ended() == 0
    assert not re.search(rb"\x1b\][012];", terminal.sent)
    assert b"ZXZpbC1jbGlwYm9hcmQ=\x07" not in terminal.sent
    assert len(re.findall(rb"\x1b\]52;", terminal.sent)) == 1
    assert b"\xc2\x9b" not in terminal.sent
    assert "\u202e".encode() not in terminal.sent
