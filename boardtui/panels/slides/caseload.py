"""A slide of caseloads: the most that one full-time post manages, and which officers'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import largest_first
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import value_number, value_text
from boardtui.panels import cells
from boardtui.panels.cards.bars import Row, barred
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import known, label
from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import fills_of
from boardtui.panels.slides.large import Number, tallest
from boardtui.panels.slides.message import Message, NotToldError, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.sentences import change_clause, said
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import sources_now, sources_of
from boardtui.panels.text import chunk, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

MOST = 3
"""Officers that are named."""

NAME = 24
"""Cells that an officer's reference has at most."""

WAYS = (
    ("caseload_per_fte_max", "caseload_per_fte", "people per full-time post"),
    ("caseload_max", "caseload", "people with one officer"),
)


def message(slide: Slide, board: Board) -> Message:
    """The largest caseload, by full-time posts where these are known; else the largest as said.

    Raises:
        NotToldError: nothing is known of caseloads.
    """
    review = board.review
    for most, each, words in WAYS:
        if one := known(review.figures(most)):
            return _counted(one, review.largest(each, "officer", MOST)[0], words, review)
    found = [one for one in review.by("caseload", "officer") if not one.earlier]
    told = [one for one in found if one.figure.value is not None and one.figure.source]
    if not told:
        selection = review.selection
        raise NotToldError(
            f"{selection.force.name} has no figure of caseloads for {day_text(selection.day)}"
        )
    told.sort(key=lambda one: largest_first(one.figure))
    return _as_said(told, review)


def _counted(
    one: ComparedFigure, officers: Sequence[ComparedFigure], words: str, review: Review
) -> Message:
    told, clause = said(one.figure), change_clause(one, review)

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts(one, officers, words, review, window))

    return Message(
        (f"{told}: {clause}.", f"{told}.") if clause else (f"{told}.",),
        parts,
        sources_of([one], review) if clause else sources_now([one], review),
        fills_of(one, review),
        about=(one,),
    )


def _as_said(told: Sequence[ComparedFigure], review: Review) -> Message:
    first = told[0]
    words = WAYS[1][2]

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts(first, told[:MOST], words, review, window))

    return Message(
        (f"One officer was said to manage {value_text(first.figure, unit=False)} people.",),
        parts,
        sources_now([first], review),
        fills_of(first, review),
        about=(first,),
    )


def _parts(
    one: ComparedFigure,
    officers: Sequence[ComparedFigure],
    words: str,
    review: Review,
    window: Window,
) -> Iterator[Part]:
    width = window.width
    before, value = split_hedge(one.figure)
    yield Part(tallest([[Number(value, (chunk(label(words)),), before)]], window))
    rows = [
        Row(
            (
                chunk(quiet(cells.shortened(_name(each), min(NAME, width // 3)))),
                chunk(value_number(each.figure.value or 0)),
            ),
            each.figure.value,
        )
        for each in officers
    ]
    yield Part((tuple(barred(rows, width, gap=2, lead=2)),), need=1)
    median = known(review.figures("caseload_median"))
    if median is not None:
        line = (chunk(value_text(median.figure, unit=False), label(" with the median officer")),)
        yield Part(((centred(line, width),),), need=2)


def _name(one: ComparedFigure) -> str:
    return slice_title("officer", one.figure.slices[0].value)
