"""`boardtui present`: one message a screen, for a room."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

from boardtui.cli.board import FRAMES, need_terminal
from boardtui.process.collecting import hold_collecting
from boardtui.store.connection.opening import shown

if TYPE_CHECKING:
    from pathlib import Path

    from boardtui.decks.reading import ReadDeck
    from boardtui.review.day.selection import Selection
    from boardtui.store.connection.database import Database


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
        help="the slides (boardtui deck writes such a file); by default, those that the day's "
        "figures give",
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
    from pathlib import Path

    from boardtui.decks.default import default_deck
    from boardtui.review.day.definitions import definition_named
    from boardtui.screens.key_map import check_keys
    from boardtui.screens.present_app import PresentApp
    from boardtui.settings.load import load
    from boardtui.store.connection.damage import blaming
    from boardtui.store.connection.opening import open_database

    settings = load(arguments.config).settings
    check_keys(settings.display.keys)
    file = arguments.deck or settings.present.deck
    path = Path(file).expanduser() if file else None
    with blaming(location), closing(open_database(location)) as database:
        read, selection = _chosen(database, path, arguments)
        asked = definition_named(arguments.definition, selection, settings.definition)
        app = PresentApp(database, location, selection, settings, asked)
        if path is None or read is None:
            deck = default_deck(app.stage().board)
        else:
            from boardtui.decks.opening import good

            deck = good(path, read, app.stage())
        app.take(deck.slides, with_cases=arguments.with_cases)
        return app.present()


def _chosen(
    database: Database, path: Path | None, arguments: argparse.Namespace
) -> tuple[ReadDeck | None, Selection]:
    """The deck of a file as it was read, and which board is shown.

    Raises:
        DeckError: the deck is of what is not there; with its other faults.
        NotThereError: the command line asks for what is not there.
    """
    asked = (arguments.force, arguments.as_at, arguments.against)
    if path is None:
        from boardtui.review.day.selection import choose

        return None, choose(database, *asked)
    from boardtui.decks.faults import Fault
    from boardtui.decks.opening import deck_error, selected
    from boardtui.decks.reading import read_deck
    from boardtui.review import NotThereError

    read = read_deck(path)
    try:
        return read, selected(database, read.deck, *asked)
    except NotThereError as error:
        raise deck_error(path, [*read.faults, Fault(0, str(error))]) from None
