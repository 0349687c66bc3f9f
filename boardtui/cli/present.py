"""`boardtui present`: one message a screen, for a room."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeAlias

from boardtui.cli.board import FRAMES, need_terminal, shown_to
from boardtui.cli.failure import say
from boardtui.process.collecting import hold_collecting
from boardtui.store.connection.opening import shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import date

    from boardtui.core.audience.audience import Audience
    from boardtui.decks.reading import ReadDeck
    from boardtui.decks.stage import Stage
    from boardtui.panels.slides.slide import Slide
    from boardtui.review.day.selection import Selection
    from boardtui.store.connection.database import Database

WORKING = "The figures of the slides are being worked out from the records…"

Of: TypeAlias = "tuple[str | None, date | None, str | None]"
"""A force, a day and what that is compared with, as the command line has them."""


def add_parser(subparsers: Any) -> None:
    from boardtui.cli.arguments import add_looked_at

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
    add_looked_at(parser)
    parser.add_argument(
        "--with-cases",
        action="store_true",
        help="let questions lead to single cases, where the settings do not close them",
    )
    parser.add_argument(
        "--format",
        choices=("text",),
        help="print what the slides say, a line for each figure, in place of showing them",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.format:
        return _print(arguments)
    return show(
        arguments.database,
        arguments.config,
        (arguments.force, arguments.as_at, arguments.against),
        definition=arguments.definition,
        file=arguments.deck,
        with_cases=arguments.with_cases,
        audience=arguments.audience,
        log_as=arguments.log_as,
    )


def show(
    location: str,
    config: str | None = None,
    of: Of = (None, None, None),
    *,
    definition: str = "settings",
    file: str | None = None,
    with_cases: bool = False,
    audience: Audience | None = None,
    log_as: str | None = None,
) -> int:
    """Show the slides of a database, and return the exit status when the show is left.

    `of` are the force, the day and what it is compared with; `file` is the deck's, which may ask
    for a stricter `audience`.
    """
    need_terminal(f"boardtui present {shown(location)} --format text", "A show")
    hold_collecting()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    from contextlib import closing

    from boardtui.cli.looking import logged
    from boardtui.decks.reading import read_named
    from boardtui.review.day.definitions import definition_named
    from boardtui.screens.key_map import check_keys
    from boardtui.screens.present_app import PresentApp
    from boardtui.settings.load import load
    from boardtui.store.connection.damage import blaming
    from boardtui.store.connection.opening import open_database

    settings = load(config).settings
    read = read_named(file or settings.present.deck)
    settings = shown_to(settings, audience, _meant_for(file, read))
    check_keys(settings.display.keys)
    with (
        blaming(location),
        logged(settings, location, log_as) as access,
        closing(open_database(location)) as database,
    ):
        selection = _selection(database, of, file, read)
        asked = definition_named(definition, selection, settings.definition)
        app = PresentApp(database, location, selection, settings, asked)
        app.write_down(access, selection, database)
        if app.lacks:
            say(WORKING)
        app.take(_slides(app.stage(), file, read), with_cases=with_cases)
        return app.present()


def _print(arguments: argparse.Namespace) -> int:
    """Print the slides as text."""
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.definition import reviewed
    from boardtui.cli.looking import log_printed
    from boardtui.decks.reading import read_named
    from boardtui.decks.stage import Stage, whole_board
    from boardtui.export.slides_text import lines
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database

    settings, file = load(arguments.config).settings, arguments.deck
    read = read_named(file or settings.present.deck)
    rules = settings.rules(arguments.audience, _meant_for(file, read))
    with closing(open_database(arguments.database)) as database:
        of = (arguments.force, arguments.as_at, arguments.against)
        selection = _selection(database, of, file, read)
        log_printed(settings, "present", arguments, database, selection)
        own = settings.definition
        review = reviewed(database, selection, arguments.definition, own, rules)
        stage = Stage(whole_board(review))
        output.write_lines(lines(_slides(stage, file, read), stage))
    return 0


def _meant_for(file: str | None, read: ReadDeck | None) -> Audience | None:
    """Whom the deck of the command line is for, where it says so.

    One of the settings that is for others is not shown, which is said.
    """
    return read.deck.meant_for if file and read is not None else None


def _selection(database: Database, of: Of, file: str | None, read: ReadDeck | None) -> Selection:
    """Which board is shown: the one of the deck, where the command line does not say.

    Raises:
        DeckError: the deck that was named is of what is not there; with its other faults.
        NotThereError: the command line asks for what is not there.
    """
    from boardtui.review.day.selection import choose

    if read is None:
        return choose(database, *of)
    from boardtui.decks.faults import Fault
    from boardtui.decks.opening import deck_error, selected
    from boardtui.review import NotThereError

    try:
        return selected(database, read.deck, *of)
    except NotThereError as error:
        if file:
            raise deck_error(read, [*read.faults, Fault(0, str(error))]) from None
        return choose(database, *of)


def _slides(stage: Stage, file: str | None, read: ReadDeck | None) -> Sequence[Slide]:
    """The slides of the deck that was named, whatever it is of; else of the settings' or the day's.

    Raises:
        DeckError: with every fault of the deck.
    """
    if file and read is not None:
        from boardtui.decks.opening import good

        return good(read, stage).slides
    from boardtui.screens.leading.decks import deck_of

    return deck_of(stage, read).slides
