"""A command line run in this process, away from the settings of whoever runs the tests."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from boardtui.cli.main import main

Run = Callable[..., str]


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without settings, with a terminal in colour."""
    for name in os.environ:
        if name.startswith("BOARDTUI_") or name == "NO_COLOR":
            monkeypatch.delenv(name)
    monkeypatch.setattr("boardtui.settings.load.user_file", lambda: tmp_path / "no-config.toml")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in an empty folder; it must be done (exit status 0). Gives what it prints."""
    monkeypatch.chdir(tmp_path)

    def run_command(*words: object) -> str:
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        assert status == 0, f"boardtui {words} ended with {status}: {captured.err}"
        return captured.out

    return run_command
