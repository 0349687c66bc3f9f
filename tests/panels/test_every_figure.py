"""Nothing that is known of a day is lost: every figure stands on some screen, or in its sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.words.wording import value_text
from boardtui.panels.breakdown.page import Page
from boardtui.panels.breakdown.rows import Rows
from boardtui.panels.breakdown.slice_table import SliceTable
from boardtui.panels.cards.digits import SIZES, can_draw, drawn
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.page import page_of
from boardtui.panels.compare.content import content_of
from boardtui.panels.compare.page import compared_rows
from boardtui.panels.dialogs.definition import definition_sheet
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.panel import Board
from boardtui.panels.series.page import series_sheet
from boardtui.panels.series.series import SeriesTable
from boardtui.panels.sheet import Sheet
from boardtui.panels.subject import Subject
from boardtui.panels.text import text_of
from boardtui.review.breakdown import Breakdown
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.every_figure import every_figure
from boardtui.screens.breakdown.over_time import over_time
from boardtui.store.connection.opening import open_database
from tests.panels.boards import boards

WIDE, TALL = 200, 50
ALL = 2_000
"""Rows of a screen that shows all that it scrolls through; each is drawn, blank or not."""


class Seen(Struct, frozen=True):
    """A screen as plain text, and the figures that it says are on it."""

    text: str
    figures: frozenset[Figure]


def figures_of(subjects: Iterable[Subject | None]) -> frozenset[Figure]:
    shown = (one for one in subjects if isinstance(one, ComparedFigure))
    return frozenset(
        figure
        for one in shown
        for figure in (one.figure, one.comparison.then, one.comparison.then_other)
        if figure is not None
    )


def seen_on_board(board: Board) -> Seen:
    page = page_of(board, WIDE, TALL)
    return Seen(page.text(), figures_of(spot.subject for spot in page.spots))


def seen_beside(board: Board) -> Seen:
    rows = compared_rows(content_of(board), [], WIDE, ALL)
    return Seen(rows.text(), figures_of(place.subject for place in rows.places))


def seen_in(sheet: Sheet, figures: Iterable[Subject | None]) -> Seen:
    """A whole sheet; not only the rows that a screen has room for."""
    rows = [sheet.row(place, False) for place in range(sheet.count)]
    rows += [sheet.total(False)] if sheet.total else []
    return Seen("\n".join(map(text_of, (*sheet.top, *rows, *sheet.below))), figures_of(figures))


def seen_below(board: Board) -> Iterator[Seen]:
    """Every breakdown and series that enter, find or a card's number leads to."""
    review = board.review
    for name, measure in MEASURES.items():
        if (made := over_time(name)) and (series := made(review)):
            for place, row in enumerate(series.rows):
                sheet = series_sheet(review, SeriesTable(series), place, WIDE, ALL)
                yield seen_in(sheet, series.subjects(row))
            continue
        for dimension in measure.dimensions:
            if review.now.slices_of(name, dimension):
                breakdown = Breakdown(name, (dimension,))
                table = SliceTable(Rows(review, breakdown))
                sheet = Page(review, breakdown, table).sheet(WIDE, ALL)
                rows = map(table.at, range(table.count + 1))
                yield seen_in(sheet, (*rows, *review.figures(name)[:1]))


def seen_in_sheets(board: Board, figures: frozenset[Figure]) -> Iterator[Seen]:
    """The sheets that explain what is on the screens: what was said too stands there."""
    for one in every_given(board):
        if one.figure in figures and one.others:
            lines = definition_sheet(explanation(board.review, one), WIDE).lines
            yield Seen("\n".join(map(text_of, lines)), frozenset(one.others))


def every_given(board: Board) -> Iterator[ComparedFigure]:
    """All that is known of the day, as `boardtui figures` lists it."""
    return (one for one in every_figure(board.review) if one.figure.given)


def told(seen: Seen, figure: Figure) -> bool:
    """Whether a screen says what a figure is: in words, or in large digits with their hedge."""
    hedge, value = split_hedge(figure)
    large = (drawn(value, rows) for rows in SIZES if can_draw(value))
    return value_text(figure, unit=False) in seen.text or any(
        hedge in seen.text and all(line.strip() in seen.text for line in lines) for lines in large
    )


def test_every_figure_of_every_day_stands_somewhere(demo_database: Path) -> None:
    lost, count = [], 0
    with closing(open_database(str(demo_database))) as database:
        for board in boards(database):
            screens = [seen_on_board(board), seen_beside(board), *seen_below(board)]
            there = frozenset(figure for screen in screens for figure in screen.figures)
            screens += seen_in_sheets(board, there)
            on: dict[Figure, list[Seen]] = {}
            for screen in screens:
                for figure in screen.figures:
                    on.setdefault(figure, []).append(screen)
            for one in every_given(board):
                count += 1
                if not any(told(screen, one.figure) for screen in on.get(one.figure, ())):
                    lost.append((board.review.selection.day, one.figure))
    assert count > 4_000
    assert lost == []
