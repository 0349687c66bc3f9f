"""Two registers that differ in nothing but what is hidden are published as one and the same.

So there is nothing in the file, nor in a paper made of it, by which they could be told apart.
"""

from __future__ import annotations

import re
import sqlite3
import zipfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from boardtui.cli.main import main
from tests.publish.test_readers import BOARD, DAY, published
from tests.registers import Case, Force, Register, write

TABLES = ("forces", "figures", "crosses", "flows", "not_offered", "inspections", "snapshot_files",
          "warnings", "publications", "definitions")  # fmt: skip


def register(quiet: int, still: int) -> Register:
    """Two large units and two small ones, of whose people all are alike."""
    counts = {"North": 40, "South": 37, "Quiet": quiet, "Still": still}
    cases = []
    for unit, count in counts.items():
        for place in range(count):
            due = DAY - timedelta(days=20) if place % 2 == 0 and count > 9 else DAY
            cases.append(Case(f"{unit}-{place}", unit=unit, visit_due=due, last_visit=DAY))
    return Register(DAY, tuple(cases))


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Databases of records in which two and three are the other way round."""
    folder = tmp_path_factory.mktemp("pair")
    made = []
    for name, counts in (("one", (2, 3)), ("other", (3, 2))):
        (folder / name).mkdir()
        database = folder / name / "force.db"
        made.append(write(database, Force(registers=(register(*counts),))))
    return made


@pytest.fixture(scope="module")
def files(pair: list[Path]) -> list[Path]:
    return [published(each, each.with_name("board.db"), BOARD) for each in pair]


def contents(file: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return {
            table: database.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
            for table in TABLES
        }


def test_the_files_say_the_same(pair: list[Path], files: list[Path]) -> None:
    one, other = map(contents, files)
    assert one == other
    records = [contents(each)["figures"] for each in pair]
    assert records[0] != records[1], "the registers are not alike"
    assert any(row.count(None) > 3 for row in one["figures"])


@pytest.mark.parametrize("kind", ["html", "xlsx"])
def test_papers_made_of_them_say_the_same(files: list[Path], kind: str, tmp_path: Path) -> None:
    texts = []
    for number, database in enumerate(files):
        paper = tmp_path / f"{number}.{kind}"
        assert main(["pack", str(database), str(paper), "--audience", "board"]) == 0
        texts.append(_text(paper))
    assert "[c]" in texts[0]
    assert texts[0] == texts[1]


COMMANDS = (
    ("figures", "FILE", "--board"),
    ("figures", "FILE", "--by", "unit"),
    ("figures", "FILE", "--by", "unit", "--format", "csv"),
    ("figures", "FILE", "--by", "risk_level", "--format", "json"),
    ("find", "FILE", "quiet"),
    ("find", "FILE", "overdue", "still"),
    ("present", "FILE", "--format", "text"),
    ("forces", "FILE", "--measure", "overdue_visits"),
    ("snapshots", "FILE"),
    ("inspections", "FILE"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_whatever_is_printed_of_them_is_the_same(
    files: list[Path], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Boards, exported text, what is found, slides and their notes."""
    told = []
    for file in files:
        status = main([str(file) if word == "FILE" else word for word in words])
        out, err = capsys.readouterr()
        told.append((status, *(each.replace(str(file.parent), "") for each in (out, err))))
    assert told[0][0] == 0, told[0]
    assert told[0][1]
    assert told[0] == told[1]


def test_decks_made_of_them_say_the_same(files: list[Path], tmp_path: Path) -> None:
    decks = [tmp_path / f"{number}.toml" for number in range(len(files))]
    for database, deck in zip(files, decks, strict=True):
        assert main(["deck", str(database), "--new", str(deck)]) == 0
    one, other = (deck.read_text(encoding="utf-8") for deck in decks)
    assert "slides" in one
    assert one == other


def _text(paper: Path) -> str:
    """All that is in a paper, but for when it was made."""
    if paper.suffix == ".html":
        found = paper.read_text(encoding="utf-8")
    else:
        with zipfile.ZipFile(paper) as parts:
            found = "\n".join(parts.read(name).decode() for name in sorted(parts.namelist()))
    return re.sub(r"\d{2}:\d{2}(:\d{2})?", "", re.sub(r"[0-9a-f]{16,}", "", found))
