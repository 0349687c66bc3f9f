"""The answer to a question from the floor, in the style of a slide: at most eight bars a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.figure.figure import Figure, largest_first
from boardtui.core.words.wording import number_text, share_text, value_text
from boardtui.panels import cells
from boardtui.panels.breakdown.naming import by_words, named, row_title
from boardtui.panels.breakdown.then import Then, then_of, value_in
from boardtui.panels.cards.bars import NOW, THEN, Scale, scale_of
from boardtui.panels.cards.words import label, strong
from boardtui.panels.head import force_named
from boardtui.panels.panel import Board
from boardtui.panels.phrases import base_words
from boardtui.panels.slides.drawn import Drawn, drawn_message
from boardtui.panels.slides.message import Message, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, line_width, quiet, space
from boardtui.review.breakdown import Breakdown, figures_at, slices_of
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

MOST = 8
"""Slices on a page at most: as many as can be read from afar."""

SHORTEST_NAME, GAP = 6, 1

AROUND = 7
"""Rows of a window that hold no slices: the heading, the sentence, what the bars are, the foot."""

SHARE = 7
"""Columns for a share after a bar, with the blanks before it."""


class Answer(Struct, frozen=True):
    """What a breakdown answers: its slices in order, and how many have none.

    `rows` are those that are named, the largest first; `blank` is the row of those of whom the
    slice is not recorded.
    """

    breakdown: Breakdown
    rows: tuple[ComparedFigure, ...]
    blank: ComparedFigure | None


def answer_of(review: Review, breakdown: Breakdown) -> Answer:
    """The slices of a breakdown by its first dimension, each by the figure that stands for it.

    Closed dimensions keep their own order; units and officers come largest first. Those that count
    nobody now or then are left out.
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
    return Answer(breakdown, tuple(rows), blank)


def _counts(one: ComparedFigure) -> bool:
    """Whether a slice counts anybody, or is withheld, on either day."""
    return any(
        figure is not None and (figure.value or figure.suppressed)
        for figure in (one.figure, then_of(one))
    )


def drawn_answer(
    answer: Answer,
    board: Board,
    width: int,
    height: int,
    page: int = 0,
    *,
    asked: str = "",
    back: str = "",
) -> Drawn:
    """A page of an answer for a window; each page is a step.

    `asked` is what was typed, and `back` says where esc leads: "slide 3".
    """
    most = max(1, min(MOST, (height - AROUND) // 2))
    pages = max(1, -(-len(answer.rows) // most))
    page = max(0, min(page, pages - 1))
    rows = answer.rows[page * most : (page + 1) * most]
    left = len(answer.rows) - most * (page + 1)

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts(answer, rows, left, board.review, window.width, back))

    right: Line = (chunk(Span("/ ", Role.KEY), asked),) if asked else ()
    message = Message(tuple(_sentences(answer)), parts, steps=pages, right=right, role=Role.STRONG)
    return drawn_message(
        message, force_named(board.review, 2), Window(width, height, page), foot=True
    )


def _sentences(answer: Answer) -> Iterator[str]:
    """Which slice changed most, or has the most, in ever fewer words."""
    dimension = answer.breakdown.by[0]
    what = named(answer.breakdown.measure, answer.breakdown.within)
    lead = f"{what[:1].upper()}{what[1:]} by {by_words(dimension)}"
    changed = [one for one in answer.rows if one.comparison.comparable and one.comparison.change]
    most = max(changed, key=lambda one: abs(one.comparison.change or 0), default=None)
    largest = min(answer.rows, key=lambda one: largest_first(one.figure), default=None)
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
    answer: Answer,
    rows: Sequence[ComparedFigure],
    left: int,
    review: Review,
    width: int,
    back: str,
) -> Iterator[Part]:
    then = Then(review, answer.rows)
    shared = next((one.share for one in rows if one.share is not None), None)
    yield Part(
        (
            (
                centred(
                    _legend(then, base_words(shared.of) if shared else "", width),
                    width,
                ),
            ),
        ),
        need=1,
        apart=False,
    )
    blocks = _bars(rows, answer.rows, then, width)
    loose = [line for block in blocks for line in ((), *block)][1:]
    yield Part((tuple(loose), tuple(line for block in blocks for line in block)))
    if foot := _foot(answer, left, width, back):
        yield Part(((centred(foot, width),),), need=2)
    else:
        yield Part((((),),))


def _legend(then: Then, base: str, width: int) -> Line:
    """What the bars are, and of whom the per cents."""
    now = chunk(Span(NOW, Role.BAR), label(" now"))
    was = (chunk(Span(THEN, Role.BAR_THEN), label(f" {then.head}")), space(3)) if then.there else ()
    share = (space(3), chunk(label(f"% of the {base}, now"))) if base else ()
    for line in ((*was, now, *share), (*was, now), (now,)):
        if line_width(line) <= width:
            return line
    return ()


def _bars(
    rows: Sequence[ComparedFigure], every: Sequence[ComparedFigure], then: Then, width: int
) -> list[list[Line]]:
    """Each slice with its bar then over its bar now, on one scale with those of all pages."""
    names = [_name(one) for one in rows]
    wide = min(max(map(cells.width, names), default=0), max(SHORTEST_NAME, width // 4))
    thens = [then_of(one) if then.there else None for one in rows]
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


def _foot(answer: Answer, left: int, width: int, back: str) -> Line:
    """How many more slices there are, those without one, and where esc leads."""
    pieces: list[Chunk] = []
    if left > 0:
        pieces.append(chunk(f"{number_text(left)} more: ", Span("enter", Role.KEY)))
    if answer.blank is not None and (answer.blank.figure.value or answer.blank.figure.suppressed):
        count = value_text(answer.blank.figure, unit=False)
        dimension = DIMENSIONS[answer.breakdown.by[0]].inside
        have = "has" if answer.blank.figure.value == 1 else "have"
        pieces.append(chunk(count, label(f" more {have} no {dimension} recorded")))
    if back:
        pieces.append(chunk(Span("esc", Role.KEY), label(f" {back}")))
    line: list[Chunk] = []
    for piece in pieces:
        gap = [chunk(label("  ·  "))] if line else []
        if line_width((*line, *gap, piece)) <= width:
            line += [*gap, piece]
    return tuple(line)
