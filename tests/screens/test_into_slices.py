"""Going into slices of a breakdown, one in another, and leaving them one by one."""

from __future__ import annotations

from pathlib import Path

from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.cases.case_screen import CaseScreen
from tests.screens import sheets
from tests.screens.drilling import (
    TOTAL,
    breakdown,
    by,
    column,
    current,
    path,
    review,
    row,
    sheet,
    shows,
    slices,
    to_slice,
    total,
)
from tests.screens.driving import burst, opened, press


async def test_plus_goes_into_a_slice_and_backspace_leaves_the_last(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        high = slices(pilot)["high"]
        await to_slice(pilot, "high")
        await press(pilot, "plus")
        assert path(pilot).startswith("Overdue visits › high › by")
        assert total(pilot) == high == sum(slices(pilot).values())
        await by(pilot, "unit")
        north = slices(pilot)["North"]
        await to_slice(pilot, "North")
        await press(pilot, "plus")
        assert path(pilot).startswith("Overdue visits › high › North › by")
        assert total(pilot) == north == sum(slices(pilot).values())
        await press(pilot, "backspace")
        assert path(pilot) == "Overdue visits › high › by unit"
        assert current(pilot)[0] == "North"
        await press(pilot, "backspace")
        assert path(pilot) == "Overdue visits › by risk"
        assert current(pilot)[0] == "high"
        await press(pilot, "backspace")
        assert path(pilot) == "Overdue visits › by risk"
        assert total(pilot) == TOTAL


async def test_stacked_slices_keep_their_base(demo_database: Path) -> None:
    """The share is of the managed within the slices, and says of how many and of whom."""
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await to_slice(pilot, "high")
        await press(pilot, "plus")
        await by(pilot, "unit")
        await to_slice(pilot, "North")
        share = column(pilot, "share now")["North"]
        await press(pilot, "plus")
        said = sheets.above(sheet(pilot))
        within = breakdown(pilot).breakdown.within
        (base,) = (one.share for one in review(pilot).figures("overdue_visits", within))
        assert base is not None
        assert base.base.value is not None
        assert f"{share} of {base.base.value:,.0f} actively managed (high, North)" in said
        assert base.base.value < 1488


async def test_esc_leaves_the_slices_one_by_one_and_is_where_it_was(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await to_slice(pilot, "medium")
        await press(pilot, "plus")
        await by(pilot, "unit")
        await to_slice(pilot, "North")
        await press(pilot, "plus", "escape")
        assert path(pilot) == "Overdue visits › medium › by unit"
        assert current(pilot)[0] == "North"
        await press(pilot, "escape")
        assert path(pilot) == "Overdue visits › by risk"
        assert current(pilot)[0] == "medium"
        await press(pilot, "escape")
        assert shows(pilot, BoardScreen)


async def test_who_has_gone_out_of_a_slice_has_no_way_back_into_it(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, "unit")
        await to_slice(pilot, "North")
        await press(pilot, "plus", "minus")
        assert path(pilot) == "Overdue visits › by unit"
        assert current(pilot)[0] == "North"
        await press(pilot, "escape")
        assert shows(pilot, BoardScreen)


async def test_esc_that_comes_often_at_once_ends_on_the_board(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "enter", "enter")
        await burst(pilot, *["escape"] * 6)
        assert pilot.app.is_running
        assert len(pilot.app.screen_stack) >= 1


async def test_a_baseline_chosen_over_a_case_stands_beneath_it(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        assert len(row(pilot, 0)) > 3
        await press(pilot, "end", "enter", "enter", "b", "end", "enter")
        assert shows(pilot, CaseScreen)
        await press(pilot, "escape", "escape")
        assert "then" not in sheets.above(sheet(pilot))
        assert not any("then" in head for head in sheets.heads(sheet(pilot)))
