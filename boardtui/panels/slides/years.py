"""A slide of what was published each year: the latest large, and every year as a bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.figure.figure import Figure
from boardtui.core.measures.published import COMPARATOR
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.bars import Row, barred
from boardtui.panels.cards.hedges import split_hedge, without_unit
from boardtui.panels.cards.words import label
from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import asked, fills_of
from boardtui.panels.slides.figure import base_line
from boardtui.panels.slides.large import Number, tallest
from boardtui.panels.slides.message import Message, NotToldError, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.sentences import said
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import sources_now
from boardtui.panels.text import Chunk, chunk, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

MOST = 6
"""Years that are told, the latest ones."""


def message(slide: Slide, board: Board) -> Message:
    """A measure by year, up to the day's own, beside England and Wales where that was published.

    Raises:
        NotToldError: there is no figure of the day, or of one year alone.
    """
    review = board.review
    one = asked(slide, review)
    assert slide.measure is not None
    years = review.beyond.years(slide.measure)
    if one.figure.source is None or sum(map(bool, years.values())) < 2:
        raise NotToldError(
            f"{review.selection.force.name} has published figures of {slide.measure} of fewer than "
            "two years"
        )
    shown = dict(sorted(years.items())[-MOST:])

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts(one, shown, review, window))

    sentences = tuple(_sentences(one, shown))
    return Message(
        sentences, parts, sources_now([one], review), fills_of(one, review), about=(one,)
    )


def _sentences(one: ComparedFigure, years: dict[int, list[Figure]]) -> Iterator[str]:
    """What the slide says, in ever fewer words."""
    told = said(one.figure)
    given = {
        year: found[0] for year, found in years.items() if found and found[0].value is not None
    }
    if (first := min(given, default=one.figure.as_at.year)) < one.figure.as_at.year:
        was = value_text(given[first], unit=False).removesuffix(" per 100,000")
        yield f"{told}: {was} in {first}."
    yield f"{told}."


def _parts(
    one: ComparedFigure, years: dict[int, list[Figure]], review: Review, window: Window
) -> Iterator[Part]:
    width = window.width
    before, value = split_hedge(one.figure)
    yield Part(tallest([[Number(value, (), before)]], window))
    rows = [
        Row(
            (chunk(quiet(str(year))), _value(found)),
            found[0].value if found else None,
            then=year != one.figure.as_at.year,
        )
        for year, found in years.items()
    ]
    yield Part((tuple(barred(rows, width, gap=2, lead=2)),), need=1)
    if beside := review.beyond.comparator(one.figure):
        told = (chunk(label(f"{COMPARATOR}: "), without_unit(beside[0])),)
        yield Part(((centred(told, width),),), need=2)
    if lines := base_line(one, width):
        yield Part((tuple(centred(line, width) for line in lines),), need=3)


def _value(found: Sequence[Figure]) -> Chunk:
    if not found:
        return chunk(quiet("not published"))
    return chunk(" or ".join(dict.fromkeys(without_unit(each) for each in found)))
