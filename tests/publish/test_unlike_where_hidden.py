"""Two registers that differ in nothing but what is hidden are published as one and the same.

So there is nothing in the file, nor in a paper made of it, by which they could be told apart.
"""

from __future__ import annotations

import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.cli.main import main

TABLES = ("forces", "figures", "crosses", "flows", "not_offered", "inspections", "snapshot_files",
          "warnings", "publications", "definitions")  # fmt: skip


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
