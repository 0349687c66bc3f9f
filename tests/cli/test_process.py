"""What only a process of its own shows: what is imported, exit statuses, pipes and Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    *("textual", "rich", "sqlmodel", "sqlalchemy", "pydantic"),
    *("pandas", "numpy", "scipy"),
)

PROBE = """
import sys
from boardtui.cli.main import main
status = main({words!r})
print(status, *sorted({{name.partition('.')[0] for name in sys.modules}}), file=sys.stderr)
"""


def imported_by(*words: str) -> set[str]:
    """The packages that a fresh interpreter has imported once a command is done."""
    ran = subprocess.run(
        [sys.executable, "-c", PROBE.format(words=list(words))],
        capture_output=True,
        text=True,
        check=True,
    )
    status, *names = ran.stderr.splitlines()[-1].split()
    assert status == "0"
    return set(names)


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["ingest", "--help"], ["define"], ["config", "show"]]
)
def test_words_alone_import_nothing_heavy(words: list[str]) -> None:
    assert not imported_by(*words) & set(HEAVY)


@pytest.mark.parametrize(
    "words",
    [
        ["snapshots"],
        ["inspections"],
        ["figures", "--measure", "overdue_visits"],
        ["figures", "--by", "unit", "--format", "json"],
        ["flow", "--from", "2023-03-31", "--to", "2024-01-17"],
        ["cases", "--measure", "overdue_visits", "--where", "risk_level=high"],
    ],
)
def test_reading_a_database_imports_nothing_heavy(demo_database: Path, words: list[str]) -> None:
    command, *rest = words
    assert not imported_by(command, str(demo_database), *rest) & set(HEAVY)


def test_python_m_boardtui_is_the_command() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "boardtui", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("boardtui ")


def test_a_reader_that_stops_reading_is_no_failure(demo_database: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "boardtui", "figures", str(demo_database), "--format", "csv"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (0, b"")


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="macOS has no device that is always full"
)
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "boardtui", "define"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ran.returncode, ran.stderr) == (1, "No space left on device.\n")


INTERRUPTED = """
import os, signal
from boardtui.cli import define, main
define.described = lambda *_: os.kill(os.getpid(), signal.SIGINT)
raise SystemExit(main.main(["define"]))
"""


def test_ctrl_c_is_told_quietly() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (128 + signal.SIGINT, "Interrupted.\n")


@pytest.mark.parametrize("locale", ["C", "en_GB.ISO-8859-1"])
def test_a_locale_without_utf_8_is_printed_ascii_alone(demo_database: Path, locale: str) -> None:
    command = [sys.executable, "-m", "boardtui", "figures", str(demo_database)]
    ran = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "LC_ALL": locale}
    )
    assert b"about 1,500" in ran.stdout
    assert (ran.stdout + ran.stderr).isascii()


ENDED = """
import os, signal, threading
from boardtui.cli import define, main
def work(*_):
    os.kill(os.getpid(), signal.{signal})
    {then}
define.described = work
import sys
sys.argv = ["boardtui", "define"]
main.run()
"""
"""A command that is told to end in the middle of its work."""


def _ignore_none() -> None:
    """An interrupt is ignored by what a shell runs beside itself, and a hang-up under nohup."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
@pytest.mark.parametrize("then", ["while True: pass", "threading.Event().wait()"])
def test_a_signal_ends_a_command_at_work_or_stuck(name: str, status: int, then: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ENDED.format(signal=name, then=then)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_ignore_none,
    )
    assert ran.returncode == status
    assert "Traceback" not in ran.stderr


def test_a_signal_that_is_ignored_from_the_start_stays_so() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ENDED.format(signal="SIGHUP", then="raise SystemExit(7)")],
        capture_output=True,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    )
    assert ran.returncode == 7
