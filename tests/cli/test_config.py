"""`boardtui config`: each setting, its value, and where it came from."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from boardtui.settings import Settings
from boardtui.settings.setting import every_setting
from tests.cli.conftest import Run

NAMES = [setting.name for setting in every_setting(Settings())]


@pytest.mark.parametrize("name", NAMES)
def test_text_shows_every_setting(run: Run, name: str) -> None:
    assert f"\n{name} = " in run("config", "show").out


def test_text_says_where_each_came_from(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text("boardtui = 1\n[overdue]\nbands = [28]\n")
    monkeypatch.setenv("BOARDTUI_DISPLAY_THEME", "light")
    out = run("config", "show").out
    assert "overdue.grace_days = 0 (the default)" in out
    assert "overdue.bands = [28] (from config.toml)" in out
    assert 'theme = "light" (from the environment variable BOARDTUI_DISPLAY_THEME)' in out


def test_json_has_values_as_they_are(run: Run) -> None:
    shown = json.loads(run("config", "show", "--format", "json").out)
    assert (shown["version"], shown["file"]) == (1, None)
    values = {each["setting"]: each["value"] for each in shown["settings"]}
    assert list(values) == NAMES
    assert values["overdue.bands"] == [30, 90, 180, 365]
    assert values["extract.columns"] == {}


def test_csv_has_a_row_for_each(run: Run) -> None:
    rows = list(csv.DictReader(run("config", "show", "--format", "csv").out.splitlines()))
    assert [row["setting"] for row in rows] == NAMES


def test_settings_that_can_be_used_are_valid(run: Run) -> None:
    ran = run("config", "validate")
    assert ran.status == 0
    assert ran.out == f"The settings can be used (no settings file; 0 of {len(NAMES)} set).\n"


def test_every_fault_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_text("[overdue]\ngrace_days = -1\nband = [1]\n")
    ran = run("config", "validate", "--config", "f.toml")
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 2


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ('{"board.define" = "o"}', "o would be both board.define and day"),
        ('{"board.defin" = "D"}', "there is no key called board.defin; did you mean board.define?"),
        ('{"find.back" = "a"}', 'find.back is "a", but escape is the way back on every screen'),
        ('{"board.define" = "notakey"}', 'board.define is "notakey", and no key is called'),
    ],
)
def test_keys_that_the_board_would_refuse_are_no_valid_settings(
    run: Run, tmp_path: Path, keys: str, sentence: str
) -> None:
    (tmp_path / "f.toml").write_text(f"[display]\nkeys = {keys}\n")
    ran = run("config", "validate", "--config", "f.toml")
    assert (ran.status, ran.out) == (2, "")
    assert f"display.keys: {sentence}" in ran.err


def test_keys_of_ones_own_that_do_not_clash_are_valid(run: Run, tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_text('[display]\nkeys = {"board.define" = "D"}\n')
    assert run("config", "validate", "--config", "f.toml").status == 0


def test_what_has_another_name_or_is_gone_is_warned_of_and_valid(run: Run, tmp_path: Path) -> None:
    keys = '{"board.figure" = "S", "breakdown.drop1" = "f8"}'
    (tmp_path / "f.toml").write_text(f'[display]\nspacing = "roomy"\nkeys = {keys}\n')
    warnings = [
        "f.toml: there is no setting display.spacing any more, the cards of the board take the "
        "room that there is. Delete it.",
        "display.keys: Some keys have other names now: board.figure is defining.next. "
        "breakdown.drop1 is gone. What they set is left out.",
    ]
    ran = run("config", "validate", "--config", "f.toml")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[1:] == [f"Warning: {warning}" for warning in warnings]
    shown = run("config", "show", "--config", "f.toml", "--format", "json")
    assert json.loads(shown.out)["warnings"] == warnings
    text = " ".join(run("config", "show", "--config", "f.toml").out.split())
    assert all(f"Warning: {warning}" in text for warning in warnings)


@pytest.mark.parametrize("command", [["config", "show"], ["define"]])
def test_settings_that_cannot_be_used_stop_a_command(run: Run, command: list[str]) -> None:
    ran = run(*command, "--config", "absent.toml")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("absent.toml: ")
