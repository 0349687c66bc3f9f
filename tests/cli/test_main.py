"""Finding the command, and the board behind a database's name."""

from __future__ import annotations

from pathlib import Path

import pytest

import boardtui
from boardtui.cli.commands import COMMANDS, command_in, lone_database
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("figures demo.db", "figures"),
        ("--config figures flow demo.db", "flow"),
        ("--config=x.toml flow demo.db", "flow"),
        ("./figures", None),
        ("demo.db", None),
        ("demo.db figures", None),
        ("--force figures demo.db", None),
        ("--definition then figures", "figures"),
        ("-- figures", None),
        ("", None),
    ],
)
def test_the_first_word_names_the_command_or_the_database(line: str, command: str | None) -> None:
    assert command_in(line.split()) == command


@pytest.mark.parametrize(
    ("words", "database"),
    [
        (["demo.db"], "demo.db"),
        (["a b.db"], "a b.db"),
        (["postgresql://host/name"], "postgresql://host/name"),
        (["demo"], None),
        (["--help"], None),
        (["demo.db", "--no-cases"], None),
        ([], None),
    ],
)
def test_a_database_alone_needs_no_parser(words: list[str], database: str | None) -> None:
    assert lone_database(words) == database


def test_without_anything_it_says_what_to_give(run: Run) -> None:
    ran = run()
    assert (ran.status, ran.out) == (2, "")
    assert "boardtui DATABASE" in ran.err
    assert "boardtui demo" in ran.err


def test_help_lists_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    assert all(f"\n    {command} " in ran.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    assert ran.out.startswith(f"usage: boardtui {command} ")


def test_the_version_is_the_programs(run: Run) -> None:
    assert run("--version").out == f"boardtui {boardtui.__version__}\n"


def test_a_command_that_is_nearly_one_gets_the_nearest(run: Run) -> None:
    ran = run("figurs", "demo.db")
    assert ran.status == 2
    assert ran.err.endswith("did you mean boardtui figures?\n")


def test_a_database_called_nearly_as_a_command_is_opened(run: Run, tmp_path: Path) -> None:
    (tmp_path / "figurs").touch()
    assert "needs a terminal" in run("figurs").err


def test_without_a_terminal_the_board_points_to_the_figures(run: Run) -> None:
    ran = run("demo.db")
    assert ran.status == 2
    assert ran.err.endswith("boardtui figures demo.db\n")


def test_without_a_terminal_the_demo_makes_nothing(run: Run) -> None:
    ran = run("demo")
    assert ran.status == 2
    assert "boardtui demo --build demo.db" in ran.err


def test_options_are_not_taken_by_their_beginnings(run: Run) -> None:
    assert run("figures", "demo.db", "--form", "json").status == 2


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_settings_file_may_stand_before_or_after_the_command(
    run: Run, tmp_path: Path, place: str
) -> None:
    (tmp_path / "f.toml").write_text('[display]\ntheme = "light"\n', encoding="utf-8")
    option = ["--config", "f.toml"]
    words = [*option, "config", "show"] if place == "before" else ["config", "show", *option]
    assert 'display.theme = "light" (from f.toml)' in run(*words).out
