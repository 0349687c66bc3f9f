"""Walks by random keys: nothing crashes, and esc always leads back to the board."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.export.export import Export
from boardtui.export.file import write
from boardtui.screens.app import BoardApp
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.dialogs import writing
from boardtui.screens.key_map import screens_with_keys
from boardtui.screens.keys.keys import bindings_of
from boardtui.settings import Display, Settings
from tests.screens.driving import opened, press, screen_text, send, settle

STEPS = 40
USUAL = settings.default.max_examples if settings.default else 25
EXAMPLES = 6 if USUAL <= 25 else USUAL // 5

BOUND = sorted(
    {
        key.strip()
        for screen in screens_with_keys()
        for binding in bindings_of(screen)
        for key in binding.key.split(",")
    }
)
WAYS = ["enter", "escape", "down", "slash", "ctrl+p", "w", "1", "3"]
"""Keys that lead somewhere else, so that walks come far."""

SIGNS = ["tilde", "greater_than_sign", *"0123456789"]
"""What typing can begin with that no key does, or not on every screen."""

KEYS = (
    st.sampled_from(BOUND)
    | st.sampled_from(WAYS)
    | st.sampled_from(SIGNS)
    | st.sampled_from("abcdefghijklmnoprstvxyz")
)
STEP = st.tuples(KEYS, st.none() | KEYS, st.booleans())
"""A key, one that arrives together with it if any, and whether the next waits for what they do."""

PLACES = [("Exampleshire", "2024-01-17"), ("Avon and Somerset", "2024-01-17")]


# Not shrunk: a walk takes seconds, and the keys of a failure are printed as they are.
@settings(max_examples=EXAMPLES, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    steps=st.lists(STEP, min_size=STEPS // 2, max_size=STEPS),
    place=st.sampled_from(PLACES),
    size=st.sampled_from([(120, 36), (80, 24), (40, 12)]),
    cases=st.booleans(),
)
def test_a_walk_never_crashes_and_esc_leads_back(
    demo_database: Path,
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, str | None, bool]],
    place: tuple[str, str],
    size: tuple[int, int],
    cases: bool,
) -> None:
    async def walk() -> None:
        display = Settings(display=Display(cases=cases))
        async with opened(demo_database, *place, size=size, settings=display) as pilot:
            for key, together, waits in steps:
                if together is None:
                    await pilot.press(key)
                else:
                    send(pilot, key, together)
                    await pilot.pause()
                if waits:
                    await settle(pilot)
                assert "Traceback" not in screen_text(pilot)
            await settle(pilot)
            # A breakdown is left slice by slice, and there are as many at most as dimensions.
            for _ in range(len(DIMENSIONS) * len(pilot.app.screen_stack)):
                if not isinstance(pilot.app.screen, BoardScreen):
                    await press(pilot, "escape")
            assert isinstance(pilot.app.screen, BoardScreen)
            assert len(pilot.app.screen_stack) == 1

    folder = tmp_path_factory.mktemp("written")
    with (
        patch.object(writing, "write", written_into(folder)),
        patch.object(BoardApp, "action_quit", stays),
        patch.object(BoardApp, "action_interrupt", stays),
    ):
        asyncio.run(walk())


async def stays(app: BoardApp) -> None:
    """In place of leaving, which would only end the walk early."""


def written_into(folder: Path) -> Callable[..., int]:
    """What writes into a folder, whatever path random keys have typed."""

    def written(
        export: Export, name: str, progress: Callable[[int], None], byte_order_mark: bool
    ) -> int:
        end = name.rpartition("/")[2]
        return write(
            export, name if name[:1] == "~" else str(folder / end), progress, byte_order_mark
        )

    return written
