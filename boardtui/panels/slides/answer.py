"""The answer to a question from the floor, in the style of a slide: at most eight bars a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.figure.figure import Figure, largest_first
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text, share_text, value_text
from boardtui.panels import cells
from boardtui.panels.breakdown.naming import by_words, named, row_title
from boardtui.panels.breakdown.then import Then, then_of, value_in
from boardtui.panels.cards.bars import NOW, THEN, Scale, scale_of
from boardtui.panels.cards.words import label, strong
from boardtui.panels.panel import Board
from boardtui.panels.phrases import base_words
from boardtui.panels.slides.asked import days_of
from boardtui.panels.slides.message import Message, NotToldError, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, line_width, quiet, space
from boardtui.review.breakdown import Breakdown, figures_at, slices_of
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

MOST = 8
"""Slices on a page at most: as many as can be read from afar."""

SHORTEST_NAME, GAP = 6, 1

SHARE = 7
"""Columns for a share after a bar, with the blanks before it."""


def message(slide: Slide, board: Board) -> Message:
    """A measure by a dimension, within the slices of the slide: eight bars at each step.

    Raises:
        NotToldError: nothing tells the slices apart.
    """
    assert slide.measure is not None
    assert slide.by is not None
    if closed := board.review.audience.closes_dimension(slide.by):
        raise NotToldError(f"{closed[:1].lower()}{closed[1:].removesuffix('.')}")
    breakdown = Breakdown(slide.measure, (slide.by,), slide.slices)
    rows, blank = slices_told(board.review, breakdown)
    if not rows:
        raise NotToldError(
            f"{board.review.selection.force.name} has no figure of {slide.measure} by {slide.by} "
            f"for {day_text(board.review.selection.day)}"
        )

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts(breakdown, rows, blank, board.review, window))

    return Message(
        tuple(_sentences(breakdown, rows)),
        parts,
        fills=days_of(board.review),
        steps=-(-len(rows) // MOST),
        about=tuple(rows),
        under=lambda width: _legend(rows, board.review, width),
    )


def slices_told(
    review: Review, breakdown: Breakdown
) -> tuple[list[ComparedFigure], ComparedFigure | None]:
    """The slices of a breakdown that count somebody, and those of whom the slice is not recorded.

    Closed dimensions keep their own order; units and officers come largest first.
    """
    name = breakdown.by[0]
    found = [
        (value, ones[0])
        for value in slices_of(review, breakdown)
        if (ones := figures_at(review, breakdown, value))
    ]
    rows = [one for value, one in found if value is not None and _counts(one)]
    if not DIMENSIONS[name].closed:
        rows.sort(key=lambda one: largest_first(one.figure))
    blank = next((one for value, one in found if value is None and _counts(one)), None)
    return rows, blank


def _counts(one: ComparedFigure) -> bool:
    """Whether a slice counts anybody, or is withheld, on either day."""
    return any(
        figure is not None and (figure.value or figure.suppressed)
        for figure in (one.figure, then_of(one))
    )


def _sentences(breakdown: Breakdown, rows: Sequence[ComparedFigure]) -> Iterator[str]:
    """Which slice changed most, or has the most, in ever fewer words."""
    dimension = breakdown.by[0]
    what = named(breakdown.measure, breakdown.within)
    lead = f"{what[:1].upper()}{what[1:]} by {by_words(dimension)}"
    if any(one.figure.suppressed for one in rows):
        # Which has the most, or changed most, may be one that is not told.
        yield f"{lead}."
        return
    changed = [one for one in rows if one.comparison.comparable and one.comparison.change]
    most = max(changed, key=lambda one: abs(one.comparison.change or 0), default=None)
    largest = min(rows, key=lambda one: largest_first(one.figure), default=None)
    if most is not None and most.comparison.then is not None:
        went = "rose" if (most.comparison.change or 0) > 0 else "fell"
        then, now = (value_in(most, one) for one in (most.comparison.then, most.figure))
        yield f"{lead}: {_name(most)} {went} most, from {then} to {now}."
    elif largest is not None and largest.figure.value:
        yield f"{lead}: {_name(largest)} has the most, {value_in(largest, largest.figure)}."
    yield f"{lead}."


def _name(one: ComparedFigure) -> str:
    last = one.figure.slices[-1]
    return row_title(last.dimension, last.value)


def _parts(
    breakdown: Breakdown,
    rows: Sequence[ComparedFigure],
    blank: ComparedFigure | None,
    review: Review,
    window: Window,
) -> Iterator[Part]:
    width = window.width
    page = rows[window.step * MOST : (window.step + 1) * MOST]
    then = Then(review, rows)
    blocks = _bars(page, rows, then, width)
    loose = [line for block in blocks for line in ((), *block)][1:]
    tight = [line for block in blocks for line in block]
    brief = [line for block in _bars(page, rows, None, width) for line in block]
    yield Part((tuple(loose), tuple(tight), tuple(brief)))
    left = len(rows) - MOST * (window.step + 1)
    if foot := _foot(breakdown, left, blank, width):
        yield Part(((centred(foot, width),),), need=2, apart=len(page) == MOST)


def _legend(rows: Sequence[ComparedFigure], review: Review, width: int) -> Line:
    """What the bars are, and of whom the per cents."""
    then = Then(review, rows)
    shared = next((one.share for one in rows if one.share is not None), None)
    base = base_words(shared.of) if shared else ""
    now = chunk(Span(NOW, Role.BAR), label(" now"))
    was = (chunk(Span(THEN, Role.BAR_THEN), label(f" {then.head}")), space(3)) if then.there else ()
    share = (space(3), chunk(label(f"% of the {base}, now"))) if base else ()
    for line in ((*was, now, *share), (*was, now), (now,)):
        if line_width(line) <= width:
            return line
    return ()


def _bars(
    rows: Sequence[ComparedFigure], every: Sequence[ComparedFigure], then: Then | None, width: int
) -> list[list[Line]]:
    """Each slice with its bar then over its bar now, on one scale with those of all pages."""
    names = [_name(one) for one in rows]
    wide = min(max(map(cells.width, names), default=0), max(SHORTEST_NAME, width // 4))
    thens = [then_of(one) if then and then.there else None for one in rows]
    texts = [
        value_text(one, unit=False)
        for one in (*(row.figure for row in rows), *thens)
        if one is not None and one.given
    ]
    digits = max(map(cells.width, texts), default=0)
    room = max(0, width - wide - digits - 2 * GAP - 1 - SHARE)
    values = [one.value for row in every for one in (row.figure, then_of(row)) if one is not None]
    scale = scale_of((value, room) for value in values)
    return [
        list(_row(one, was, (wide, digits), scale)) for one, was in zip(rows, thens, strict=True)
    ]


def _row(
    one: ComparedFigure, was: Figure | None, widths: tuple[int, int], scale: Scale
) -> Iterator[Line]:
    wide, digits = widths
    name: Chunk = chunk(strong(cells.padded(cells.shortened(_name(one), wide), wide)))
    lead: Line = (name, space(GAP))
    if was is not None:
        yield (*lead, *_number(was, Role.QUIET, digits), chunk(scale.then(was.value)))
        lead = (space(wide + GAP),)
    share = (space(2), chunk(share_text(one.share.interval))) if one.share else ()
    bar = chunk(scale.now(one.figure.value))
    yield (*lead, *_number(one.figure, Role.STRONG, digits), bar, *share)


def _number(figure: Figure, role: Role, digits: int) -> Line:
    """A number before its bar; why there is none, where its bar would be."""
    text = value_text(figure, unit=False)
    if not figure.given:
        return space(digits + GAP), chunk(quiet(text))
    return space(digits - cells.width(text)), chunk(Span(text, role)), space(GAP)


def _foot(breakdown: Breakdown, left: int, blank: ComparedFigure | None, width: int) -> Line:
    """How many more slices there are, and how many people have none."""
    pieces: list[Chunk] = []
    if left > 0:
        pieces.append(chunk(f"{number_text(left)} more: ", Span("enter", Role.KEY)))
    if blank is not None and (blank.figure.value or blank.figure.suppressed):
        count = value_text(blank.figure, unit=False)
        dimension = DIMENSIONS[breakdown.by[0]].inside
        have = "has" if blank.figure.value == 1 else "have"
        pieces.append(chunk(count, label(f" more {have} no {dimension} recorded")))
    line: list[Chunk] = []
    for piece in pieces:
        gap = [chunk(label("  ·  "))] if line else []
        if line_width((*line, *gap, piece)) <= width:
            line += [*gap, piece]
    return tuple(line)
