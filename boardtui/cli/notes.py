"""`boardtui notes`: the notes of a show, in a second terminal."""

from __future__ import annotations

import argparse
from typing import Any

from boardtui.cli.board import need_terminal
from boardtui.store.connection.opening import shown


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "notes",
        help="follow a show with the notes for whoever speaks",
        description="Follow a show that runs in another terminal of the same user: the notes of "
        "the slide, what the next one says, the clock and the minutes since the start, and the "
        "figures likely to be asked for. Either may be started first, and when either ends the "
        "other goes on. Where several shows run, it asks which.",
    )
    parser.add_argument(
        "database", metavar="DATABASE", nargs="?", help="only shows of this database; else of any"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Follow a show, and return the exit status when the notes are left."""
    location = arguments.database
    need_terminal(
        f"boardtui deck {shown(location) if location else 'DATABASE'} --new FILE",
        "What follows a show",
    )
    from boardtui.link.said import database_named
    from boardtui.screens.key_map import check_keys
    from boardtui.screens.notes.notes_app import open_notes
    from boardtui.settings.load import load

    settings = load(arguments.config).settings
    check_keys(settings.display.keys)
    return open_notes(settings, None if location is None else database_named(shown(location)))
