"""Opening the board: what `boardtui DATABASE` does."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from boardtui.cli.failure import UsageError
from boardtui.process.collecting import hold_collecting
from boardtui.store.connection.opening import shown

if TYPE_CHECKING:
    import argparse

    from boardtui.core.audience.audience import Audience
    from boardtui.export.outlets import Outlets
    from boardtui.settings import Settings
    from boardtui.settings.load import Loaded


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from boardtui.cli.arguments import add_looked_at

    parser.add_argument("database", metavar="DATABASE", help="open the board of this database")
    add_looked_at(parser)
    add_lock(parser)
    parser.add_argument(
        "--restricted",
        action="store_true",
        help="show the board and do nothing else: no file is read or written, no program started, "
        "and no settings but those of --config count; for a forced command of SSH "
        "(boardtui serve-ssh-config)",
    )
    parser.set_defaults(run=run)


def add_lock(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--no-cases",
        action="store_true",
        help="close every list of cases and every single case, for a projector; no key opens them",
    )


def run(arguments: argparse.Namespace) -> int:
    return show(
        arguments.database,
        arguments.config,
        arguments.force,
        arguments.as_at,
        arguments.against,
        definition=arguments.definition,
        no_cases=arguments.no_cases,
        audience=arguments.audience,
        restricted=arguments.restricted,
        log_as=arguments.log_as,
    )


PLACES_NOTHING = ("dumb", "unknown")
"""The names of terminals that cannot place text."""


def need_terminal(instead: str, what: str = "The board") -> None:
    """Refuse to open the board, or `what` else fills a screen, where nobody could see it.

    Raises:
        UsageError: stdin or stdout is no terminal.
    """
    streams = (sys.stdin, sys.stdout)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise UsageError(
            f"{what} needs a terminal to show itself on, and there is none here. To print the "
            f"figures instead: {instead}"
        )
    if cannot_place():
        raise UsageError(f"{_needs_place(what)} To print the figures instead: {instead}")


def cannot_place() -> bool:
    """Whether the terminal says that it can do no more than print one line after another."""
    return os.environ.get("TERM", "").lower() in PLACES_NOTHING


def _needs_place(what: str) -> str:
    return (
        f"{what} needs a terminal that can place text, and TERM says that this one cannot "
        f"(TERM={os.environ['TERM']})."
    )


FRAMES = "240"
"""Frames a second that Textual may paint: of its 60, an answer to a key waits for two of them."""


def shown_to(settings: Settings, *asked: Audience | None) -> Settings:
    """The settings for the strictest of their own audience and others: asking only closes."""
    audience = settings.rules(*asked).audience.value
    return replace(settings, audience=replace(settings.audience, shown_to=audience))


def show(
    location: str,
    config: str | None = None,
    force: str | None = None,
    as_at: date | None = None,
    against: str | None = None,
    *,
    definition: str = "settings",
    no_cases: bool = False,
    audience: Audience | None = None,
    restricted: bool = False,
    log_as: str | None = None,
) -> int:
    """Open the board of a database, and return the exit status when it is closed."""
    if restricted:
        from boardtui.cli.restricted import need_terminal as need_terminal_over_ssh

        need_terminal_over_ssh()
    if cannot_place() and sys.stdout.isatty():
        from boardtui.cli.failure import say
        from boardtui.cli.looking import begun_for
        from boardtui.cli.printed_board import print_board

        say(f"{_needs_place('The board')} This is what it shows, as text:")
        settings = _loaded(location, config, restricted=restricted).settings
        log = begun_for(settings, location, log_as)
        if restricted:
            _confined(location, settings)
        of = (force, as_at, against)
        return print_board(location, settings, of, definition, audience, log)
    need_terminal(f"boardtui figures {shown(location)}")
    hold_collecting()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    from boardtui.cli.looking import logged
    from boardtui.review.day.definitions import definition_named
    from boardtui.review.day.selection import choose
    from boardtui.screens.app import open_board
    from boardtui.store.connection.damage import blaming
    from boardtui.store.connection.opening import open_database

    loaded = _loaded(location, config, restricted=restricted)
    settings = loaded.settings
    if settings.display.keys:
        from boardtui.screens.key_map import check_keys

        check_keys(settings.display.keys)
    settings = shown_to(settings, audience)
    if no_cases:
        settings = replace(settings, display=replace(settings.display, cases=False))
    # Who looks is read from files that a confined process has no more to do with.
    with blaming(location), logged(settings, location, log_as) as access:
        outlets = _confined(location, settings) if restricted else None
        with closing(open_database(location)) as database:
            selection = choose(database, force, as_at, against)
            asked = definition_named(definition, selection, settings.definition)
            warned = loaded.warnings
            return open_board(
                database, location, selection, settings, asked, warned, outlets, access
            )


def _loaded(location: str, config: str | None, *, restricted: bool) -> Loaded:
    if restricted:
        from boardtui.cli.restricted import admitted

        return admitted(location, config)
    from boardtui.settings.load import load

    return load(config)


def _confined(location: str, settings: Settings) -> Outlets:
    """Confine the process to the board; what may leave that."""
    from boardtui.cli.restricted import bounds_of, outlets_of
    from boardtui.process.confinement import confine

    confine(bounds_of(location, settings))
    return outlets_of(settings)
