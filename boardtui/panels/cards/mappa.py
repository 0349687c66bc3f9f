"""The cards of what the Ministry of Justice publishes each year under MAPPA.

Category totals are a picture on 31 March; levels and breaches are counts over April to March.
"""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.figure.figure import Figure
from boardtui.core.words.days import MONTH_NAMES, day_text
from boardtui.core.words.wording import signed, unit_of, value_text
from boardtui.panels.cards.bars import Scale, scale_of
from boardtui.panels.cards.card import Block, Card, Headline
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.words import changed, known, label, line, strong
from boardtui.panels.panel import Board
from boardtui.panels.phrases import when
from boardtui.panels.text import Chunk, Line, chunk, columns, quiet, wrapped
from boardtui.review.day.beyond import COMPARATOR
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Years = dict[int, list[Figure]]


def by_year_card(name: str, words: str, board: Board, width: int) -> Card | None:
    """A picture on 31 March, by year, beside England and Wales where that was published."""
    review = board.review
    one = known(review.figures(name))
    if one is None:
        return None
    before, value = split_hedge(one.figure)
    number, percent = changed(one)
    change: list[Line] = []
    if number and one.comparison.then:
        since = one.comparison.then.as_at
        month = f"{MONTH_NAMES[since.month - 1]} {since.year}"
        change = [line(strong(f"{number}  {percent}".rstrip())), line(label(f"since {month}"))]
    years = review.beyond.years(name)
    return Card(
        Headline(one.measure.title, value, one, before, ((), *change), under=tuple(change)),
        (
            Block((line(label(words), subject=one),), need=1),
            Block(_years(years, one, width), need=2, apart=True),
            Block(_country(review, one, width), need=3, apart=True),
            Block(said_by(one, width), need=4, apart=True),
        ),
    )


def _years(years: Years, one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """Each year's figure as a bar; a year of which nothing was published says so."""
    known_years = {year: figures for year, figures in years.items() if figures}
    if len(known_years) < 2:
        return ()
    counts = not one.figure.unit.startswith("per ")
    room = width - (22 if counts else 14)
    scale = scale_of((figures[0].value, room) for figures in known_years.values())
    rows, last = [], None
    for year, figures in years.items():
        rows.append(_year(year, figures, last, one, scale, counts=counts))
        last = figures[0] if figures else None
    return tuple(columns(rows, frozenset((1, 2)), width, gap=2))


def _year(
    year: int,
    figures: Sequence[Figure],
    last: Figure | None,
    one: ComparedFigure,
    scale: Scale,
    *,
    counts: bool,
) -> tuple[Chunk, ...]:
    if not figures:
        return chunk(quiet(str(year))), chunk(quiet("not published")), chunk(""), chunk("")
    first = figures[0]
    values = " or ".join(dict.fromkeys(value_text(each, unit=False) for each in figures))
    here = year == one.figure.as_at.year
    bar = scale.now(first.value) if here else scale.then(first.value)
    change = ""
    if counts and last is not None and first.value is not None and last.value is not None:
        change = signed(first.value - last.value)
    subject = one if here else None
    return chunk(quiet(str(year))), chunk(values, subject=subject), chunk(change), chunk(" ", bar)


def _country(review: Review, one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """A rate of England and Wales beside the force's: of the day, or that none was published."""
    if review.selection.force.name == COMPARATOR or not one.figure.unit.startswith("per "):
        return ()
    beside = review.beyond.comparator(one.figure)
    if beside:
        told = chunk(label(f"{COMPARATOR}: "), value_text(beside[0], unit=False))
        return tuple(wrapped([told], width))
    latest = review.beyond.comparator_before(one.figure)
    if latest is None:
        return ()
    told = chunk(
        label(f"{COMPARATOR}: not published for {one.figure.as_at.year}; "),
        value_text(latest, unit=False),
        label(f" in {latest.as_at.year}"),
    )
    return tuple(wrapped([told], width))


CATEGORIES = tuple((f"mappa_category_{number}", f"category {number}") for number in range(1, 5))
OF_CATEGORY_1 = ("mappa_category_1_share", "mappa_category_1_growth")


def categories_card(board: Board, width: int) -> Card | None:
    """All categories of the day as bars, where there is more than the first."""
    review = board.review
    found = [(known(review.figures(name)), words) for name, words in CATEGORIES]
    mine = [(one, words) for one, words in found if one is not None]
    if len(mine) < 2:
        return None
    scale = scale_of((one.figure.value, width - 28) for one, _ in mine)
    rows = [
        (
            chunk(quiet(words)),
            chunk(value_text(one.figure, unit=False), subject=one),
            chunk("", scale.now(one.figure.value)),
        )
        for one, words in mine
    ]
    table = columns(rows, frozenset((1,)), width, gap=2)
    return Card(
        None,
        (
            Block(tuple(table), need=1, apart=True),
            Block(tuple(_of_category_1(review, width)), need=2, apart=True),
        ),
    )


def _of_category_1(review: Review, width: int) -> list[Line]:
    """The share of category 1 in all, and its growth, as they were said."""
    lines: list[Line] = []
    if one := known(review.figures("mappa_category_1_share")):
        words = " was said to be of category 1"
        lines += wrapped([chunk(value_text(one.figure), label(words), subject=one)], width)
    if one := known(review.figures("mappa_category_1_growth")):
        start = one.figure.period_start
        since = f" since {day_text(start)}" if start else ""
        words = f" growth of category 1{since}, as said"
        lines += wrapped([chunk(value_text(one.figure), label(words), subject=one)], width)
    return lines


LEVELS = (
    ("mappa_level_2", "level 2, active multi-agency"),
    ("mappa_level_3", "level 3, senior oversight"),
    ("notification_breaches", "breaches of notification"),
    ("removed_from_register", "removed from the register"),
)


def levels_card(board: Board, width: int) -> Card | None:
    """The counts of a year: levels, breaches, and who came off the register on application."""
    review = board.review
    found = [(known(review.figures(name)), words) for name, words in LEVELS]
    mine = [(one, words) for one, words in found if one is not None]
    if not mine:
        return None
    rows = [
        (
            chunk(quiet(words)),
            chunk(value_text(one.figure, unit=False), subject=one),
            chunk(quiet(f"{unit_of(one.figure.unit, one.figure.value)}, {when(one.figure)}")),
        )
        for one, words in mine
    ]
    return Card(None, (Block(tuple(columns(rows, frozenset((1,)), width)), 1, apart=True),))
