"""The board as text, where it is asked for so, and where a terminal can show it no other way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from boardtui.core.audience.audience import Audience

Of: TypeAlias = "tuple[str | None, date | None, str | date | None]"
"""A force, a day and what that is compared with, as the command line has them."""


def print_board(
    location: str,
    config: str | None,
    of: Of,
    definition: str,
    audience: Audience | None,
    log_as: str | None = None,
) -> int:
    """Print each card with what it shows; the exit status."""
    import argparse
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.definition import reviewed, told
    from boardtui.cli.looking import log_printed
    from boardtui.decks.stage import whole_board
    from boardtui.export.board_text import lines
    from boardtui.review.day.selection import choose
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database

    settings = load(config).settings
    own, rules = settings.definition, settings.rules(audience)
    with closing(open_database(location)) as database:
        selection = choose(database, *of)
        asked = argparse.Namespace(database=location, log_as=log_as, format="text", board=True)
        log_printed(settings, "figures", asked, database, selection)
        review = reviewed(database, selection, definition, own, rules)
        output.write_lines(lines(whole_board(review), told(review, own)))
    return 0
