"""What keys lead out of a board: open on an ordinary one, closed on one that is restricted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from boardtui.export.outlets import NOT_COPIED, NOT_WRITTEN, KindError, Outlets, path_in
from boardtui.screens.dialogs.writing import Writing
from boardtui.screens.leading import presenting
from tests.screens.driving import opened, press, screen_text, settle
from tests.screens.page_driving import app
from tests.screens.showing import told

CLOSED = Outlets(clipboard=False, files=False, followed=False)

Way = Callable[[Pilot[None], Path], Awaitable[bool]]
"""Goes a way on a board; whether it was open."""


async def writing(pilot: Pilot[None], folder: Path) -> bool:
    await press(pilot, "w")
    if not isinstance(pilot.app.screen, Writing):
        return False
    pilot.app.screen.query_one(Input).value = str(folder / "out.csv")
    await press(pilot, "enter")
    return (folder / "out.csv").exists()


async def copying(pilot: Pilot[None], folder: Path) -> bool:
    await press(pilot, "y")
    return bool(pilot.app.clipboard)


async def copying_a_definition(pilot: Pilot[None], folder: Path) -> bool:
    await press(pilot, "d", "y")
    return bool(pilot.app.clipboard)


async def cutting_in_a_field(pilot: Pilot[None], folder: Path) -> bool:
    await press(pilot, "slash", "o", "v", "shift+home", "ctrl+x")
    return bool(pilot.app.clipboard)


async def copying_what_textual_has_marked(pilot: Pilot[None], folder: Path) -> bool:
    pilot.app.copy_to_clipboard("marked")
    return bool(pilot.app.clipboard)


async def finding_how_to_write(pilot: Pilot[None], folder: Path) -> bool:
    await press(pilot, "ctrl+p", *"write all")
    return "Write all that is shown" in screen_text(pilot)


async def finding_how_to_copy(pilot: Pilot[None], folder: Path) -> bool:
    await press(pilot, "ctrl+p", *"copy all")
    return "Copy all that is shown" in screen_text(pilot)


async def the_list_of_keys(pilot: Pilot[None], folder: Path) -> bool:
    await press(pilot, "question_mark")
    return "copy" in screen_text(pilot)


async def following_a_show(pilot: Pilot[None], folder: Path) -> bool:
    await press(pilot, "f5", "right")
    return any(folder.iterdir())


WAYS: dict[str, Way] = {
    way.__name__.replace("_", " "): way
    for way in (
        *(writing, copying, copying_a_definition, cutting_in_a_field),
        *(copying_what_textual_has_marked, finding_how_to_write, finding_how_to_copy),
        *(the_list_of_keys, following_a_show),
    )
}


@pytest.fixture(autouse=True)
def told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes are told as soon as a show is there, through this test's own folder."""
    monkeypatch.setattr(presenting, "BEFORE_TELLING", 0.001)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("way", WAYS)
async def test_a_way_out_is_closed(demo_database: Path, tmp_path: Path, way: str) -> None:
    for outlets in (CLOSED, Outlets()):
        async with opened(demo_database, outlets=outlets) as pilot:
            assert await WAYS[way](pilot, tmp_path) == (outlets is not CLOSED)


async def test_what_is_closed_says_so(demo_database: Path) -> None:
    async with opened(demo_database, outlets=CLOSED) as pilot:
        await press(pilot, "w", "y")
        assert told(pilot) == [NOT_WRITTEN, NOT_COPIED]
        await press(pilot, "question_mark")
        assert "nothing goes to the clipboard or to a file" in screen_text(pilot)


async def test_a_paste_is_typed_text_and_no_key(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        before = screen_text(pilot)
        pilot.app.post_message(Paste("wq\x1b[15~\r"))
        await settle(pilot)
        assert screen_text(pilot) == before


async def test_where_files_go_to_one_folder_their_names_are_given(
    demo_database: Path, tmp_path: Path
) -> None:
    outlets = Outlets(folder=tmp_path)
    async with opened(demo_database, outlets=outlets) as pilot:
        for typed in ("../out.csv", "/tmp/out.csv", "csv/../../out", "~/csv", "out.csv", ""):
            await press(pilot, "w")
            field = pilot.app.screen.query_one(Input)
            field.value = typed
            await press(pilot, "enter")
            assert "say csv, txt, svg or png" in screen_text(pilot)
            await press(pilot, "escape")
        assert list(tmp_path.iterdir()) == []
        for typed in ("csv", "TXT", "svg 80x24"):
            await press(pilot, "w")
            pilot.app.screen.query_one(Input).value = typed
            await press(pilot, "enter")
    names = sorted(path.suffix for path in tmp_path.iterdir())
    assert names == [".csv", ".svg", ".txt"]
    assert app(pilot).location == str(demo_database)


@pytest.mark.parametrize(
    "typed",
    ["", ".", "csv x", "csv 80x24", "csv/", "exe", "svg ../x", "svg 1;2", "svg 80x24 ../x.svg"],
)
def test_what_is_no_kind_of_file_makes_no_path(tmp_path: Path, typed: str) -> None:
    with pytest.raises(KindError):
        path_in(tmp_path, "board", typed, datetime(2024, 1, 17, tzinfo=UTC))
