"""`boardtui ingest` as a process: words on stderr, data nowhere, and its exit status."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.synthetic.files import write
from bench.synthetic.forces import forces
from boardtui.cli.ingest_progress import Told, words
from boardtui.cli.main import main
from boardtui.ingest import IngestReport
from boardtui.ingest.storing import store
from tests.ingest.trial import CASES, one_case


def command(folder: Path, *given: str | Path) -> list[str]:
    return ["ingest", str(folder / "board.db"), *map(str, given)]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.csv"
    path.write_text(CASES)
    return path


SNAPSHOT = ("--force", "Essex", "--as-at", "2024-01-17")


def test_a_good_ingest_is_told_on_stderr(
    tmp_path: Path, cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command(tmp_path, *SNAPSHOT, "--cases", cases)) == 0
    out, error = capsys.readouterr()
    assert out == ""
    assert "Essex, snapshot as at 17 Jan 2024" in error
    assert "cases: 3 rows stored" in error


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ((), 2),
        (("--force", "Essex"), 2),
        ((*SNAPSHOT, "--visits", "v.csv"), 2),
        (("--force", "Essex", "--as-at", "17-01-2024"), 2),
        ((*SNAPSHOT, "--cases", "nowhere.csv"), 1),
    ],
)
def test_exit_statuses(tmp_path: Path, given: tuple[str, ...], status: int) -> None:
    assert main(command(tmp_path, *given)) == status
    assert not (tmp_path / "board.db").exists()


def test_a_refusal_lists_the_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(one_case(risk_level="hihg"))
    assert main(command(tmp_path, *SNAPSHOT, "--cases", path)) == 1
    error = capsys.readouterr().err
    assert 'row 2: "hihg"' in error
    assert "very_high, high, medium, low, not_assessed" in error


def test_a_file_that_is_no_database_is_status_3(tmp_path: Path, cases: Path) -> None:
    (tmp_path / "board.db").write_text("hello")
    assert main(command(tmp_path, *SNAPSHOT, "--cases", cases)) == 3


def test_markup_is_stored_and_shown_literally(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(one_case("[red]x[/]", status="[bold]"))
    assert main(command(tmp_path, *SNAPSHOT, "--cases", path)) == 1
    assert 'row 2: "[bold]"' in capsys.readouterr().err


def test_interrupted_it_ends_with_130_and_leaves_nothing(tmp_path: Path) -> None:
    pipe, database = tmp_path / "cases.csv", tmp_path / "board.db"
    rows = "".join(f"C{number},high,community\n" for number in range(200_000))
    pipe.write_text(f"case_ref,risk_level,status\n{rows}")
    program = (
        "import sys, boardtui.ingest.record_rows as load, os, signal\n"
        "real = load._batches\n"
        "def interrupted(*given):\n"
        "    yield next(real(*given))\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    yield from real(*given)\n"
        "load._batches = interrupted\n"
        "from boardtui.cli.main import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command(tmp_path, *SNAPSHOT, "--cases", pipe)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert done.returncode == 130, done.stderr
    assert "Interrupted." in done.stderr
    assert not database.exists()
    assert {each.name for each in tmp_path.iterdir()} == {"cases.csv"}


@pytest.mark.parametrize("stored", [0, 2])
def test_an_interrupted_load_of_a_folder_says_that_what_is_stored_is_kept(
    stored: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "in", forces(1, 4, 10), 4)
    given = command(tmp_path, "--folder", tmp_path / "in", "--synthetic")
    times = 0

    def interrupted(*words: Any, **named: Any) -> IngestReport:
        nonlocal times
        times += 1
        if times > stored:
            raise KeyboardInterrupt
        return store(*words, **named)

    with monkeypatch.context() as patched:
        patched.setattr("boardtui.ingest.folder.folder.store", interrupted)
        assert main(given) == 130
    said = capsys.readouterr().err
    assert ("is kept: the same command goes on from there.\nInterrupted." in said) == bool(stored)
    assert main(given) == 0
    assert f"{4 - stored} snapshots of 1 force stored" in capsys.readouterr().err


class Screen(io.StringIO):
    """A stream that says whether it is a terminal."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    @property
    def text(self) -> str:
        return self.getvalue()


class Clock:
    """Seconds that pass when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_terminal_has_one_line_that_is_rewritten_and_cleared() -> None:
    screen, clock = Screen(True), Clock()
    with Told(screen, clock) as told:
        told("reading cases", 100_000, 1_000_000)
        clock.now = 1
        told("counting", 0, None)
    assert "\n" not in screen.text
    assert screen.text.startswith("\rReading cases, 100,000 of 1,000,000 rows\rCounting …  ")
    assert screen.text.endswith(" \r")


def test_elsewhere_nothing_is_told_of_short_work_and_little_of_long() -> None:
    screen, clock = Screen(False), Clock()
    with Told(screen, clock) as told:
        for clock.now in (0.0, 1.0, 1.9):
            told("reading cases", 1, 9)
        assert screen.text == ""
        for clock.now in (2.0, 3.0, 6.9, 7.0):
            told("counting", 0, None)
    assert screen.text == "Counting …\nCounting …\n"


def test_a_stage_without_numbers_is_told_in_words() -> None:
    assert words("finishing", 0, None) == "Finishing …"
