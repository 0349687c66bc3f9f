"""Commands that print, and the board: written down before, or nothing is shown."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from boardtui.cli.commands import COMMANDS
from tests.cli.conftest import Run


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "access.log"
    monkeypatch.setenv("BOARDTUI_ACCESS_LOG_FILE", str(path))
    return path


def entries(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text("ascii").splitlines()]


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["figures", "--measure", "overdue_visits"], {"measure": ["overdue_visits"]}),
        (["cases", "--where", "risk_level=high"], {"where": ["risk_level=high"]}),
        (
            ["flow", "--from", "2023-03-31", "--to", "2024-01-17"],
            {"start": "2023-03-31", "end": "2024-01-17", "backlog": "visits"},
        ),
        (["inspections"], {}),
        (["pack", "paper.html"], {"file": "paper.html"}),
        (["deck", "--new", "deck.toml"], {"new": "deck.toml"}),
        (["snapshots", "--warnings"], {"warnings": True}),
        (["verify"], {}),
    ],
    ids=lambda words: words[0] if isinstance(words, list) else "",
)
def test_a_command_that_prints_is_an_entry(
    run: Run, demo_database: Path, log: Path, words: list[str], given: dict[str, Any]
) -> None:
    command, *options = words
    ran = run(command, demo_database, *options, "--log-as", "reviewer 1")
    assert ran.status == 0
    (entry,) = entries(log)
    assert (entry["event"], entry["command"], entry["given"]) == ("printed", command, given)
    assert (entry["as"], entry["database"]) == ("reviewer 1", str(demo_database))
    if command not in ("snapshots", "verify"):
        assert (entry["force"], entry["day"]) == ("Exampleshire", "2024-01-17")


CHANGES: tuple[tuple[list[str], dict[str, Any]], ...] = (
    (["forget", "EX-13077", "--why", "see https://x"], {"why": "see https://x"}),
    (["forget", "--before", "2023-12-31", "--why", "x"], {"before": "2023-12-31", "why": "x"}),
    (["sign", "--key", "none"], {"key": "none"}),
    (["upgrade"], {}),
    (["ingest", "--figures", "none.csv"], {"figures": "none.csv"}),
    (
        ["copy", "postgresql://ada:secret@127.0.0.1:1/board"],
        {"target": "postgresql://ada:***@127.0.0.1:1/board"},
    ),
)

LOOKS = {
    **dict.fromkeys(("cases", "figures", "forecast", "inspections", "snapshots", "verify"), ()),
    **dict.fromkeys(("forces", "trend"), ("--measure", "overdue_visits")),
    "flow": ("--from", "2023-03-31", "--to", "2024-01-17"),
    "find": ("north",),
    "present": ("--format", "text"),
    "deck": ("--new", "deck.toml"),
    "pack": ("paper.html",),
    "publish": ("public.db", "--audience", "public"),
    **{words[0]: tuple(words[1:]) for words, _ in CHANGES},
}
"""Every command that looks at a database, with the least that has to be said beside it."""

NO_LOOK = {"notes", "serve-ssh-config"}
"""Commands that are told of a database, and read nothing of it."""


def test_where_it_cannot_be_written_no_command_looks_at_a_database(
    run: Run, demo_database: Path, log: Path, tmp_path: Path
) -> None:
    taking = {name for name in COMMANDS if "  DATABASE" in run(name, "--help").out}
    assert taking == {*LOOKS, *NO_LOOK}
    log.mkdir()
    before = set(tmp_path.iterdir())
    for command, words in LOOKS.items():
        ran = run(command, demo_database, *words)
        assert (ran.status, ran.out) == (1, ""), command
        assert f"The access log {log} cannot be written: is a directory" in ran.err
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize(("words", "given"), CHANGES, ids=str)
def test_a_command_that_changes_a_database_is_an_entry_before_it_does(
    run: Run,
    demo_database: Path,
    log: Path,
    tmp_path: Path,
    words: list[str],
    given: dict[str, Any],
) -> None:
    own = Path(shutil.copy(demo_database, tmp_path / "own.db"))
    command, *options = words
    log.mkdir()
    ran = run(command, own, *options)
    assert ran.status == 1
    assert f"The access log {log} cannot be written: is a directory" in ran.err
    assert own.read_bytes() == demo_database.read_bytes()
    log.rmdir()
    run(command, own, *options)
    (entry,) = entries(log)
    assert (entry["event"], entry["command"], entry["given"]) == ("changed", command, given)


def test_the_board_does_not_open_where_it_cannot_be_written(
    run: Run, demo_database: Path, log: Path, opened: list[Any]
) -> None:
    log.mkdir()
    assert run(demo_database).status == 1
    assert opened == []
    log.rmdir()
    assert run(demo_database, "--log-as", "x").status == 0
    assert len(opened) == 1
    assert [entry["event"] for entry in entries(log)] == ["closed"]


def test_without_the_setting_nothing_is_written(run: Run, demo_database: Path) -> None:
    before = set(Path.cwd().iterdir())
    assert run("figures", demo_database).status == 0
    assert set(Path.cwd().iterdir()) == before
