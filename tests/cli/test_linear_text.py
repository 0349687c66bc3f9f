"""What every screen shows is printed too, in lines that are read one after another: no tables."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DRAWN = re.compile("[\u2500-\u259f\u2800-\u28ff]")
"""Lines, boxes, blocks and dots that a screen reader spells, or leaves out."""

COLUMNS = re.compile(r"\S {2,}\S")
"""What stands apart from what is before it, under something of another line."""

DAYS = ("--from", "2023-03-31", "--to", "2024-01-17")

SCREENS = {
    "board": ("figures", "--board"),
    "breakdown": ("figures", "--measure", "overdue_visits", "--by", "risk_level"),
    "cross": ("figures", "--measure", "overdue_visits", "--by", "risk_level", "--by", "unit"),
    "months": ("figures", "--measure", "visits_seen"),
    "comparison": ("figures", "--against", "2023-03-31", "--measure", "registered"),
    "what changed": ("flow", *DAYS),
    "what changed, by slice": ("flow", *DAYS, "--by", "unit"),
    "inspections": ("inspections",),
    "cases": ("cases", "--measure", "overdue_visits"),
    "people of a part": ("cases", "--part", "visited"),
    "a case": ("cases", "--case", "EX-13077"),
    "find": ("find", "high", "overdue"),
    "days to open": ("snapshots",),
    "warnings": ("snapshots", "--warnings"),
    "slides": ("present", "--format", "text"),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_has_a_text_of_lines(run: Run, demo_database: Path, screen: str) -> None:
    command, *words = SCREENS[screen]
    ran = run(command, demo_database, *words)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines
    assert [line for line in lines if DRAWN.search(line) or COLUMNS.search(line)] == []


@pytest.mark.parametrize("words", [("define",), ("define", "overdue_visits"), ("config", "show")])
def test_what_explains_is_of_lines_too(run: Run, words: tuple[str, ...]) -> None:
    lines = run(*words).out.splitlines()
    assert lines
    assert [line for line in lines if DRAWN.search(line) or COLUMNS.search(line)] == []


def test_each_figure_has_its_words_before_it(run: Run, demo_database: Path) -> None:
    lines = run("figures", demo_database, "--board").out.splitlines()
    told = [line for line in lines if line.startswith("  ")]
    assert all(re.match(r"  [A-Z][^:]+: ", line) for line in told)
    assert lines.index("1 Overdue visits") < lines.index("2 Risk mix")
    assert told[0].startswith("  Overdue visits: 273, 18.3% of 1,488 actively managed; was 217")


def test_find_prints_what_it_lists_on_the_board(run: Run, demo_database: Path) -> None:
    lines = run("find", demo_database, "overdue", "visits").out.splitlines()
    assert lines[0] == "Overdue visits: 273"
    assert run("find", demo_database, "EX-13077").out.startswith("Case EX-13077")
    stacked = run("find", demo_database, "high", "overdue", "north").out.splitlines()
    assert stacked[0] == "Overdue visits, high, North: 12"
    nothing = run("find", demo_database, "zebra")
    assert (nothing.status, nothing.out.count("\n")) == (0, 1)
    assert "zebra" in nothing.out


def test_find_names_no_case_where_they_are_closed(run: Run, demo_database: Path) -> None:
    ran = run("find", demo_database, "EX-13077", "--audience", "board")
    assert "Case EX-13077" not in ran.out


def test_the_board_is_text_alone(run: Run, demo_database: Path) -> None:
    for words in (("--format", "json"), ("--by", "unit"), ("--measure", "registered")):
        assert run("figures", demo_database, "--board", *words).status == 2


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (("figures", "--board"), {"board": True}),
        (("cases", "--case", "EX-13077"), {"case": "EX-13077"}),
        (("present", "--format", "text"), {}),
    ],
)
def test_what_is_printed_is_written_down_first(
    run: Run,
    demo_database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    given: dict[str, object],
) -> None:
    log = tmp_path / "access.log"
    monkeypatch.setenv("BOARDTUI_ACCESS_LOG_FILE", str(log))
    command, *more = words
    assert run(command, demo_database, *more).status == 0
    (entry,) = map(json.loads, log.read_text(encoding="ascii").splitlines())
    assert (entry["event"], entry["command"], entry["given"]) == ("printed", command, given)
    assert entry["seal"].startswith("1:")


def test_a_find_is_written_down_without_its_words(
    run: Run, demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "access.log"
    monkeypatch.setenv("BOARDTUI_ACCESS_LOG_FILE", str(log))
    assert run("find", demo_database, "EX-13077").status == 0
    text = log.read_text(encoding="ascii")
    (entry,) = map(json.loads, text.splitlines())
    assert (entry["event"], entry["command"], entry["words"]) == ("find", "find", None)
    assert "13077" not in text
