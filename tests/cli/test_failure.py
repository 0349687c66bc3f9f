"""What went wrong: a sentence on stderr, an exit status, and never a traceback."""

from __future__ import annotations

import re
import sqlite3
import stat
from pathlib import Path

import pytest

from boardtui.cli import define
from boardtui.cli.failure import UsageError, status_of
from boardtui.demo import DemoMissingError
from boardtui.ingest.faults import IngestFailedError, IngestRefusedError, IngestUsageError
from boardtui.review import NotThereError
from boardtui.settings import SettingsError
from boardtui.store.connection.database import DatabaseUnreadableError
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("Say it so."), 2),
        (SettingsError(["Say it so."]), 2),
        (NotThereError("Say it so."), 2),
        (IngestUsageError("Say it so."), 2),
        (DatabaseUnreadableError("Say it so."), 3),
        (IngestRefusedError("Say it so."), 1),
        (IngestFailedError("Say it so."), 1),
        (DemoMissingError("Say it so."), 1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_kind_of_failure_has_its_status(
    error: Exception, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(error) == status
    assert capsys.readouterr().err == "Say it so.\n"


def test_an_interrupt_is_130(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == "Interrupted.\n"


def test_a_database_that_fails_while_it_is_read_is_unreadable(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert status_of(sqlite3.DatabaseError("database disk image is malformed")) == 3
    assert "The database cannot be read: database disk image" in capsys.readouterr().err


def test_a_file_that_cannot_be_used_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(OSError(28, "No space left on device", "out.db")) == 1
    assert capsys.readouterr().err == "out.db: No space left on device.\n"


def test_an_unforeseen_error_is_told_by_its_kind_alone(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("EX-00123")

    monkeypatch.setattr(define, "described", broken)
    ran = run("define")
    assert ran.status == 1
    assert "(ZeroDivisionError)" in ran.err
    assert "EX-00123" not in ran.err
    assert "Traceback" not in ran.err


def test_debug_writes_where_it_failed_to_a_file_and_no_value(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        secret = "EX-00123"
        try:
            raise ZeroDivisionError(secret)
        except ZeroDivisionError as error:
            raise KeyError(secret) from error

    monkeypatch.setattr(define, "described", broken)
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(tmp_path / "log"))
    ran = run("define", "--debug")
    (written,) = (tmp_path / "log").iterdir()
    assert f"The details are in {written}." in ran.err
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    text = written.read_text("utf-8")
    assert "builtins.KeyError" in text
    assert "builtins.ZeroDivisionError" in text
    assert re.search(r"define\.py:\d+ in run", text)
    assert "EX-00123" not in text + ran.err
    assert "Traceback" not in ran.err


def test_without_debug_no_details_are_written(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(define, "described", lambda *_: 1 // 0)
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(tmp_path / "log"))
    assert "With --debug, it writes to a file where it failed." in run("define").err
    assert not (tmp_path / "log").exists()


def test_what_a_terminal_would_obey_is_neutralised(capsys: pytest.CaptureFixture[str]) -> None:
    status_of(UsageError("no force \x1b[2J"))
    assert "\x1b" not in capsys.readouterr().err
