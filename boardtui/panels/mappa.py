"""The panel of MAPPA: what the Ministry of Justice publishes each year, beside the whole country.

Category totals are a picture on 31 March; levels and breaches are counts over April to March.
"""

from __future__ import annotations

from boardtui.core.comparing.comparison import Comparison
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import unit_of, value_text
from boardtui.panels.choices import given_too, others_of
from boardtui.panels.panel import Board
from boardtui.panels.phrases import day_of, when
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    Span,
    bar,
    chunk,
    columns,
    number,
    parts,
    quiet,
    wrapped,
)
from boardtui.review.day.beyond import COMPARATOR
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

STOCKS = (
    ("mappa_category_1", "category 1"),
    ("mappa_category_1_rate", "category 1 rate"),
    ("mappa_category_1_share", "category 1 share"),
    ("mappa_category_1_growth", "category 1 growth"),
    ("mappa_category_2", "category 2"),
    ("mappa_category_3", "category 3"),
    ("mappa_category_4", "category 4"),
)
"""Pictures on 31 March, and how one has changed since the last."""

FLOWS = (
    ("mappa_level_2", "level 2"),
    ("mappa_level_3", "level 3"),
    ("notification_breaches", "breaches"),
)
"""Counts over a year."""

BY_YEAR = "mappa_category_1"

LONGEST_BAR = 40


def mappa_lines(board: Board, width: int) -> list[Line]:
    """Categories beside England and Wales, category 1 by year, and the counts of a year."""
    review = board.review
    stocks = [line for name, words in STOCKS for line in _stock(review, name, words, width)]
    flows = [line for name, words in FLOWS for line in _flow(review, name, words, width)]
    return parts(stocks, _years(review, width), flows) if stocks or flows else []


def _stock(review: Review, name: str, words: str, width: int) -> list[Line]:
    found = review.figures(name)
    if not found:
        return []
    first = found[0]
    pieces = [chunk(f"{words}: ", number(value_text(first.figure)), subject=first)]
    if base := _base(first.figure):
        pieces.append(chunk(quiet(base), subject=first))
    for other in review.beyond.comparator(first.figure):
        beside = ComparedFigure(first.measure, other, Comparison(other, None), force=COMPARATOR)
        value = number(value_text(other))
        pieces.append(chunk(quiet(f"{COMPARATOR} "), value, subject=beside))
    if first.figure.as_at < review.selection.day:
        pieces.append(chunk(quiet(f"stated: {day_of(first.figure)}"), subject=first))
    return wrapped(pieces, width, indent=1) + given_too(others_of(found), width)


def _base(figure: Figure) -> str:
    """What a share, a rate or growth is of; a count needs none."""
    if figure.base:
        return f"of {figure.base}"
    if figure.period_start:
        stated = f", stated: {figure.as_at_stated}" if figure.as_at_stated else ""
        return f"of the number on {day_text(figure.period_start)}{stated}"
    return "base not stated" if figure.unit.startswith("per ") else ""


def _flow(review: Review, name: str, words: str, width: int) -> list[Line]:
    """A count over a year, with the year as it was stated and what it counts."""
    found = review.figures(name)
    if not found:
        return []
    first = found[0]
    pieces = [chunk(f"{words}: ", number(value_text(first.figure)), subject=first)]
    pieces.append(
        chunk(
            quiet(f"{unit_of(first.figure.unit, first.figure.value)}, {when(first.figure)}"),
            subject=first,
        )
    )
    return wrapped(pieces, width, indent=1) + given_too(others_of(found), width)


def _years(review: Review, width: int) -> list[Line]:
    """Category 1 by year; a year of which nothing was published says so, and has no bar."""
    years = review.beyond.years(BY_YEAR)
    if len(years) < 2:
        return []
    most = max(figure.value or 0 for figures in years.values() for figure in figures)
    cells = [(str(year), _values(figures), figures) for year, figures in years.items()]
    room = min(LONGEST_BAR, width - 6 - max(text.width for _, text, _ in cells))
    rows = [
        (
            chunk(year),
            text,
            chunk(Span(bar(figures[0].value or 0, most, room), Role.BAR) if figures else ""),
        )
        for year, text, figures in cells
    ]
    head = wrapped([chunk(quiet("category 1 by year, on 31 March"))], width)
    return head + columns(rows, frozenset((1,)), width, gap=1)


def _values(figures: list[Figure]) -> Chunk:
    """A year's figure; each, where they differ."""
    if not figures:
        return chunk(quiet("not published"))
    texts = dict.fromkeys(map(value_text, figures))
    first = figures[0]
    subject = ComparedFigure(
        MEASURES[BY_YEAR], first, Comparison(first, None), others=tuple(figures[1:])
    )
    return chunk(number(" or ".join(texts)), subject=subject)
