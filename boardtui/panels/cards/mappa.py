"""The cards of what the Ministry of Justice publishes of one year under MAPPA.

Category totals are a picture on 31 March; levels and breaches are counts over April to March.
"""

from __future__ import annotations

from boardtui.core.words.days import day_text
from boardtui.core.words.wording import unit_of, value_text
from boardtui.panels.cards.bars import Row, barred
from boardtui.panels.cards.card import Block, Card
from boardtui.panels.cards.said import short_when
from boardtui.panels.cards.words import known, label
from boardtui.panels.panel import Board
from boardtui.panels.phrases import period_text
from boardtui.panels.text import Chunk, Line, chunk, columns, fit, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

CATEGORIES = tuple((f"mappa_category_{number}", f"category {number}") for number in range(1, 5))


def categories_card(board: Board, width: int) -> Card | None:
    """All categories of the day as bars, where there is more than the first."""
    review = board.review
    mine = categories(review)
    if len(mine) < 2:
        return None
    rows = [
        Row(
            (chunk(quiet(words)), chunk(value_text(one.figure, unit=False), subject=one)),
            one.figure.value,
        )
        for one, words in mine
    ]
    return Card(
        None,
        (
            Block(tuple(barred(rows, width, gap=2, lead=2)), need=1, apart=True),
            Block(of_category_1(review, width), need=2, apart=True),
        ),
    )


def categories(review: Review) -> list[tuple[ComparedFigure, str]]:
    """The categories that were given of the day, each with its name."""
    found = [(known(review.figures(name)), words) for name, words in CATEGORIES]
    return [(one, words) for one, words in found if one is not None]


def of_category_1(review: Review, width: int) -> tuple[Line, ...]:
    """The share of category 1 in all, and its growth, as they were said."""
    lines: list[Line] = []
    if one := known(review.figures("mappa_category_1_share")):
        base = f" of {one.figure.base}" if one.figure.base else ", of what is not stated,"
        words = f"{base} was said to be of category 1"
        lines += wrapped([chunk(value_text(one.figure), label(words), subject=one)], width)
    if one := known(review.figures("mappa_category_1_growth")):
        start = one.figure.period_start
        since = f" since {day_text(start)}" if start else ""
        words = f" growth of category 1{since}, as said"
        lines += wrapped([chunk(value_text(one.figure), label(words), subject=one)], width)
    return tuple(lines)


LEVELS = {
    "mappa_level_2": ("level 2, active multi-agency", "level 2"),
    "mappa_level_3": ("level 3, senior oversight", "level 3"),
    "notification_breaches": ("breaches of notification", "breaches"),
    "removed_from_register": ("removed from the register", "removed"),
}
"""What the counts are of, in full and in short."""


def levels_titles(board: Board) -> tuple[str, ...]:
    """With the year that the counts are of, where it is one."""
    found = [known(board.review.figures(name)) for name in LEVELS]
    years = {(one.figure.period_start, one.figure.as_at) for one in found if one is not None}
    if len(years) == 1:
        ((start, end),) = years
        if start is not None:
            return f"MAPPA, {period_text(start, end)}", "MAPPA, over a year"
    return ("MAPPA, over a year",)


def levels_card(board: Board, width: int) -> Card | None:
    """The counts of a year: levels, breaches, and who came off the register on application."""
    found = {name: known(board.review.figures(name)) for name in LEVELS}
    mine = [(one, LEVELS[name]) for name, one in found.items() if one is not None]
    if not mine:
        return None
    for brief, cells in ((False, 4), (False, 3), (True, 3)):
        # Over which time is behind `d`, where it has no room.
        rows = [_level(one, words[brief])[:cells] for one, words in mine]
        if fit(rows, width):
            break
    lines = columns(rows, frozenset((1,)), width)
    return Card(None, (Block(tuple(lines), need=1, apart=True),))


def _level(one: ComparedFigure, words: str) -> tuple[Chunk, ...]:
    return (
        chunk(quiet(words)),
        chunk(value_text(one.figure, unit=False), subject=one),
        chunk(quiet(unit_of(one.figure.unit, one.figure.value))),
        chunk(quiet(short_when(one.figure))),
    )
