"""Keys that a line delivers together do what they do one after another."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.screens.app import BoardApp
from tests.screens.driving import burst, opened, press, screen_text, send, settle

TYPED: dict[str, tuple[str, ...]] = {
    "words to find": ("slash", *"quarter"),
    "words with a slip": ("slash", *"nory", "backspace", *"th"),
    "a word put before another": ("slash", *"north", "home", *"high "),
    "a way into the cases": ("1", "down", "enter", "slash", *"qd"),
    "a name to write to": ("w", "ctrl+u", *"q.csv"),
    "there and back": ("d", "escape", "c", "escape", "1", "end"),
    "a figure that is found": ("slash", *"overdue north", "escape", "1"),
    "finding by the other key": ("tab", "ctrl+p", *"qd"),
    "a letter for each figure": ("g", "escape", "question_mark"),
}


@pytest.mark.parametrize("keys", TYPED.values(), ids=TYPED)
async def test_keys_that_come_together_do_what_they_do_one_by_one(
    demo_database: Path, keys: tuple[str, ...]
) -> None:
    shown = []
    for typed in (press, burst):
        async with opened(demo_database) as pilot:
            await typed(pilot, *keys)
            assert pilot.app.is_running
            shown.append(screen_text(pilot))
    assert shown[1] == shown[0]


async def test_keys_that_come_together_are_painted_together(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[object] = []
    async with opened(demo_database) as pilot:
        monkeypatch.setattr(BoardApp, "_display", lambda app, screen, what: painted.append(what))
        await burst(pilot, *["tab", "shift+tab"] * 20)
        assert 0 < len(painted) < 10


async def test_who_leaves_at_once_waits_for_no_other_key(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_then: list[int] = []
    leave = BoardApp.action_interrupt

    def left(app: BoardApp) -> None:
        open_then.append(len(app.screen_stack))
        leave(app)

    monkeypatch.setattr(BoardApp, "action_interrupt", left)
    async with opened(demo_database) as pilot:
        send(pilot, *["d", "escape"] * 20, "ctrl+c")
        await settle(pilot)
        assert open_then == [1]
        assert pilot.app.return_code == 130


async def test_a_key_of_the_app_itself_holds_nothing_up(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await burst(pilot, "t", "ctrl+p", *"north", "escape", "t", "1")
        assert "Board › Overdue visits › by risk" in screen_text(pilot)
