"""The parser of a command line. A command's module is imported when it is needed."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import boardtui
from boardtui.cli.commands import COMMANDS
from boardtui.core.words.shown import shown


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
            "--log-as",
            metavar="NAME",
            default=argparse.SUPPRESS,
            help="what the access log calls whoever looks, where one is set: for the command that "
            "an administrator gives a key of SSH",
        )
        self.add_argument(
            "--debug",
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
    top.set_defaults(config=None, log_as=None)
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
                         [--definition settings|now|then] [--no-cases] [--restricted]
       boardtui COMMAND …"""

DESCRIPTION = (
    "Overdue visits, risk mix and assessment backlog of a police force's sex offender management, "
    "beside the last inspection. DATABASE is a SQLite file, or the URL of a database server."
)
