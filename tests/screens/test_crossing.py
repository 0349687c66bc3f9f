"""A breakdown by two dimensions, and one that has no room for all of its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.core.criterion.dimension import slice_title
from tests.screens import sheets
from tests.screens.drilling import (
    TOTAL,
    breakdown,
    by,
    cases,
    column,
    current,
    number,
    path,
    review,
    row,
    sheet,
    slices,
    to_slice,
)
from tests.screens.driving import opened, press, screen_text


async def test_a_cross_has_the_single_dimensions_for_margins(demo_database: Path) -> None:
    async with opened(demo_database, size=(200, 50)) as pilot:
        await press(pilot, "1")
        await by(pilot, "unit")
        units = slices(pilot)
        await by(pilot, "risk_level")
        risks = slices(pilot)
        await by(pilot, "risk_level", "unit")
        heads, count = sheets.heads(sheet(pilot)), sheet(pilot).count
        rows = [row(pilot, place) for place in range(count)]
        assert {name: number(end) for name, *_, end in rows} == risks
        ends = map(number, row(pilot, count)[1:])
        assert dict(zip(heads[1:], ends, strict=True)) == units | {"all": TOTAL}
        for name, *inner, _ in rows:
            assert sum(map(number, inner)) == risks[name]


async def test_a_cross_is_whole_where_one_of_its_slices_was_gone_into_before(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "x")
        whole = [row(pilot, place) for place in range(sheet(pilot).count + 1)]
        assert not any("–" in cells[1:] for cells in whole)
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "down", "plus", "escape", "x")
        assert [row(pilot, place) for place in range(sheet(pilot).count + 1)] == whole


async def test_a_cross_keeps_the_row_and_another_dimension_keeps_the_cross(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await to_slice(pilot, "low")
        await by(pilot, "risk_level", "unit")
        await press(pilot, "tab")
        assert path(pilot) == "Overdue visits › by days late × unit"
        await press(pilot, "escape")
        assert path(pilot) == "Overdue visits › by risk"
        assert current(pilot)[0] == "low"


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 36)])
async def test_a_cross_scrolls_to_its_current_column_and_says_which_are_in_sight(
    demo_database: Path, size: tuple[int, int]
) -> None:
    async with opened(demo_database, size=size) as pilot:
        await press(pilot, "1")
        await by(pilot, "risk_level", "unit")
        await press(pilot, *["left"] * 8)
        units = [
            slice_title("unit", one.figure.slices[0].value)
            for one in review(pilot).by("overdue_visits", "unit")
        ]
        for place in range(len(units) + 1):
            heads, said = sheets.heads(sheet(pilot)), row(pilot, sheet(pilot).count)[0]
            shown = [units.index(head) for head in heads[1:-1]]
            assert heads[-1] == "all"
            assert place == len(units) or place in shown
            assert shown == list(range(shown[0], shown[-1] + 1))
            if len(shown) == len(units):
                assert said == "all"
            else:
                which = f"{shown[0] + 1}–{shown[-1] + 1}" if len(shown) > 1 else shown[0] + 1
                assert f"{which} of {len(units)}" in said
            marked = screen_text(pilot).splitlines()[sheets.first_line(sheet(pilot)) :]
            # One mark before the row, and one before the cell.
            assert "▌" in marked[breakdown(pilot).view.current - breakdown(pilot).view.top][3:]
            await press(pilot, "right")


async def test_enter_on_a_cell_of_a_cross_lists_its_cases_and_d_defines_it(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, "risk_level", "unit")
        await press(pilot, "home", "down", *["left"] * 8, "right", "right")
        name, head = row(pilot, 1)[0], sheets.heads(sheet(pilot))[3]
        figure = number(row(pilot, 1)[3])
        await press(pilot, "d")
        assert f"{figure} p" in screen_text(pilot)
        assert head in screen_text(pilot)
        await press(pilot, "escape", "enter")
        assert f"› {name} › {head}" in screen_text(pilot)
        assert cases(pilot).rows.count == figure > 0
        await press(pilot, "escape", "end", "enter")
        assert f"Overdue visits › {head}" in screen_text(pilot)
        await press(pilot, "escape", "end", *["right"] * 9, "enter")
        assert cases(pilot).rows.count == TOTAL


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 50)])
async def test_bars_stand_beside_what_they_draw_on_one_scale(
    demo_database: Path, size: tuple[int, int]
) -> None:
    async with opened(demo_database, size=size) as pilot:
        await press(pilot, "1")
        await by(pilot, "unit")
        drawn: list[tuple[int, float]] = []
        for place in range(sheet(pilot).count):
            for piece in sheet(pilot).row(place, False)[::2]:
                bar = "".join(span.text for span in piece.spans[1:]).strip()
                if bar:
                    drawn.append((number(piece.spans[0].text.strip()), length(bar)))
        if size[0] == 60:
            assert not drawn
            return
        assert len(drawn) >= 10
        most, longest = max(drawn)
        for value, cells in drawn:
            # To an eighth of a column now, and to a whole one then: never none.
            assert abs(cells - max(1 / 8, value * longest / most)) <= max(0.5, 1)


def length(bar: str) -> float:
    eighths = {sign: (7 - place) / 8 for place, sign in enumerate("▉▊▋▌▍▎▏")}
    return sum(eighths.get(sign, 1) for sign in bar)


# Narrow


async def test_no_column_of_a_breakdown_is_lost_on_a_narrow_screen(demo_database: Path) -> None:
    """The next key of sorting brings the next column in sight."""
    async with opened(demo_database, size=(200, 50)) as pilot:
        await press(pilot, "1")
        await by(pilot, "unit")
        wide = {head: column(pilot, head) for head in sheets.heads(sheet(pilot))}
    assert len(wide) >= 8
    async with opened(demo_database, size=(40, 20)) as pilot:
        await press(pilot, "1")
        await by(pilot, "unit")
        narrow: dict[str, dict[str, str]] = {}
        for _ in wide:
            heads = sheets.heads(sheet(pilot))
            narrow |= {head: column(pilot, head) for head in heads}
            await press(pilot, "s")
        narrow["then, records 31 Mar 2023"] = narrow.pop("then")
        assert narrow == wide


# The order


async def test_any_column_sorts_and_its_arrow_says_so(demo_database: Path) -> None:
    async with opened(demo_database, size=(200, 50)) as pilot:
        await press(pilot, "1")
        await by(pilot, "unit")
        for _ in range(len(sheet(pilot).columns)):
            await press(pilot, "s")
            (arrowed,) = (text for text in sheets.cells(sheet(pilot).heads) if text[-1] in "▲▼")
            head = arrowed.rstrip(" ▲▼")
            texts = list(column(pilot, head).values())[:-1]
            if head == "unit":
                assert arrowed[-1] == "▲"
                continue
            assert arrowed[-1] == "▼"
            known = [amount(text) for text in texts]
            assert known == sorted(known, reverse=True), head
            await press(pilot, "S")
            turned = [amount(text) for text in list(column(pilot, head).values())[:-1]]
            assert turned == sorted(known)
            await press(pilot, "S")


def amount(text: str) -> float:
    return float(text.rstrip("%").replace(",", "").replace("−", "-"))


async def test_columns_are_left_out_of_a_cross_only_where_they_have_no_room(
    demo_database: Path,
) -> None:
    """At 80 columns the five ages have room, if they stand close."""
    async with opened(demo_database, size=(80, 24)) as pilot:
        await press(pilot, "1", "x")
        text = screen_text(pilot)
        assert "1–30  31–90  91–180  181–365  over 365    all" in text
        assert "columns 1–" not in text
    async with opened(demo_database, size=(40, 20)) as pilot:
        await press(pilot, "1", "x")
        assert "columns 1–2 of 5" in screen_text(pilot)
