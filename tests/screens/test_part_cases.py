"""The cases of a part of a flow, opened over the board."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from boardtui.core.criterion.dimension import Slice, Slices
from boardtui.core.flow.parts import CLEARED_WITHOUT, Part
from boardtui.core.measures.backlogs import VISITS
from boardtui.review.cases.part_asked import Which
from boardtui.screens.app import BoardApp
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.settings import Settings
from boardtui.settings.declared import Display
from boardtui.store.held.snapshots import snapshots
from tests.screens.case_lists import ask, heading, rows
from tests.screens.driving import TERMINAL, WIDE, opened, press, screen_text, settle

CRUMB = "Board › What changed › regraded to a lower risk"


@asynccontextmanager
async def part_opened(
    path: Path,
    which: Which,
    slices: Slices = (),
    size: tuple[int, int] = WIDE,
    settings: Settings | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The list of some parts of the demo's flow of visits."""
    async with opened(path, "Exampleshire", size=size, settings=settings) as pilot:
        app = pilot.app
        assert isinstance(app, BoardApp)
        now = app.review.selection.snapshot
        assert now is not None
        (then,) = (s for s in snapshots(app.board.database, now.force) if s.id == now.previous_id)
        app.open_part(then, now, VISITS, which, slices, CRUMB)
        await settle(pilot)
        yield pilot


def the_list(pilot: Pilot[None]) -> CasesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, CasesScreen)
    return screen


async def test_what_changed_is_on_the_first_page_of_columns(demo_database: Path) -> None:
    async with part_opened(demo_database, (Part.REGRADED,), size=TERMINAL) as pilot:
        assert the_list(pilot).rows.count == 4
        assert CRUMB.rpartition(" › ")[2] in heading(the_list(pilot))
        lines = screen_text(pilot).splitlines()
        (told,) = (line for line in lines if "EX-00291" in line)
        assert "due 15 Sep 2022 → 20 Feb 2024 · risk medi…" in told
        (whole,) = (line for line in lines if line.startswith("   then → now"))
        assert "due 15 Sep 2022 → 20 Feb 2024 · risk medium → low" in whole
        await press(pilot, "right")
        assert "visit due" in screen_text(pilot)


async def test_who_left_is_shown_as_they_were(demo_database: Path) -> None:
    async with part_opened(demo_database, (Part.LEFT,)) as pilot:
        assert CRUMB in heading(the_list(pilot))
        assert "as recorded on 31 Mar 2023" in heading(the_list(pilot))
        assert "left 18 Dec 2023, transferred" in screen_text(pilot)
        assert "194" in screen_text(pilot)


async def test_it_sorts_and_filters_as_any_list(demo_database: Path) -> None:
    async with part_opened(demo_database, CLEARED_WITHOUT) as pilot:
        assert the_list(pilot).rows.count == 18
        await press(pilot, "s", "S")
        whole = rows(the_list(pilot))
        assert len(whole) == 18
        await ask(pilot, "slash", "north")
        assert 0 < len(rows(the_list(pilot))) < len(whole)


async def test_a_slice_is_of_the_records_then(demo_database: Path) -> None:
    slices = (Slice("risk_level", "medium"),)
    async with part_opened(demo_database, (Part.REGRADED,), slices) as pilot:
        assert the_list(pilot).rows.count == 4


async def test_what_changed_is_in_what_is_written(demo_database: Path) -> None:
    async with part_opened(demo_database, (Part.REGRADED,)) as pilot:
        export = the_list(pilot).export()
        assert export.count == len(list(export.rows())) == 4
        assert export.columns[-1] == "what_changed"
        assert all("risk medium → low" in str(row[-1]) for row in export.rows())
        assert any("regraded to a lower risk" in line for line in export.about)


async def test_its_words_say_which_part_and_which_records(demo_database: Path) -> None:
    async with part_opened(demo_database, (Part.REGRADED,)) as pilot:
        await press(pilot, "d")
        shown = " ".join(screen_text(pilot).split())
        assert "Overdue visits, 31 Mar 2023 to 17 Jan 2024: regraded to a lower risk" in shown
        assert "what changed between 31 Mar 2023 and 17 Jan 2024" in shown


async def test_where_single_cases_are_closed_no_list_opens(demo_database: Path) -> None:
    settings = Settings(display=Display(cases=False))
    async with part_opened(demo_database, (Part.REGRADED,), settings=settings) as pilot:
        assert not isinstance(pilot.app.screen, CasesScreen)
