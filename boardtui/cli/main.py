"""The entry point: finds the command, runs it, and turns what went wrong into an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from boardtui.cli.commands import COMMANDS, command_in, lone_database, lone_show, refuse_mistyped
from boardtui.cli.failure import USAGE, status_of
from boardtui.process.collecting import hold_collecting
from boardtui.process.ending import leave, watch_signals

if TYPE_CHECKING:
    import argparse

DEBUG, RESTRICTED = "--debug", "--restricted"


def run() -> NoReturn:
    """The console script `boardtui`."""
    if RESTRICTED in sys.argv:
        from boardtui.cli.restricted import enter

        enter()
    watch_signals()
    if sys.stdout is None:  # closed by whoever started the program
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    leave(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; nothing is raised."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _dispatch(words)
        sys.stdout.flush()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else USAGE
    except BaseException as error:
        return status_of(error, details=DEBUG in words and RESTRICTED not in words)
    return status


def _dispatch(words: list[str]) -> int:
    if lone_database(words) is not None:
        # Without a parser: to import and build one takes longer than to read the database.
        refuse_mistyped(words)
        hold_collecting()
        from boardtui.cli.board import show

        return show(words[0])
    if (location := lone_show(words)) is not None:
        from boardtui.cli import present

        return present.show(location)
    if RESTRICTED in words:
        from boardtui.cli.restricted import refuse_others

        refuse_others(words)
    from boardtui.cli.parser import parser

    command = command_in(words)
    if command is not None:
        return _run(parser([command]).parse_args(words))
    if "--help" in words or "-h" in words:
        parser(COMMANDS).print_help()
        return 0
    if not words:
        print(NOTHING_GIVEN, file=sys.stderr)
        return USAGE
    refuse_mistyped(words)
    return _run(parser([]).parse_args(words))


def _run(arguments: argparse.Namespace) -> int:
    location = getattr(arguments, "database", None)
    if location is None:
        status = arguments.run(arguments)
    else:
        from boardtui.store.connection.damage import blaming

        with blaming(location):
            status = arguments.run(arguments)
    assert isinstance(status, int)
    return status


NOTHING_GIVEN = """\
boardtui shows the board of a snapshot database. Give one:

    boardtui DATABASE      open the board
    boardtui demo          open the board of an example, made up for the purpose
    boardtui ingest        make a database from extract files
    boardtui --help        all commands"""
