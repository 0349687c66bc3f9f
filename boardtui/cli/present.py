"""`boardtui present`: one message a screen, for a room."""

from __future__ import annotations

import argparse
import os
from typing import Any

from boardtui.cli.board import FRAMES, need_terminal
from boardtui.process.collecting import hold_collecting
from boardtui.store.connection.opening import shown


def add_parser(subparsers: Any) -> None:
    from boardtui.cli.arguments import add_definition, add_selection

    parser = subparsers.add_parser(
        "present",
        help="show slides to a room",
        description="Show a force on a day to a room: one message a screen, in large digits. / "
        "answers a question on one screen, and esc leads back to the slide. No single case is "
        "shown, whatever is typed. boardtui notes, in a second terminal, follows with the notes.",
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument(
        "--deck",
        metavar="FILE",
        help="the slides; by default, those that the day's figures give",
    )
    add_selection(parser)
    add_definition(parser)
    parser.add_argument(
        "--with-cases",
        action="store_true",
        help="let questions lead to single cases, where the settings do not close them",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show the slides, and return the exit status when the show is left."""
    from contextlib import closing

    location = arguments.database
    need_terminal(f"boardtui figures {shown(location)}")
    hold_collecting()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    from boardtui.decks.default import default_deck
    from boardtui.review.day.definitions import definition_named
    from boardtui.review.day.selection import choose
    from boardtui.screens.key_map import check_keys
    from boardtui.screens.present_app import PresentApp
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database

    settings = load(arguments.config).settings
    check_keys(settings.display.keys)
    with closing(open_database(location)) as database:
        selection = choose(database, arguments.force, arguments.as_at, arguments.against)
        asked = definition_named(arguments.definition, selection, settings.definition)
        app = PresentApp(database, location, selection, settings, asked)
        deck = default_deck(app.read_board)
        return app.present(deck.slides, with_cases=arguments.with_cases)
