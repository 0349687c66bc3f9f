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
    from boardtui.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from boardtui.cli.arguments import add_audience, add_definition, add_selection

    parser.add_argument("database", metavar="DATABASE", help="open the board of this database")
    add_selection(parser)
    add_definition(parser)
    add_audience(parser)
    add_lock(parser)
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
    )


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
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


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
) -> int:
    """Open the board of a database, and return the exit status when it is closed."""
    if cannot_place() and sys.stdout.isatty():
        from boardtui.cli.failure import say
        from boardtui.cli.printed_board import print_board

        say(f"{_needs_place('The board')} This is what it shows, as text:")
        return print_board(location, config, (force, as_at, against), definition, audience)
    need_terminal(f"boardtui figures {shown(location)}")
    hold_collecting()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    from boardtui.review.day.definitions import definition_named
    from boardtui.review.day.selection import choose
    from boardtui.screens.app import open_board
    from boardtui.settings.load import load
    from boardtui.store.connection.damage import blaming
    from boardtui.store.connection.opening import open_database

    loaded = load(config)
    settings = loaded.settings
    if settings.display.keys:
        from boardtui.screens.key_map import check_keys

        check_keys(settings.display.keys)
    settings = shown_to(settings, audience)
    if no_cases:
        settings = replace(settings, display=replace(settings.display, cases=False))
    with blaming(location), closing(open_database(location)) as database:
        selection = choose(database, force, as_at, against)
        asked = definition_named(definition, selection, settings.definition)
        return open_board(database, location, selection, settings, asked, loaded.warnings)
