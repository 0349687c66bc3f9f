"""What went wrong: a sentence on stderr, an exit status, and never a traceback."""

from __future__ import annotations

import sqlite3

import pytest

from boardtui.cli import define
from boardtui.cli.failure import UsageError, status_of
from boardtui.demo import DemoMissingError
from boardtui.ingest.faults import IngestFailedError, IngestRefusedError, IngestUsageError
from boardtui.review import NotThereError
from boardtui.settings import SettingsError
from boardtui.store.database import DatabaseUnreadableError
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


def test_debug_shows_the_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(define, "described", broken)
    monkeypatch.setenv("BOARDTUI_DEBUG", "1")
    assert "Traceback" in run("define").err


def test_what_a_terminal_would_obey_is_neutralised(capsys: pytest.CaptureFixture[str]) -> None:
    status_of(UsageError("no force \x1b[2J"))
    assert "\x1b" not in capsys.readouterr().err
