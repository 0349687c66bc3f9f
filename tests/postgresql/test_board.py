"""The board of a database on the server shows what that of the same in a file does."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url
from textual.pilot import Pilot

from tests.postgresql.conftest import Both
from tests.postgresql.oddshire import FORCE
from tests.screens.driving import opened, press, screen_text
from tests.screens.terminal import running

WALKS = {
    "the board": ("d", "escape"),
    "a breakdown, crossed": ("1", "tab", "x", "down", "enter", "escape", "escape"),
    "its cases, sorted and filtered": ("1", "down", "enter", "s", "s", "/", "a", "enter", "end"),
    "a case": ("1", "enter", "down", "enter", "escape"),
    "the flow, and who is behind a part": ("f", "down", "down", "enter", "escape"),
    "compare and inspections": ("c", "end", "escape", "i", "end", "escape"),
    "find": ("/", *"overdue", "space", *"high", "down", "enter"),
    "find a case": ("/", *"a-12", "down", "enter"),
    "another day": ("o", "down", "enter"),
    "another baseline": ("b", "down", "enter", "f"),
    "another definition": ("r", "down", "enter"),
}


@pytest.fixture(autouse=True)
def in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


async def screens(location: str, force: str, keys: tuple[str, ...]) -> list[str]:
    """The first screen, and what each key leads to."""
    async with opened(location, force) as pilot:
        shown = [shown_by(pilot)]
        for key in keys:
            await press(pilot, key)
            shown.append(shown_by(pilot))
    return shown


def shown_by(pilot: Pilot[None]) -> str:
    text = screen_text(pilot)
    assert "cannot be read" not in text
    return text


@pytest.mark.parametrize("walk", WALKS)
async def test_a_walk_shows_the_same(both: Both, walk: str) -> None:
    # The names of the one are such as collations differ on; the other's then was published.
    force = "Exampleshire" if walk in ("compare and inspections", "another baseline") else FORCE
    file = await screens(both.file, force, WALKS[walk])
    server = await screens(both.url, force, WALKS[walk])
    assert server == file
    assert len(set(file)) > 1


async def test_what_was_published_of_a_real_force(both: Both) -> None:
    keys = ("1", "d", "escape", "c", "i")
    file = await screens(both.file, "Avon and Somerset", keys)
    assert await screens(both.url, "Avon and Somerset", keys) == file


def test_a_restricted_board_reads_a_server_too(both: Both, tmp_path: Path) -> None:
    password = make_url(both.url).password
    kept = tmp_path / "pgpass"
    kept.write_text(f"*:*:*:*:{password}\n")
    kept.chmod(0o600)
    url = f"{both.url.replace(f':{password}@', '@')}&passfile={kept}"
    words = ("--restricted", url, "--force", "Exampleshire")
    with running(*words, folder=tmp_path) as terminal:
        for key, shown in (("", "† by records"), ("1", "› by risk"), ("\r", "of 183")):
            terminal.press(key)
            terminal.wait_for(shown)
        terminal.press("\x1b\x1b")
        terminal.wait_for("† by records")
        terminal.press("q")
        assert terminal.ended() == 0
