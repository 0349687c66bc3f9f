"""Whatever keys came before, a terminal shows what it would if all were drawn at once."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pyte
import pytest
from rich.console import Console
from textual._compositor import CompositorUpdate, LayoutUpdate

from boardtui.screens.app import BoardApp
from boardtui.screens.terminal.shown import Shown
from tests.screens.driving import WIDE, opened, press
from tests.screens.test_shown import seen

KEYS = (
    *("1", "2", "3", "4", "5", "c", "d", "enter", "enter", "enter", "escape", "escape"),
    *("down", "down", "down", "up", "tab", "right", "pagedown", "pageup", "end", "home"),
    *("s", "0", "t", "question_mark", "slash", "h", "n", "f"),
)


class Line:
    """A terminal of its own at the end of a line, to which only differences are sent."""

    def __init__(self) -> None:
        self._shown = Shown(*WIDE, erases=True)
        self._console = Console(force_terminal=True, color_system="truecolor", width=WIDE[0])
        self._screen = pyte.Screen(*WIDE)
        self._stream = pyte.Stream(self._screen)
        self.sent = 0

    def show(self, update: Any) -> None:
        if isinstance(update, CompositorUpdate):
            sent = self._shown.spared(update.render_segments(self._console))
            self.sent += len(sent)
            self._stream.feed(sent)

    def cells(self) -> list[list[object]]:
        buffer = self._screen.buffer
        return [[seen(buffer[y][x]) for x in range(WIDE[0])] for y in range(WIDE[1])]


@pytest.mark.parametrize("seed", [1, 2])
async def test_after_any_keys(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    line, random = Line(), Random(seed)
    monkeypatch.setattr(BoardApp, "_display", lambda app, screen, update: line.show(update))
    async with opened(demo_database) as pilot:
        pressed: list[str] = []
        for _ in range(40):
            pressed.append(random.choice(KEYS))
            await press(pilot, pressed[-1])
            whole = Line()
            compositor = pilot.app.screen._compositor
            strips = [[strip] for strip in compositor.render_strips()]
            whole.show(LayoutUpdate(list(strips), pilot.app.size.region))
            assert line.cells() == whole.cells(), pressed
    assert line.sent
