"""The commands, and the parser of a command line. A command's module is imported when needed."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import boardtui
from boardtui.cli.failure import UsageError
from boardtui.core.words.nearest import nearest
from boardtui.core.words.shown import shown

COMMANDS = {
    "demo": "boardtui.cli.demo",
    "ingest": "boardtui.cli.ingest",
    "upgrade": "boardtui.cli.upgrade",
    "snapshots": "boardtui.cli.snapshots",
    "figures": "boardtui.cli.figures",
    "flow": "boardtui.cli.flow",
    "cases": "boardtui.cli.cases",
    "inspections": "boardtui.cli.inspections",
    "define": "boardtui.cli.define",
    "config": "boardtui.cli.config",
}
"""The module of each command: it has `add_parser(subparsers)`, which sets `run` to a function that
takes the parsed arguments and returns the exit status."""

VALUED = ("--config", "--force", "--as-at", "--against", "--definition")
"""The options that may stand before a command's name and take a value."""


def command_in(words: Sequence[str]) -> str | None:
    """The command that a command line names; None where it opens the board.

    A database that is called as a command is given as ./figures.
    """
    word = first_word(words)
    return word if word in COMMANDS else None


def first_word(words: Sequence[str]) -> str | None:
    """The first word that is neither an option nor an option's value, nor after `--`."""
    rest = iter(words)
    for word in rest:
        if word in VALUED:
            next(rest, None)
        elif word == "--":
            return None
        elif not word.startswith("-"):
            return word
    return None


def refuse_mistyped(words: Sequence[str]) -> None:
    """Refuse a word that is no database but nearly a command.

    Raises:
        UsageError: with the command that is nearest.
    """
    word = first_word(words)
    if word is None or not word.isalpha() or Path(word).exists():
        return
    found = nearest(word, COMMANDS)
    if found:
        raise UsageError(
            f"There is no command {word}, and no such database; did you mean boardtui {found}?"
        )


DEBUG = "--debug"


class Parser(argparse.ArgumentParser):
    """A parser that takes no option by its beginning, and --config and --debug anywhere."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"allow_abbrev": False, **options})
        self.add_argument(
            "--config",
            metavar="FILE",
            default=argparse.SUPPRESS,
            help="the settings file to use (boardtui config show lists the settings)",
        )
        self.add_argument(
            DEBUG,
            action="store_true",
            default=argparse.SUPPRESS,
            help="where boardtui fails by a fault of its own, write where in it to a file, and "
            "say which; no value of any record is in it",
        )

    def _print_message(self, message: str, file: Any = None) -> None:
        """What was typed wrong is told with nothing in it that a terminal would obey."""
        super()._print_message("\n".join(map(shown, message.split("\n"))), file)


def parser(commands: Iterable[str]) -> Parser:
    """The parser of a command line with these commands; with none, of opening the board."""
    top = Parser(prog="boardtui", usage=USAGE, description=DESCRIPTION)
    top.set_defaults(config=None)
    top.add_argument("--version", action="version", version=f"boardtui {boardtui.__version__}")
    names = list(commands)
    if len(names) != 1:
        from boardtui.cli import board

        board.add_arguments(top)
    if names:
        subparsers = top.add_subparsers(
            title="commands", metavar="COMMAND", prog="boardtui", required=True
        )
        for name in names:
            import_module(COMMANDS[name]).add_parser(subparsers)
    return top


USAGE = """boardtui DATABASE [--force NAME] [--as-at DATE] [--against DATE|inspection|none]
                         [--definition settings|now|then] [--no-cases]
       boardtui COMMAND …"""

DESCRIPTION = (
    "Overdue visits, risk mix and assessment backlog of a police force's sex offender management, "
    "beside the last inspection. DATABASE is a SQLite file, or the URL of a database server."
)
