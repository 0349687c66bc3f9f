"""From a figure down to its cases and to one case, and back: by keys alone, on the demo."""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from boardtui.screens.drawing.table_view import TableView
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.flow.parts import Part
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.screens.app import BoardApp
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.cases.case_screen import CaseScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.dialogs.jump import LETTERS, Jump, labels
from boardtui.screens.dialogs.reading import Reading
from boardtui.screens.dialogs.writing import Writing
from boardtui.screens.leading.opening import CLOSED as SENTENCE
from boardtui.settings import Display, Settings
from tests.registers import Case, Force, Register, Said
from tests.registers import write as write_register
from tests.screens.driving import burst, opened, press, screen_text, settle, view

CLOSED = Settings(display=Display(cases=False))
TOTAL = 273
"""Overdue visits of the demo's force on its newest day, as its figures are documented."""


def app(pilot: Pilot[None]) -> BoardApp:
    assert isinstance(pilot.app, BoardApp)
    return pilot.app


def shows(pilot: Pilot[None], screen: type[Screen[Any]]) -> bool:
    return isinstance(pilot.app.screen, screen)


def review(pilot: Pilot[None]) -> Review:
    return app(pilot).review


def breakdown(pilot: Pilot[None]) -> BreakdownScreen:
    assert isinstance(pilot.app.screen, BreakdownScreen)
    return pilot.app.screen


def cases(pilot: Pilot[None]) -> CasesScreen:
    assert isinstance(pilot.app.screen, CasesScreen)
    return pilot.app.screen


def number(text: str) -> int:
    return 0 if text in ("–", "none") else int(text.replace(",", ""))


def row(pilot: Pilot[None], place: int) -> list[str]:
    """A row of the breakdown, without its bar."""
    table = breakdown(pilot).view.table
    return [text for text, _ in table.row(place)]


def names(pilot: Pilot[None]) -> list[str]:
    return [row(pilot, place)[0] for place in range(breakdown(pilot).view.table.count)]


def slices(pilot: Pilot[None]) -> dict[str, int]:
    """Each slice of the breakdown with its number."""
    rows = (row(pilot, place) for place in range(breakdown(pilot).view.table.count))
    return {name: 0 if now == "not there now" else number(now) for name, now, *_ in rows}


def total(pilot: Pilot[None]) -> list[int]:
    """The numbers under the rows: one, or of a cross one under each column."""
    table = breakdown(pilot).view.table
    assert table.total is not None
    texts = [text for text, _ in table.total[1:]]
    return [number(text) for text in (texts if table.cell is not None else texts[:1])]


def column(pilot: Pilot[None], head: str) -> dict[str, str]:
    """A column of the breakdown, the total's cell too, by the names of the rows."""
    table = breakdown(pilot).view.table
    at = [column.head for column in table.columns].index(head)
    assert table.total is not None
    rows = [*(table.row(place) for place in range(table.count)), table.total]
    return {cells[0][0]: cells[at][0] for cells in rows}


async def by(pilot: Pilot[None], dimension: str) -> None:
    """Press tab until the breakdown is by a dimension."""
    for _ in MEASURES["overdue_visits"].dimensions:
        if f", by {dimension}" in screen_text(pilot):
            return
        await press(pilot, "tab")
    raise AssertionError(f"never by {dimension}")


async def to_slice(pilot: Pilot[None], name: str) -> None:
    await press(pilot, "home", *["down"] * names(pilot).index(name))


async def typed(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if char == " " else char for char in text))
    await settle(pilot)


# Down and back


@pytest.mark.parametrize("first", ["1", "enter"])
async def test_enter_leads_to_one_case_and_esc_back_to_where_it_was(
    demo_database: Path, first: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "escape")
        spot = view(pilot).subject
        await press(pilot, first)
        await press(pilot, "down")
        name, figure, *_ = row(pilot, breakdown(pilot).view.current)
        assert number(figure) > 0
        await press(pilot, "enter")
        await press(pilot, "down", "down")
        case = cases(pilot).rows.at(cases(pilot).view.current)
        assert case is not None
        assert f"› {name}" in screen_text(pilot)
        await press(pilot, "enter")
        assert shows(pilot, CaseScreen)
        assert f"› {case.case_ref}" in screen_text(pilot)
        await press(pilot, "escape")
        assert cases(pilot).rows.at(cases(pilot).view.current) == case
        await press(pilot, "escape")
        assert row(pilot, breakdown(pilot).view.current)[0] == name
        await press(pilot, "escape")
        assert shows(pilot, BoardScreen)
        assert view(pilot).subject == spot


@pytest.mark.parametrize("dimension", MEASURES["overdue_visits"].dimensions)
async def test_the_slices_add_up_and_are_those_of_the_review(
    demo_database: Path, dimension: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        place = MEASURES["overdue_visits"].dimensions.index(dimension)
        await press(pilot, *["tab"] * place)
        figures = review(pilot).by("overdue_visits", dimension)
        assert slices(pilot) == {
            slice_title(dimension, each.figure.slices[0].value): each.figure.value or 0
            for each in figures
        }
        assert sum(slices(pilot).values()) == TOTAL
        assert total(pilot) == [TOTAL]


async def test_a_cross_has_the_single_dimensions_for_margins(demo_database: Path) -> None:
    async with opened(demo_database, size=(200, 50)) as pilot:
        await press(pilot, "1")
        await by(pilot, "unit")
        units = slices(pilot)
        await by(pilot, "risk level")
        risks = slices(pilot)
        while ", by risk level × unit" not in screen_text(pilot):
            await press(pilot, "x")
        rows = [row(pilot, place) for place in range(breakdown(pilot).view.table.count)]
        heads = [column.head for column in breakdown(pilot).view.table.columns]
        assert {name: number(end) for name, *_, end in rows} == risks
        assert dict(zip(heads[1:], total(pilot), strict=True)) == units | {"all": TOTAL}
        for name, *inner, _ in rows:
            assert sum(map(number, inner)) == risks[name]


async def test_a_cross_is_whole_where_one_of_its_slices_was_gone_into_before(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "x")
        whole = screen_text(pilot)
        assert "–" not in whole.split("over 365 days")[1]
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "down", "plus", "escape", "x")
        assert screen_text(pilot).splitlines()[1:] == whole.splitlines()[1:]


@pytest.mark.parametrize("size", [(40, 20), (60, 20), (80, 24), (120, 36)])
async def test_bars_stand_beside_what_they_draw(demo_database: Path, size: tuple[int, int]) -> None:
    seen = False
    async with opened(demo_database, size=size) as pilot:
        await press(pilot, "1")
        for _ in range(5):
            heads = [column.head for column in breakdown(pilot).view.table.columns]
            if "█" in screen_text(pilot):
                seen = True
                assert {"now", "part of all 273"} & set(heads)
            await press(pilot, "right")
    assert seen


async def test_a_cross_scrolls_to_its_current_column_and_its_margin_stays(
    demo_database: Path,
) -> None:
    async with opened(demo_database, size=(40, 20)) as pilot:
        await press(pilot, "1", "x", "x")
        seen = []
        for _ in range(8):
            table = breakdown(pilot).view.table
            assert table.cell is not None
            assert table.columns[-1].head == "all"
            seen.append(table.columns[table.cell].head)
            await press(pilot, "right")
        units = [slice_title("unit", each.figure.slices[0].value) for each in by_unit(pilot)]
        assert seen == [*units, "all"]


def by_unit(pilot: Pilot[None]) -> list[ComparedFigure]:
    return review(pilot).by("overdue_visits", "unit")


async def test_enter_on_a_cell_of_a_cross_lists_its_cases_and_d_defines_it(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "x", "x", "down", "right", "right")
        table = breakdown(pilot).view.table
        assert table.cell is not None
        name, head = table.row(1)[0][0], table.columns[table.cell].head
        figure = number(table.row(1)[table.cell][0])
        await press(pilot, "d")
        assert f"Risk level: {name} · Unit: {head}" in screen_text(pilot)
        assert f"value: {figure} p" in screen_text(pilot)
        await press(pilot, "escape", "enter")
        assert f"› {name} › {head}" in screen_text(pilot)
        assert cases(pilot).rows.count == figure > 0
        await press(pilot, "escape", "end", "enter")
        assert f"Overdue visits › {head}" in screen_text(pilot)
        await press(pilot, "escape", "end", *["right"] * 9, "enter")
        assert cases(pilot).rows.count == TOTAL


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


async def test_the_total_then_is_what_the_rows_then_add_up_to(tmp_path: Path) -> None:
    """Beside a published figure that is another one than the records give."""
    then, now = date(2023, 3, 31), date(2024, 1, 17)
    days = [
        Register(then, tuple(Case(f"T-{n}", visit_due=date(2023, 1, 1)) for n in range(3))),
        Register(now, tuple(Case(f"T-{n}", visit_due=date(2024, 1, 1)) for n in range(5))),
    ]
    said = Said("overdue_visits", 7, as_at=then)
    path = write_register(tmp_path / "a.db", Force("Newshire", tuple(days), (said,)))
    async with opened(path) as pilot:
        await press(pilot, "1")
        numbers = column(pilot, "then, records")
        assert numbers.pop("all") == "3"
        assert sum(map(number, numbers.values())) == 3
        assert column(pilot, "change")["all"].startswith("+2 ")


# By lateness


async def test_each_age_band_says_how_many_are_as_late_or_later(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, "days overdue")
        later = column(pilot, "this late or later")
        bands = list(slices(pilot).values())
        assert [number(later[name]) for name in names(pilot)] == [
            sum(bands[place:]) for place in range(len(bands))
        ]


async def test_later_bands_can_be_gone_into_together(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, "days overdue")
        late = number(column(pilot, "this late or later")["181–365 days"])
        await press(pilot, "greater_than_sign")
        assert ", by days overdue" in screen_text(pilot)  # from the first day on it is everybody
        await to_slice(pilot, "181–365 days")
        await press(pilot, "greater_than_sign")
        assert "Overdue visits › [1] over 180 days, by risk level" in screen_text(pilot)
        assert total(pilot) == [late] == [sum(slices(pilot).values())]
        await press(pilot, "end", "enter")
        assert cases(pilot).rows.count == late


async def test_how_many_are_more_than_six_months_late_is_one_question(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "slash")
        await typed(pilot, "high north more than six months late")
        await press(pilot, "enter")
        assert "[1] over 180 days › [2] high, by unit" in screen_text(pilot)
        name, now, *_ = row(pilot, breakdown(pilot).view.current)
        assert (name, number(now) > 0) == ("North", True)
        await press(pilot, "enter")
        found = [cases(pilot).rows.at(place) for place in range(number(now))]
        assert cases(pilot).rows.count == number(now)
        for case in found:
            assert case is not None
            assert (case.risk_level, case.unit) == ("high", "North")
            assert case.visit_due is not None
            assert (review(pilot).selection.day - case.visit_due).days > 180


# Narrow


async def test_no_column_of_a_breakdown_is_lost_on_a_narrow_screen(demo_database: Path) -> None:
    async with opened(demo_database, size=(200, 50)) as pilot:
        await press(pilot, "1")
        wide = {
            c.head: column(pilot, c.head) for c in breakdown(pilot).view.table.columns if c.head
        }
    async with opened(demo_database, size=(40, 20)) as pilot:
        await press(pilot, "1")
        narrow: dict[str, dict[str, str]] = {}
        for _ in wide:
            assert "columns" in screen_text(pilot)
            shown = breakdown(pilot).view.table.columns
            narrow |= {one.head: column(pilot, one.head) for one in shown if one.head}
            await press(pilot, "right")
        assert narrow == wide


async def test_plus_goes_into_a_slice_digits_and_backspace_leave(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await by(pilot, "risk level")
        high = slices(pilot)["high"]
        await to_slice(pilot, "high")
        await press(pilot, "plus")
        assert "› [1] high, by" in screen_text(pilot)
        assert total(pilot) == [high] == [sum(slices(pilot).values())]
        await by(pilot, "unit")
        north = slices(pilot)["North"]
        await to_slice(pilot, "North")
        await press(pilot, "plus")
        assert "› [1] high › [2] North, by" in screen_text(pilot)
        assert total(pilot) == [north] == [sum(slices(pilot).values())]
        await press(pilot, "1")
        assert "Overdue visits › [1] North, by risk level" in screen_text(pilot)
        assert slices(pilot)["high"] == north
        await press(pilot, "9")
        assert "Overdue visits › [1] North, by risk level" in screen_text(pilot)
        await press(pilot, "backspace")
        assert "Overdue visits, by unit" in screen_text(pilot)
        assert total(pilot) == [TOTAL]
        await press(pilot, "backspace")
        assert "Overdue visits, by unit" in screen_text(pilot)


async def test_esc_leaves_the_slices_one_by_one_and_is_where_it_was(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await to_slice(pilot, "medium")
        await press(pilot, "plus")
        await by(pilot, "unit")
        await to_slice(pilot, "North")
        await press(pilot, "plus", "escape")
        assert "› [1] medium, by unit" in screen_text(pilot)
        assert row(pilot, breakdown(pilot).view.current)[0] == "North"
        await press(pilot, "escape")
        assert "Overdue visits, by risk level" in screen_text(pilot)
        assert row(pilot, breakdown(pilot).view.current)[0] == "medium"
        await press(pilot, "escape")
        assert shows(pilot, BoardScreen)


async def test_a_cross_keeps_the_row_and_another_dimension_keeps_the_cross(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await to_slice(pilot, "low")
        await press(pilot, "x", "x")
        assert ", by risk level × unit" in screen_text(pilot)
        assert row(pilot, breakdown(pilot).view.current)[0] == "low"
        await press(pilot, "tab")
        assert ", by days overdue × unit" in screen_text(pilot)


async def test_a_slice_that_is_dropped_is_the_current_row(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await to_slice(pilot, "medium")
        await press(pilot, "plus", "1")
        assert row(pilot, breakdown(pilot).view.current)[0] == "medium"


async def test_who_was_there_then_and_is_not_now_stays_a_row(tmp_path: Path) -> None:
    then, now = date(2023, 3, 31), date(2024, 1, 17)
    late = date(2023, 1, 1)
    days = (
        Register(then, (Case("T-1", officer_ref="gone", visit_due=late),)),
        Register(now, (Case("T-1", officer_ref="new", visit_due=late),)),
    )
    path = write_register(tmp_path / "a.db", Force("Newshire", days))
    async with opened(path) as pilot:
        await press(pilot, "1")
        await by(pilot, "officer")
        assert column(pilot, "now") == {"gone": "not there now", "new": "1", "all": "1"}
        assert column(pilot, "then, records") == {"gone": "1", "new": "not there then", "all": "1"}
        await to_slice(pilot, "gone")
        await press(pilot, "enter")
        assert cases(pilot).rows.count == 0


@pytest.mark.parametrize("dimension", ["risk level", "unit", "days overdue"])
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
            assert f"{figure:,} case{'' if figure == 1 else 's'} · " in screen_text(pilot)
            await press(pilot, "escape")
        assert len(seen) == TOTAL


async def test_a_baseline_chosen_over_a_case_stands_in_its_heading(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "end", "enter", "enter")
        assert shows(pilot, CaseScreen)
        assert "against: inspection" in screen_text(pilot)
        await press(pilot, "b", "end", "enter")
        assert shows(pilot, CaseScreen)
        assert "against: nothing" in screen_text(pilot)


# Closed


async def test_no_key_of_any_screen_leads_to_cases_where_they_are_closed(
    demo_database: Path,
) -> None:
    async with opened(demo_database, settings=CLOSED) as pilot:
        assert "single cases are closed on this screen" in screen_text(pilot)
        for panel in "1236":
            await press(pilot, panel)
            assert "single cases are closed on this screen" in screen_text(pilot)
            for _ in breakdown(pilot)._breakdown.dimensions():
                await press(pilot, "enter", "end", "enter", "home", "tab")
                assert shows(pilot, BreakdownScreen)
            await press(pilot, "plus", "enter", "x", "enter", "escape", "escape")
            assert shows(pilot, BoardScreen)


async def test_neither_foot_nor_help_offers_cases_where_they_are_closed(
    demo_database: Path,
) -> None:
    for settings, offered in ((Settings(), True), (CLOSED, False)):
        async with opened(demo_database, settings=settings) as pilot:
            await press(pilot, "1")
            assert ("enter cases" in screen_text(pilot)) == offered
            await press(pilot, "?")
            assert ("The cases behind" in screen_text(pilot)) == offered
            await press(pilot, "escape", "down", "enter")
            told = [note.message for note in pilot.app._notifications]
            assert any("closed" in text for text in told) != offered


async def test_neither_find_nor_the_palette_leads_to_cases_where_they_are_closed(
    demo_database: Path,
) -> None:
    async with opened(demo_database, settings=CLOSED) as pilot:
        await press(pilot, "slash")
        await typed(pilot, "EX-00016")
        assert found(pilot) == []
        await press(pilot, "enter")
        assert not any_of_cases(pilot)
        await press(pilot, "escape", "1", "ctrl+p")
        await typed(pilot, "cases")
        assert not any(line.startswith("Cases") for line in found(pilot))
        await press(pilot, "enter")
        assert not any_of_cases(pilot)


async def test_where_cases_are_closed_none_is_opened_whoever_asks(demo_database: Path) -> None:
    async with opened(demo_database, settings=CLOSED) as pilot:
        ways, then = app(pilot), app(pilot).board.board.start.snapshot
        now = review(pilot).selection.snapshot
        assert then is not None
        assert now is not None
        for ask in (
            partial(ways.open_case, "EX-00016", "Board"),
            partial(ways.open_cases, "overdue_visits", (), "Board"),
            partial(ways.open_part, then, now, BACKLOGS["visits"], (Part.VISITED,), (), "Board"),
        ):
            ask()
            await settle(pilot)
            assert not any_of_cases(pilot)
            assert [notice.message for notice in ways._notifications] == [SENTENCE]
            ways.clear_notifications()


def any_of_cases(pilot: Pilot[None]) -> bool:
    return any(isinstance(screen, CasesScreen | CaseScreen) for screen in pilot.app.screen_stack)


def found(pilot: Pilot[None]) -> list[str]:
    """What find lists."""
    return [str(each.prompt) for each in pilot.app.screen.query_one(OptionList).options]


async def test_where_cases_are_open_the_same_find_and_palette_lead_there(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        assert "single cases are closed" not in screen_text(pilot)
        await press(pilot, "slash")
        await typed(pilot, "EX-00016")
        await press(pilot, "enter")
        assert shows(pilot, CaseScreen)
        await press(pilot, "escape", "1", "ctrl+p")
        await typed(pilot, "cases")
        await press(pilot, "enter")
        assert shows(pilot, CasesScreen)


# Copying and writing


async def test_y_copies_every_row_not_only_those_in_sight(demo_database: Path) -> None:
    async with opened(demo_database, size=(80, 12)) as pilot:
        await press(pilot, "1", "enter")
        rows = cases(pilot).rows.count
        await press(pilot, "y")
        about, columns = pilot.app.clipboard.splitlines()[:3], 14
        assert about[0] == "Exampleshire (SYNTHETIC), as at 17 Jan 2024"
        head, *listed = pilot.app.clipboard.splitlines()[3:]
        assert head.split("\t")[0] == "case_ref"
        assert head.split("\t")[-1] == "days_overdue"
        assert len(head.split("\t")) >= columns
        assert len(listed) == rows
        assert len({line.split("\t")[0] for line in listed}) == rows


async def test_y_copies_a_breakdown_with_its_whole(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        shown = slices(pilot)
        await press(pilot, "y")
        about, head, *listed = (
            pilot.app.clipboard.split("\n\n")[0],
            *(pilot.app.clipboard.split("\n\n")[1].splitlines()),
        )
        assert about.startswith("Exampleshire (SYNTHETIC), as at 17 Jan 2024")
        assert "of actively managed" in head
        found = (re.match(r"(.+?)  +([\d,]+) ", line) for line in listed)
        numbers = {match[1]: number(match[2]) for match in found if match}
        assert numbers == shown | {"all": TOTAL}
        assert "18.3% of 1,488" in listed[-1]


async def test_a_cross_is_written_with_its_margins(demo_database: Path, in_folder: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "x", "x")
        ends = total(pilot)
        await write(pilot, "cross.csv")
    with (in_folder / "cross.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    margin = [int(row["now"]) for row in rows if not row["by"]]
    assert margin[-1] == TOTAL == sum(margin[:-1])
    assert margin[: len(ends) - 1] == ends[:-1]


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def write(pilot: Pilot[None], name: str) -> None:
    await press(pilot, "w")
    assert isinstance(pilot.app.screen, Writing)
    pilot.app.screen.query_one(Input).value = name
    await press(pilot, "enter")


async def test_w_writes_every_case_with_its_heads(demo_database: Path, in_folder: Path) -> None:
    async with opened(demo_database, size=(80, 24)) as pilot:
        await press(pilot, "1", "down", "enter")
        count = cases(pilot).rows.count
        await write(pilot, "cases.csv")
        assert shows(pilot, CasesScreen)
        with (in_folder / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == count
        assert len({line["case_ref"] for line in rows}) == count
        overdue = [int(line["days_overdue"]) for line in rows]
        assert overdue == sorted(overdue, reverse=True)
        assert "Exampleshire (SYNTHETIC)" in rows[0]["of"]
        assert [path.name for path in in_folder.iterdir()] == ["cases.csv"]


async def test_a_formula_of_the_data_is_written_as_text(
    in_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    case = Case("=1+1", unit="@SUM(A1)", visit_due=date(2024, 1, 1))
    force = Force("Newshire", (Register(date(2024, 1, 17), (case,)),))
    path = write_register(tmp_path_factory.mktemp("hostile") / "a.db", force)
    async with opened(path) as pilot:
        await press(pilot, "1")
        await by(pilot, "unit")
        await write(pilot, "units.csv")
        await press(pilot, "enter")
        await write(pilot, "cases.csv")
    assert (
        (in_folder / "units.csv")
        .read_text("utf-8-sig")
        .splitlines()[1]
        .startswith("unit,'@SUM(A1),1")
    )
    with (in_folder / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert (line["case_ref"], line["unit"]) == ("'=1+1", "'@SUM(A1)")


async def test_a_file_that_is_there_is_not_written_over(
    demo_database: Path, in_folder: Path
) -> None:
    (in_folder / "mine.csv").write_text("mine", encoding="utf-8")
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        await write(pilot, "mine.csv")
        assert shows(pilot, Writing)
        assert "not written: mine.csv is there already. Name another" in screen_text(pilot)
        await press(pilot, "escape")
        assert shows(pilot, BreakdownScreen)
    assert (in_folder / "mine.csv").read_text("utf-8") == "mine"
    assert len(list(in_folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("~nobody-of-this-name/a.csv", "there is no home folder"),
        ("board.pdf", "board.pdf ends in neither .csv nor .txt"),
    ],
)
async def test_a_name_that_cannot_be_written_to_is_said(
    demo_database: Path, in_folder: Path, name: str, said: str
) -> None:
    async with opened(demo_database) as pilot:
        await write(pilot, name)
        assert f"not written: {said}" in screen_text(pilot)
    assert not list(in_folder.iterdir())


@pytest.mark.parametrize("chooser", ["o", "b", "r"])
@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_key_that_comes_twice_at_once_is_taken_once(
    demo_database: Path, chooser: str, key: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, chooser)
        await burst(pilot, key, key)
        assert pilot.app.is_running
        assert shows(pilot, BoardScreen)


@pytest.mark.parametrize("prompt", ["slash", "colon"])
async def test_keys_that_come_at_once_leave_a_prompt_once(demo_database: Path, prompt: str) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "end", "enter", prompt)
        await burst(pilot, "5", "enter", "escape", "enter")
        assert pilot.app.is_running


async def test_esc_that_comes_often_at_once_ends_on_the_board(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "enter", "enter")
        await burst(pilot, *["escape"] * 6)
        assert pilot.app.is_running
        assert len(pilot.app.screen_stack) >= 1


async def test_a_folder_that_is_not_there_is_said(demo_database: Path, in_folder: Path) -> None:
    async with opened(demo_database) as pilot:
        await write(pilot, "nowhere/board.csv")
        assert "not written: No such file or directory." in screen_text(pilot)


@pytest.mark.parametrize("keys", [(), ("1",), ("1", "x"), ("1", "enter"), ("1", "enter", "enter")])
async def test_w_writes_text_that_is_what_y_copies(
    demo_database: Path, in_folder: Path, keys: tuple[str, ...]
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *keys, "y")
        await write(pilot, "shown.txt")
        assert (in_folder / "shown.txt").read_text("utf-8") == f"{pilot.app.clipboard}\n"


# Going there


async def test_g_and_a_letter_go_to_that_figure(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        board = view(pilot)
        in_sight = board.places()
        for number, label in list(enumerate(labels(len(in_sight))))[::20]:
            subject = board.subjects()[in_sight[number]]
            await press(pilot, "g")
            assert shows(pilot, Jump)
            await press(pilot, *label)
            assert shows(pilot, BoardScreen)
            assert board.subject == subject


async def test_g_puts_letters_on_the_figures_in_sight_alone(demo_database: Path) -> None:
    async with opened(demo_database, size=(80, 24)) as pilot:
        board = view(pilot)
        await press(pilot, "pagedown", "g")
        first, subjects = board.places()[0], board.subjects()
        assert first > 0
        await press(pilot, LETTERS[0])
        assert board.subject == subjects[first]


async def test_g_and_a_letter_go_to_a_row_of_any_table(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        for way in ("1", "enter", "enter"):
            await press(pilot, way, "g")
            table = pilot.app.screen_stack[-2].query_one(TableView)
            assert screen_text(pilot).splitlines()[len(table.table.heading) + 1][0] == LETTERS[0]
            await press(pilot, LETTERS[1])
            assert table.current == 1
            assert not shows(pilot, Jump)


async def test_g_and_esc_stay(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "down", "down")
        subject, before = view(pilot).subject, screen_text(pilot)
        await press(pilot, "g")
        assert screen_text(pilot) != before
        await press(pilot, "escape")
        assert view(pilot).subject == subject
        assert screen_text(pilot) == before


async def test_find_lands_on_the_breakdown_within_the_slices(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "slash")
        await typed(pilot, "overdue high north")
        await press(pilot, "enter")
        assert "Overdue visits › [1] high, by unit" in screen_text(pilot)
        name, figure, *_ = row(pilot, breakdown(pilot).view.current)
        assert name == "North"
        await press(pilot, "enter")
        assert cases(pilot).rows.count == number(figure) > 0
        listed = [cases(pilot).rows.at(place) for place in range(number(figure))]
        found = {(case.row["risk_level"], case.row["unit"]) for case in listed if case}
        assert found == {("high", "North")}


# Keys of one's own


async def test_a_key_of_ones_own_works_in_place_of_the_usual(demo_database: Path) -> None:
    keys = Settings(display=Display(keys={"board.define": "D"}))
    async with opened(demo_database, settings=keys) as pilot:
        await press(pilot, "d")
        assert shows(pilot, BoardScreen)
        await press(pilot, "D")
        assert shows(pilot, Reading)


async def test_the_board_is_seen_under_the_letters_of_jump_mode(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "g")
        assert isinstance(pilot.app.screen, Jump)
        assert "mix" in pilot.app.export_screenshot()
