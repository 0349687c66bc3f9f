"""A command line run in this process, away from the settings of whoever runs the tests."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from boardtui.cli import board
from boardtui.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in an empty folder, by a user without settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(
        "boardtui.settings.load.user_file", lambda: tmp_path / "own" / "config.toml"
    )

    def run_command(*words: object) -> Ran:
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run_command


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the board is opened with, where a terminal is there and nobody looks at it."""
    calls: list[Any] = []

    def open_board(*given: object) -> int:
        calls.append(given)
        return 0

    screens = ModuleType("boardtui.screens.app")
    monkeypatch.setattr(screens, "open_board", open_board, raising=False)
    monkeypatch.setitem(sys.modules, "boardtui.screens.app", screens)
    monkeypatch.setattr(board, "need_terminal", lambda instead: None)
    return calls
