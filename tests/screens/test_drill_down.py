"""From a figure down to its cases and to one case, and back: by keys alone, on the demo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardtui.core.measures import MEASURES
from boardtui.panels.breakdown.naming import row_title
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.cases.case_screen import CaseScreen
from tests.registers import Case, Force, Register, Said
from tests.registers import write as write_register
from tests.screens import sheets
from tests.screens.drilling import (
    TOTAL,
    by,
    cases,
    column,
    current,
    number,
    path,
    review,
    sheet,
    shows,
    slices,
    to_slice,
    total,
    typed,
)
from tests.screens.driving import opened, press, screen_text, view


@pytest.mark.parametrize("first", ["1", "enter"])
async def test_enter_leads_to_one_case_and_esc_back_to_where_it_was(
    demo_database: Path, first: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "escape")
        spot = view(pilot).subject
        await press(pilot, first, "down")
        name = current(pilot)[0]
        await press(pilot, "enter", "down", "down")
        case = cases(pilot).rows.at(cases(pilot).view.current)
        assert case is not None
        assert f"› {name}" in screen_text(pilot)
        await press(pilot, "enter")
        assert shows(pilot, CaseScreen)
        assert f"› {case.case_ref}" in screen_text(pilot)
        await press(pilot, "escape")
        assert cases(pilot).rows.at(cases(pilot).view.current) == case
        await press(pilot, "escape")
        assert current(pilot)[0] == name
        await press(pilot, "escape")
        assert shows(pilot, BoardScreen)
        assert view(pilot).subject == spot


@pytest.mark.parametrize("dimension", MEASURES["overdue_visits"].dimensions)
async def test_the_slices_add_up_and_are_those_of_the_review(
    demo_database: Path, dimension: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, dimension)
        figures = review(pilot).by("overdue_visits", dimension)
        # The screen is not long enough for all officers: the sheet has every row.
        assert slices(pilot) == {
            row_title(dimension, each.figure.slices[0].value): each.figure.value or 0
            for each in figures
        }
        assert sum(slices(pilot).values()) == TOTAL == total(pilot)


@pytest.mark.parametrize("dimension", MEASURES["overdue_visits"].dimensions)
async def test_it_begins_on_the_largest(demo_database: Path, dimension: str) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, dimension)
        numbers = slices(pilot)
        assert numbers[current(pilot)[0]] == max(numbers.values())
        assert current(pilot)[0] in screen_text(pilot)


async def test_enter_on_the_total_lists_every_case_the_most_overdue_first(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "end", "enter")
        first = cases(pilot).rows.at(0)
        assert cases(pilot).rows.count == TOTAL
        (oldest,) = review(pilot).figures("overdue_visits_oldest_days")
        assert first is not None
        assert first.visit_due is not None
        assert (review(pilot).selection.day - first.visit_due).days == oldest.figure.value


@pytest.mark.parametrize("dimension", ["risk_level", "unit", "age_band"])
async def test_a_list_has_as_many_cases_as_its_slice_says(
    demo_database: Path, dimension: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, dimension)
        seen = set()
        for name, figure in slices(pilot).items():
            await to_slice(pilot, name)
            await press(pilot, "enter")
            assert cases(pilot).rows.count == figure, name
            listed = [cases(pilot).rows.at(place) for place in range(figure)]
            seen |= {case.case_ref for case in listed if case}
            await press(pilot, "escape")
        assert len(seen) == TOTAL


async def test_under_the_table_stand_the_first_cases_of_the_marked_row(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        for name in ("high", "low"):
            await to_slice(pilot, name)
            told = sheets.below(sheet(pilot)).split()
            title = f"{name} risk the most overdue of its {slices(pilot)[name]}; shares are of the "
            assert title.split() == told[:12]
            refs = [word for word in told if word.startswith("EX-")]
            await press(pilot, "enter")
            listed = [cases(pilot).rows.at(place) for place in range(len(refs))]
            assert refs == [case.case_ref for case in listed if case]
            assert len(refs) >= 10
            await press(pilot, "escape")


async def test_a_puts_the_ages_of_the_marked_row_in_the_place_of_its_cases(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await to_slice(pilot, "high")
        await press(pilot, "a")
        lines = [sheets.cells(line) for line in sheet(pilot).below[3:]]
        heads = sheets.cells(sheet(pilot).below[2])
        now = [number(cells[heads.index("now")]) for cells in lines]
        assert len(now) == len(review(pilot).definition.bands)
        assert sum(now) == slices(pilot)["high"]
        await press(pilot, "a")
        assert "EX-" in sheets.below(sheet(pilot))


async def test_the_total_then_is_what_the_rows_then_add_up_to(tmp_path: Path) -> None:
    """Beside a published figure that is another one than the records give."""
    then, now = date(2023, 3, 31), date(2024, 1, 17)
    days = [
        Register(then, tuple(Case(f"T-{n}", visit_due=date(2023, 1, 1)) for n in range(3))),
        Register(now, tuple(Case(f"T-{n}", visit_due=date(2024, 1, 1)) for n in range(5))),
    ]
    said = Said("overdue_visits", 7, as_at=then)
    database = write_register(tmp_path / "a.db", Force("Newshire", tuple(days), (said,)))
    async with opened(database) as pilot:
        await press(pilot, "1")
        numbers = column(pilot, "then, records 31 Mar 2023")
        assert numbers.pop("all") == "3"
        assert sum(map(number, numbers.values())) == 3
        assert column(pilot, "change")["all"] == "+2"


async def test_who_was_there_then_and_is_not_now_stays_a_row(tmp_path: Path) -> None:
    then, now = date(2023, 3, 31), date(2024, 1, 17)
    late = date(2023, 1, 1)
    days = (
        Register(then, (Case("T-1", officer_ref="gone", visit_due=late),)),
        Register(now, (Case("T-1", officer_ref="new", visit_due=late),)),
    )
    database = write_register(tmp_path / "a.db", Force("Newshire", days))
    async with opened(database) as pilot:
        await press(pilot, "1")
        await by(pilot, "officer")
        assert column(pilot, "now") == {"gone": "not there now", "new": "1", "all": "1"}
        assert column(pilot, "then, records 31 Mar 2023") == {
            "gone": "1",
            "new": "not there then",
            "all": "1",
        }
        await to_slice(pilot, "gone")
        await press(pilot, "enter")
        assert cases(pilot).rows.count == 0


# By lateness


async def test_each_age_band_says_how_many_are_as_late_or_later(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, "age_band")
        later = column(pilot, "this late or later")
        later.pop("all")
        bands = list(slices(pilot).values())
        assert [number(text) for text in later.values()] == [
            sum(bands[place:]) for place in range(len(bands))
        ]


async def test_later_bands_can_be_gone_into_together(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, "age_band")
        late = number(column(pilot, "this late or later")["181–365"])
        await press(pilot, "home", "greater_than_sign")
        assert path(pilot) == "Overdue visits › by days late"  # from the first day on: everybody
        await to_slice(pilot, "181–365")
        await press(pilot, "greater_than_sign")
        assert path(pilot) == "Overdue visits › over 180 days › by risk"
        assert total(pilot) == late == sum(slices(pilot).values())
        await press(pilot, "end", "enter")
        assert cases(pilot).rows.count == late


async def test_how_many_are_more_than_six_months_late_is_one_question(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "slash")
        await typed(pilot, "high north more than six months late")
        await press(pilot, "enter")
        assert path(pilot) == "Overdue visits › over 180 days › high › by unit"
        name, now = current(pilot)[0], slices(pilot)["North"]
        assert (name, now > 0) == ("North", True)
        await press(pilot, "enter")
        found = [cases(pilot).rows.at(place) for place in range(now)]
        assert cases(pilot).rows.count == now
        for case in found:
            assert case is not None
            assert (case.risk_level, case.unit) == ("high", "North")
            assert case.visit_due is not None
            assert (review(pilot).selection.day - case.visit_due).days > 180


async def test_find_lands_on_the_breakdown_within_the_slices(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "slash")
        await typed(pilot, "overdue high north")
        await press(pilot, "enter")
        assert path(pilot) == "Overdue visits › high › by unit"
        assert current(pilot)[0] == "North"
        figure = slices(pilot)["North"]
        await press(pilot, "enter")
        assert cases(pilot).rows.count == figure > 0
        listed = [cases(pilot).rows.at(place) for place in range(figure)]
        found = {(case.row["risk_level"], case.row["unit"]) for case in listed if case}
        assert found == {("high", "North")}
