"""The title page: which force, of which day, beside what, for whom, and what it must be marked."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui import __version__
from boardtui.core.words.days import MONTH_NAMES
from boardtui.core.words.shown import shown
from boardtui.pack.document.paper import Title
from boardtui.panels.head import then_words
from boardtui.panels.panel import Board
from boardtui.panels.slides.title import ABOUT

SYNTHETIC = "Synthetic: this force does not exist, and every record of it is made up."

PUBLISHED_ONLY = "published figures only; none were counted from records"


def title_of(board: Board, marking: str) -> Title:
    """The title page of a board's paper; `marking` is that of the settings."""
    selection = board.review.selection
    day = selection.day
    audience = board.review.audience
    return Title(
        ABOUT,
        shown(selection.force.name),
        f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}",
        audience.room,
        tuple(_facts(board)),
        "" if audience.hides else shown(marking),
        SYNTHETIC if selection.force.synthetic else "",
    )


def _facts(board: Board) -> Iterator[tuple[str, str]]:
    selection = board.review.selection
    then = then_words(selection.baseline)
    yield "then", shown(then[0]) if then else "nothing: no earlier day is compared"
    if selection.snapshot is None:
        yield "figures", PUBLISHED_ONLY
    else:
        yield "figures", "the force's records, and what was published of it"
        yield "overdue", board.review.definition.in_full()
    if board.review.seal is not None:
        yield "sealed", board.review.seal
    yield "for", board.review.audience.room
    yield "made with", f"boardtui {__version__}"
