"""What is copied and written of a breakdown and of its cases: all that there is, as it is shown."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from boardtui.export.export import Exportable
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.screens.dialogs.writing import Writing
from tests.registers import Case, Force, Register
from tests.registers import write as write_register
from tests.screens.drilling import (
    TOTAL,
    by,
    cases,
    number,
    row,
    sheet,
    shows,
    slices,
    write,
)
from tests.screens.driving import burst, opened, press, screen_text


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


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
        await by(pilot, "unit")
        shown = slices(pilot)
        await press(pilot, "y")
        about, _, table = pilot.app.clipboard.partition("\n\n")
        assert about.startswith("Exampleshire (SYNTHETIC), as at 17 Jan 2024")
        assert "18.3% of 1,488 actively managed" in about
        head, *listed = table.splitlines()
        for column in ("then, records 31 Mar 2023", "now", "change", "share then", "share now"):
            assert column in head
        found = [re.split(r"  +", line) for line in listed]
        assert {cells[0]: number(cells[2]) for cells in found} == shown | {"all": TOTAL}
        assert found[-1][-3:] == ["15.5%", "18.3%", "+2.8"]


async def test_a_cross_is_written_with_its_margins(demo_database: Path, in_folder: Path) -> None:
    async with opened(demo_database, size=(200, 50)) as pilot:
        await press(pilot, "1")
        await by(pilot, "risk_level", "unit")
        ends = [number(text) for text in row(pilot, sheet(pilot).count)[1:]]
        await write(pilot, "cross.csv")
    with (in_folder / "cross.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    margin = [int(each["now"]) for each in rows if not each["by"]]
    assert margin == ends
    assert margin[-1] == TOTAL == sum(margin[:-1])


async def test_w_writes_every_case_with_its_heads(demo_database: Path, in_folder: Path) -> None:
    async with opened(demo_database, size=(80, 24)) as pilot:
        await press(pilot, "1", "enter")
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
    first = (in_folder / "units.csv").read_text("utf-8-sig").splitlines()[1]
    assert first.startswith("unit,'@SUM(A1),1")
    with (in_folder / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert (line["case_ref"], line["unit"]) == ("'=1+1", "'@SUM(A1)")


@pytest.mark.parametrize("keys", [(), ("x",)], ids=["by one", "crossed"])
async def test_what_was_not_known_then_is_written_with_the_reason(
    in_folder: Path, tmp_path_factory: pytest.TempPathFactory, keys: tuple[str, ...]
) -> None:
    cases = (Case("A", unit="North", visit_due=date(2022, 6, 1)),)
    without = frozenset({"cases.visit_due"})
    days = (
        Register(date(2023, 3, 31), cases, without=without),
        Register(date(2024, 1, 17), cases),
    )
    path = write_register(tmp_path_factory.mktemp("days") / "a.db", Force("Newshire", days))
    async with opened(path) as pilot:
        await press(pilot, "1", *keys)
        await write(pilot, "written.csv")
    with (in_folder / "written.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["then unknown"] for row in rows} == {"no visit_due column"}
    assert {(row["then"], row["change"], row["unknown"]) for row in rows} == {("", "", "")}


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
        ("board.pdf", "board.pdf ends in none of"),
        ("nowhere/board.csv", "No such file or directory."),
    ],
)
async def test_a_name_that_cannot_be_written_to_is_said(
    demo_database: Path, in_folder: Path, name: str, said: str
) -> None:
    async with opened(demo_database) as pilot:
        await write(pilot, name)
        assert f"not written: {said}" in screen_text(pilot)
    assert not list(in_folder.iterdir())


@pytest.mark.parametrize("keys", [(), ("1",), ("1", "x"), ("1", "enter"), ("1", "enter", "enter")])
async def test_w_writes_text_that_is_what_y_copies(
    demo_database: Path, in_folder: Path, keys: tuple[str, ...]
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *keys, "y")
        await write(pilot, "shown.txt")
        assert (in_folder / "shown.txt").read_text("utf-8") == f"{pilot.app.clipboard}\n"


@pytest.mark.parametrize("prompt", ["slash", "colon"])
async def test_keys_that_come_at_once_leave_a_prompt_once(demo_database: Path, prompt: str) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1", "end", "enter", prompt)
        await burst(pilot, "5", "enter", "escape", "enter")
        assert pilot.app.is_running


@pytest.mark.parametrize("force", ["Exampleshire", "Sampleshire", "Essex"])
async def test_all_pages_of_the_comparison_are_written_with_no_page_filled_up(
    demo_database: Path, force: str
) -> None:
    async with opened(demo_database, force) as pilot:
        await press(pilot, "c")
        screen = pilot.app.screen
        assert isinstance(screen, Exportable)
        lines = [line.strip() for line in screen.export().lines()]
        assert "\n\n\n\n" not in "\n".join(lines)
        assert len(lines) > 30
