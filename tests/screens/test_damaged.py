"""A database that holds what it may not: a sentence and status 3, whatever comes upon it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.spoiling import with_value
from tests.screens.terminal import Terminal, assert_left_as_it_was, running

FIRST = "18.3% of 1,488 actively managed"
DOWN, ENTER, TAB = "\x1b[B", "\r", "\t"

BLOB = "x'45582d3030303136ff00fe'"
"""EX-00016, and bytes that are no text."""

UNITS = f"CASE WHEN dimension = 'unit' THEN {BLOB} ELSE slice END"
THEN = (
    "CASE WHEN snapshot_id = (SELECT s.id FROM snapshots s JOIN forces f ON f.id = s.force_id "
    "WHERE f.name = 'Exampleshire' AND s.as_at = '2023-03-31') "
    f"THEN {BLOB} ELSE unit END"
)

WAYS = {
    "a list of cases": ("cases", "unit", BLOB, ("1", DOWN, ENTER)),
    "one case": ("cases", "unit", THEN, ("1", DOWN, ENTER, ENTER)),
    "a breakdown": ("figures", "slice", UNITS, ("1", TAB, TAB)),
    "a cross": ("cases", "unit", BLOB, ("1", TAB, TAB, "x")),
    "a flow by unit": ("cases", "unit", BLOB, ("f",)),
    "find": ("figures", "slice", UNITS, ("/", "north")),
    "a date that is none": ("cases", "visit_due", "'2023-02-30'", ("1", DOWN, ENTER)),
}
"""What is damaged, and the keys by which the board comes upon it."""


def assert_ended_by_damage(terminal: Terminal) -> None:
    assert terminal.ended() == 3
    assert_left_as_it_was(terminal)
    assert "is damaged: " in " ".join(terminal.text().split())
    for told in (b"Traceback", b"00016", b"locals", b"\xff"):
        assert told not in terminal.sent[terminal.sent.rindex(b"\x1b[?1049l") :]


@pytest.mark.parametrize(("table", "column", "value", "keys"), WAYS.values(), ids=WAYS)
def test_a_board_that_comes_upon_damage_ends(
    own_database: Path, tmp_path: Path, table: str, column: str, value: str, keys: tuple[str, ...]
) -> None:
    with_value(own_database, table, column, value)
    with running(str(own_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        for key in keys:
            terminal.press(key)
            terminal.wait_until(terminal.still, "silence")
        assert_ended_by_damage(terminal)


def test_figures_that_cannot_be_worked_out_for_damage_end_the_board(
    own_database: Path, tmp_path: Path
) -> None:
    with_value(own_database, "cases", "visit_due", "20240117")
    grace = {"BOARDTUI_OVERDUE_GRACE_DAYS": "7"}
    with running(str(own_database), folder=tmp_path, environment=grace) as terminal:
        assert_ended_by_damage(terminal)


@pytest.mark.parametrize("keys", [("y",), ("w", ENTER)], ids=["copied", "written"])
def test_damage_that_comes_meanwhile_ends_what_is_copied_or_written(
    own_database: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    with running(str(own_database), folder=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.press("1")
        terminal.wait_for("by risk")
        terminal.press(f"{DOWN}{ENTER}")
        terminal.wait_for("last assessed")
        with_value(own_database, "cases", "unit", BLOB)
        for key in keys:
            terminal.press(key)
            terminal.wait_until(terminal.still, "silence")
        assert_ended_by_damage(terminal)
    assert not list(tmp_path.glob("*.csv"))
    assert not list(tmp_path.glob(".boardtui-*"))


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("figures", "as_at", "'2024-13-45'"),
        ("figures", "qualifier", "'perhaps'"),
        ("figures", "value", "'many'"),
        ("forces", "name", "NULL"),
        ("snapshots", "as_at", BLOB),
        ("definitions", "grace_days", "1000000"),
        ("definitions", "bands", "'a'"),
    ],
)
def test_damage_at_the_opening_is_told_at_once(
    own_database: Path, tmp_path: Path, table: str, column: str, value: str
) -> None:
    with_value(own_database, table, column, value)
    with running(str(own_database), folder=tmp_path) as terminal:
        assert terminal.ended() == 3
        assert "is damaged: " in " ".join(terminal.text().split())
    assert b"Traceback" not in terminal.sent
