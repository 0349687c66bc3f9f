"""`boardtui deck`: write the deck of a board, or check one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boardtui.cli.arguments import add_looked_at
from boardtui.cli.failure import UsageError
from boardtui.cli.new_path import new_path, taken

if TYPE_CHECKING:
    from boardtui.core.audience.audience import Audience
    from boardtui.decks.stage import Stage
    from boardtui.review.day.selection import Selection
    from boardtui.settings import Settings
    from boardtui.store.connection.database import Database


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "deck",
        help="write a deck of slides to be edited, or check one",
        description="Write the slides that boardtui makes of a board to a file to be edited, or "
        "check such a file: every fault is told, and the exit status is then 2.",
    )
    parser.add_argument("database", metavar="DATABASE")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--new", metavar="FILE", help="write the default deck to a new file")
    action.add_argument(
        "--check", metavar="FILE", help="check a deck: its keys, and that all it shows is there"
    )
    add_looked_at(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database

    settings = load(arguments.config).settings
    with closing(open_database(arguments.database)) as database:
        if arguments.new is not None:
            return _write(arguments, database, settings)
        return _check(arguments, database, settings)


def _write(arguments: argparse.Namespace, database: Database, settings: Settings) -> int:
    from msgspec.structs import replace

    from boardtui.cli import output
    from boardtui.cli.looking import log_printed
    from boardtui.decks.default import default_deck
    from boardtui.decks.writing import write_deck
    from boardtui.review.day.selection import choose

    path = new_path(arguments.new)
    selection = choose(database, arguments.force, arguments.as_at, arguments.against)
    log_printed(settings, "deck", arguments, database, selection)
    stage = _stage(arguments, database, settings, selection)
    deck = default_deck(stage.board)
    audience = stage.board.review.audience
    if audience.hides:
        deck = replace(deck, audience=audience.audience.value)
    try:
        write_deck(deck, stage, path)
    except FileExistsError:
        raise UsageError(taken(path)) from None
    output.write_lines([f"Wrote {path}: {len(deck.slides)} slides of {selection.force.name}."])
    return 0


def _check(arguments: argparse.Namespace, database: Database, settings: Settings) -> int:
    from boardtui.cli import output
    from boardtui.cli.looking import log_printed
    from boardtui.decks.faults import Fault
    from boardtui.decks.opening import deck_error, good, selected
    from boardtui.decks.reading import read_deck
    from boardtui.review import NotThereError

    read = read_deck(Path(arguments.check))
    try:
        selection = selected(
            database, read.deck, arguments.force, arguments.as_at, arguments.against
        )
    except NotThereError as error:
        raise deck_error(read, [*read.faults, Fault(0, str(error))]) from None
    log_printed(settings, "deck", arguments, database, selection)
    deck = good(read, _stage(arguments, database, settings, selection, read.deck.meant_for))
    count = len(deck.slides)
    slides = "1 slide" if count == 1 else f"{count} slides"
    output.write_lines(
        [f"The deck can be shown ({read.path}; {slides} of {selection.force.name})."]
    )
    return 0


def _stage(
    arguments: argparse.Namespace,
    database: Database,
    settings: Settings,
    selection: Selection,
    meant_for: Audience | None = None,
) -> Stage:
    """The board of a deck with its flows, as the strictest of what is asked for may see it.

    `meant_for` is the deck's own audience, where it names one.
    """
    from boardtui.cli.definition import reviewed
    from boardtui.decks.stage import Stage, whole_board

    rules = settings.rules(arguments.audience, meant_for)
    review = reviewed(database, selection, arguments.definition, settings.definition, rules)
    return Stage(whole_board(review))
