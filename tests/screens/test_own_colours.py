"""In colour all that is drawn has colours of its own, and leaves none to the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from tests.screens.driving import opened, press


def drawn(pilot: Pilot[None]) -> list[Segment]:
    """All that stands on the screen, as it is painted."""
    return [each for row in pilot.app.screen._compositor.render_strips() for each in row]


@pytest.mark.parametrize(
    "keys", [(), ("1",), ("1", "enter"), ("c",), ("f",), ("d",), ("?",), ("/", "o"), ("w",), ("o",)]
)
@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
async def test_nothing_is_drawn_in_colours_of_the_terminals(
    demo_database: Path, keys: tuple[str, ...], light: bool
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *(["t"] if light else []), *keys)
        pilot.app.notify("told in passing")
        await press(pilot, "up")
        for text, style, _ in drawn(pilot):
            assert style is not None, text
            assert not style.dim, text
            for colour in (style.color, style.bgcolor):
                assert colour is None or colour.triplet is not None, (text, colour)
