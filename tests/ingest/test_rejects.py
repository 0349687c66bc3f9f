"""Rows left out, and the file that says why."""

import csv
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from boardtui.core.words.spreadsheet import harmless
from boardtui.ingest import IngestFailedError, IngestUsageError, ingest
from tests.ingest.trial import CASES, SETTINGS, Trial

BAD = """case_ref,risk_level,status,unit
C1,high,community,North
C2,=cmd,community,North
C3,low,custody,South
C4,low,nowhere,South
C3,high,community,South
C5,high
C6,hihg,somewhere,South
"""


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_good_rows_are_stored_and_each_fault_of_the_others_is_written(trial: Trial) -> None:
    rejects = trial.folder / "rejects.csv"
    report = trial.ingest({"cases": BAD}, rejects=rejects)
    assert trial.values("SELECT case_ref FROM cases") == ["C1"]
    assert trial.rows("SELECT rows_stored, rows_left_out FROM snapshot_files") == [(1, 6)]
    assert report.files[0].left_out == 6
    header, *lines = read(rejects)
    assert header == ["file", "row", "column", "value", "expected"]
    assert {(row, column, value) for _, row, column, value, _ in lines} == {
        ("3", "risk_level", "'=cmd"),
        ("4", "case_ref", "C3"),
        ("5", "status", "nowhere"),
        ("6", "case_ref", "C3"),
        ("7", "", "2 fields"),
        ("8", "risk_level", "hihg"),
        ("8", "status", "somewhere"),
    }


def test_figures_count_the_rows_that_were_stored(trial: Trial) -> None:
    trial.ingest({"cases": BAD}, rejects=trial.folder / "rejects.csv")
    assert trial.figure("registered") == 1


def test_without_a_fault_the_file_has_its_header_only(trial: Trial) -> None:
    rejects = trial.folder / "rejects.csv"
    trial.ingest({"cases": CASES}, rejects=rejects)
    assert len(read(rejects)) == 1


def test_a_file_without_one_good_row_is_refused(with_snapshot: Trial) -> None:
    refused = with_snapshot.refused(
        {"cases": "case_ref,risk_level,status\nC1,x,y\n"},
        rejects=with_snapshot.folder / "rejects.csv",
    )
    assert "every row" in str(refused)


def test_where_rejects_cannot_be_written_nothing_is_stored(with_snapshot: Trial) -> None:
    before = with_snapshot.database.read_bytes()
    with pytest.raises(IngestFailedError, match=r"rejects\.csv cannot be written"):
        with_snapshot.ingest({"cases": BAD}, rejects=Path("/nowhere/rejects.csv"))
    assert with_snapshot.database.read_bytes() == before


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM"])
def test_a_formula_is_written_harmlessly(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_text_that_is_no_formula_is_written_as_it_is() -> None:
    assert harmless("a=1") == "a=1"


def test_rejects_never_take_the_place_of_a_database_given_by_its_url(with_snapshot: Trial) -> None:
    path = with_snapshot.database
    before = path.read_bytes()
    request = with_snapshot.request({"cases": BAD}, rejects=path)
    asked = replace(request, database=f"sqlite:///{path}")
    with pytest.raises(IngestUsageError):
        ingest(asked, SETTINGS)
    assert path.read_bytes() == before


def test_what_a_terminal_would_obey_is_written_as_text(trial: Trial) -> None:
    rejects = trial.folder / "rejects.csv"
    content = "case_ref,risk_level,status,unit\nC1,high,community,N\nC2,high,community,a\x1b[2Jb\n"
    trial.ingest({"cases": content}, rejects=rejects)
    assert "\x1b" not in rejects.read_text()
    assert read(rejects)[1][3] == "a\\x1b[2Jb"


def capitals(path: Path) -> Path:
    return path.with_name(path.name.upper())


def linked(path: Path) -> Path:
    other = path.with_name("link.csv")
    other.symlink_to(path)
    return other


def hard_linked(path: Path) -> Path:
    other = path.with_name("name.csv")
    other.hardlink_to(path)
    return other


def around(path: Path) -> Path:
    return path.parent / "." / ".." / path.parent.name / path.name


@pytest.mark.parametrize("renamed", [linked, hard_linked, around, lambda path: path])
def test_rejects_never_overwrite_a_file_that_is_read_by_another_name(
    trial: Trial, renamed: Callable[[Path], Path]
) -> None:
    cases = trial.write("cases.csv", BAD)
    with pytest.raises(IngestUsageError, match="would overwrite"):
        trial.ingest({"cases": cases}, rejects=renamed(cases))
    assert cases.read_text() == BAD


@pytest.mark.parametrize("renamed", [around, capitals, lambda path: path])
def test_nor_the_place_of_a_database_that_is_yet_to_be(
    trial: Trial, renamed: Callable[[Path], Path]
) -> None:
    with pytest.raises(IngestUsageError, match="would overwrite"):
        trial.ingest({"cases": BAD}, rejects=renamed(trial.database))
    assert not trial.database.exists()


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
def test_nor_what_sqlite_would_take_for_changes(with_snapshot: Trial, suffix: str) -> None:
    rejects = with_snapshot.folder / f"board.db{suffix}"
    with pytest.raises(IngestUsageError, match="would overwrite"):
        with_snapshot.ingest({"cases": BAD}, rejects=rejects)


def test_the_file_is_its_maker_s_alone(trial: Trial) -> None:
    rejects = trial.folder / "rejects.csv"
    trial.ingest({"cases": BAD}, rejects=rejects)
    assert stat.S_IMODE(rejects.stat().st_mode) == 0o600


def test_those_of_an_earlier_try_are_written_anew_for_their_maker_alone(trial: Trial) -> None:
    rejects = trial.write("rejects.csv", "file,row,column,value,expected\nan,old,one,,\n")
    rejects.chmod(0o644)
    trial.ingest({"cases": BAD}, rejects=rejects)
    assert "old" not in rejects.read_text()
    assert stat.S_IMODE(rejects.stat().st_mode) == 0o600
    assert not list(trial.folder.glob(".*"))


def test_no_other_file_is_written_over(trial: Trial) -> None:
    mine = trial.write("mine.csv", "precious\n")
    with pytest.raises(IngestUsageError, match=r"overwrite .*mine\.csv, which is no list of rej"):
        trial.ingest({"cases": BAD}, rejects=mine)
    assert mine.read_text() == "precious\n"
    assert not trial.database.exists()


@pytest.mark.parametrize("target", ["victim.csv", "nowhere.csv"])
def test_no_link_is_followed(trial: Trial, target: str) -> None:
    victim = trial.write("victim.csv", "file,row,column,value,expected\n")
    link = trial.folder / "link.csv"
    link.symlink_to(trial.folder / target)
    with pytest.raises(IngestUsageError, match=r"link\.csv is a link"):
        trial.ingest({"cases": BAD}, rejects=link)
    assert victim.read_text() == "file,row,column,value,expected\n"
    assert not (trial.folder / "nowhere.csv").exists()
