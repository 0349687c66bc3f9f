"""Files that the board writes: nobody else's to read, no link followed, nothing written over."""

from __future__ import annotations

import csv
import stat
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.export.export import Export, Exportable
from boardtui.export.file import write
from boardtui.export.series import exported as series_export
from boardtui.panels.bar_table import BarColumn
from boardtui.panels.series.series import Series, SeriesTable
from boardtui.screens.dialogs.writing import copied
from tests.registers import Case, Force, Register
from tests.registers import write as write_register
from tests.screens.driving import opened, press
from tests.screens.page_driving import app

ROWS: list[Sequence[object]] = [("Zoë", 1), ("=1+1", -2), ("\x1b]52;c;ZXZpbA==\x07", None)]


def export(rows: Sequence[Sequence[object]] = ROWS) -> Export:
    return Export("units", ["Newshire"], ("unit", "now"), len(rows), lambda: iter(rows))


def written(path: Path, *, byte_order_mark: bool = True) -> bytes:
    write(export(), str(path), lambda count: None, byte_order_mark)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_a_file_is_for_whoever_wrote_it_alone(tmp_path: Path, name: str) -> None:
    written(tmp_path / name)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_csv_says_that_it_is_utf_8_unless_told_not_to(tmp_path: Path) -> None:
    assert written(tmp_path / "a.csv").startswith("\ufeffunit,now,of".encode())
    assert written(tmp_path / "b.csv", byte_order_mark=False).startswith(b"unit,now,of")
    assert written(tmp_path / "a.txt").startswith(b"Newshire")


@pytest.mark.parametrize("target", ["victim", "nowhere"])
def test_a_link_under_the_name_is_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "victim").write_text("precious")
    link = tmp_path / "out.csv"
    link.symlink_to(tmp_path / target)
    with pytest.raises(FileExistsError, match="is there already"):
        written(link)
    assert (tmp_path / "victim").read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "victim"]
    assert link.is_symlink()


def test_a_link_under_a_working_name_that_was_foreseen_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("precious")
    (tmp_path / ".out.csv.unfinished").symlink_to(tmp_path / "victim")
    assert b"Zo" in written(tmp_path / "out.csv")
    assert (tmp_path / "victim").read_text() == "precious"


def test_what_came_under_the_name_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"

    def rows() -> Iterator[Sequence[object]]:
        path.write_text("theirs")
        yield from ROWS

    with pytest.raises(FileExistsError, match="is there already"):
        write(Export("a", [], ("unit",), 3, rows), str(path), lambda count: None)
    assert path.read_text() == "theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]


def test_where_there_are_no_hard_links_nothing_is_written_over_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refused)
    path = tmp_path / "out.csv"
    assert b"Zo" in written(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        written(path)


def test_formulas_and_escapes_are_as_harmless_in_the_clipboard_as_in_a_file(
    tmp_path: Path,
) -> None:
    text, _ = copied(export())
    assert text is not None
    assert text.splitlines()[2:] == ["Zoë\t1", "'=1+1\t-2", "�]52;c;ZXZpbA==�\t"]
    with_mark = written(tmp_path / "a.csv").decode("utf-8-sig")
    assert [row[0] for row in csv.reader(with_mark.splitlines())][1:] == [
        "Zoë",
        "'=1+1",
        "�]52;c;ZXZpbA==�",
    ]


def test_text_that_is_laid_out_holds_no_escapes_either(tmp_path: Path) -> None:
    lines = ["Newshire", "North\x1b[2J  41"]
    laid_out = Export("a", [], (), 1, lambda: iter(()), lambda: iter(lines))
    write(laid_out, str(tmp_path / "a.txt"), lambda count: None)
    assert (tmp_path / "a.txt").read_text("utf-8") == "Newshire\nNorth�[2J  41\n"


def test_more_than_a_terminal_takes_is_not_sent_to_the_clipboard() -> None:
    text, told = copied(export([("a", 1)] * 5_001))
    assert text is None
    assert told == "5,001 rows are too many to copy: w writes them all to a file"
    assert copied(export([("a", 1)] * 5_000))[1] == "5,000 rows sent to the clipboard"


def exported(pilot: Pilot[None]) -> Export:
    screen = app(pilot).screen
    assert isinstance(screen, Exportable)
    return screen.export()


async def test_a_breakdown_is_written_with_slices_spelt_as_in_the_extract(
    demo_database: Path,
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "1")
        found = exported(pilot)
        slices = {(row[0], row[1]) for row in found.rows()}
        assert ("risk_level", "very_high") in slices
        assert (None, None) in slices
        await press(pilot, "x")
        crossed = exported(pilot)
        assert crossed.columns[:4] == ("by", "slice", "by_2", "slice_2")
        assert crossed.count == len(list(crossed.rows()))


async def test_a_slice_that_is_a_formula_is_harmless_in_what_is_copied(tmp_path: Path) -> None:
    case = Case("C1", unit="=1+1", visit_due=date(2024, 1, 1))
    force = Force("Newshire", (Register(date(2024, 1, 17), (case,)),))
    async with opened(write_register(tmp_path / "a.db", force)) as pilot:
        await press(pilot, "1", "tab", "tab", "y")
        lines = pilot.app.clipboard.splitlines()
        assert any(line.startswith("'=1+1 ") for line in lines)
        assert not any(line.startswith("=") for line in lines)


async def test_a_row_of_a_series_is_harmless_in_what_is_copied(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        series = Series(
            crumb="Board › Visits tried › by month",
            every="month",
            rows=["=1+1", "@now"],
            columns=[BarColumn("now", "now", str, lambda row: 1.0, 0)],
            name=str,
            subjects=lambda row: [],
            begin="=1+1",
            statement=lambda width, digits: [],
            under=lambda row, width: [],
        )
        found = series_export(app(pilot).review, SeriesTable(series))
        lines = list(found.lines())
        assert any(line.startswith("'=1+1 ") for line in lines)
        assert not any(line.startswith(("=", "@")) for line in lines)


def test_a_day_and_a_yes_are_written_plainly(tmp_path: Path) -> None:
    rows = [(date(2024, 1, 17), True, None)]
    write(export(rows), str(tmp_path / "a.csv"), lambda count: None)
    assert "2024-01-17,yes,," in (tmp_path / "a.csv").read_text("utf-8-sig")
