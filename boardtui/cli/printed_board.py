"""The board as text, where it is asked for so, and where a terminal can show it no other way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from boardtui.access.access import Access
    from boardtui.core.audience.audience import Audience
    from boardtui.settings import Settings

Of: TypeAlias = "tuple[str | None, date | None, str | date | None]"
"""A force, a day and what that is compared with, as the command line has them."""


def print_board(
    location: str,
    settings: Settings,
    of: Of,
    definition: str,
    audience: Audience | None,
    access: Access | None,
) -> int:
    """Print each card with what it shows, once that is written down; the exit status."""
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.definition import reviewed, told
    from boardtui.cli.looking import look_at
    from boardtui.decks.stage import whole_board
    from boardtui.export.board_text import lines
    from boardtui.review.day.selection import choose
    from boardtui.store.connection.opening import open_database

    own, rules = settings.definition, settings.rules(audience)
    with closing(open_database(location)) as database:
        selection = choose(database, *of)
        if access is not None:
            look_at(access, database, selection)
            access.write("printed", command="figures", format="text", given={"board": True})
        review = reviewed(database, selection, definition, own, rules)
        output.write_lines(lines(whole_board(review), told(review, own)))
    return 0
