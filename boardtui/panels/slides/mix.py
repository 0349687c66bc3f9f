"""A slide of the risk in a backlog: who is overdue at each risk level, or the shares as said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.possible_base import PossibleCount
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.words.wording import share_text, value_text
from boardtui.panels.cards.bars import Row, barred
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import known, label
from boardtui.panels.panel import Board
from boardtui.panels.phrases import base_words
from boardtui.panels.said_shares import Said, people_text, said_by_level
from boardtui.panels.slides.asked import fills_of
from boardtui.panels.slides.large import Number, tallest
from boardtui.panels.slides.message import Message, NotToldError, Part, Window
from boardtui.panels.slides.placing import centred
from boardtui.panels.slides.sentences import said as said_of
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import sources_now
from boardtui.panels.text import Chunk, Line, Span, chunk, line_width, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

FEW = 3
"""Levels up to which each is told with its share too."""


def message(slide: Slide, board: Board) -> Message:
    """The overdue at high or very high risk, and at each level; else the shares as they were said.

    Raises:
        NotToldError: nothing of the day tells the risk levels apart.
    """
    review = board.review
    late = known(review.figures(VISITS.high_risk_name))
    whole = known(review.figures(VISITS.overdue_name))
    levels = _levels(review)
    if slide.measure != "risk_share" and late is not None and levels:
        return _of_records(late, whole, levels, review)
    said = {name: ones for name, ones in said_by_level(review).items() if not ones[0].earlier}
    if said and slide.measure != VISITS.overdue_name:
        return _as_said(said, review)
    raise NotToldError(
        f"{review.selection.force.name} has no figure of its day that tells risk levels apart"
    )


def _levels(review: Review) -> list[ComparedFigure]:
    """The overdue at each level that somebody is at, the highest first."""
    return [
        one
        for one in review.by(VISITS.overdue_name, "risk_level")
        if one.figure.origin is Origin.RECORDS and one.figure.given and not one.earlier
        if one.figure.value
        or one.figure.suppressed
        or one.figure.slices[0].value in ("high", "medium", "low")
    ]


def _of_records(
    late: ComparedFigure,
    whole: ComparedFigure | None,
    levels: Sequence[ComparedFigure],
    review: Review,
) -> Message:

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts(late, levels, review, window))

    return Message(
        tuple(_sentences(late.figure, whole)),
        parts,
        sources_now([late], review),
        fills_of(late, review),
        about=(late,),
    )


def _sentences(late: Figure, whole: ComparedFigure | None) -> Iterator[str]:
    """What the slide says, in ever fewer words."""
    if late.value is None:
        yield f"{said_of(late)}."
        return
    # Rounded, some are none.
    nobody, count = late.value == late.high == 0, value_text(late, unit=False)
    verb = "is" if nobody or late.value == 1 else "are"
    if whole is not None and whole.figure.value is not None:
        of = value_text(whole.figure, unit=False)
        some = "None" if nobody else count
        yield f"{some} of the {of} overdue visits {verb} at high or very high risk."
    yield f"{said_of(late)}."


def _parts(
    late: ComparedFigure, levels: Sequence[ComparedFigure], review: Review, window: Window
) -> Iterator[Part]:
    before, value = split_hedge(late.figure)
    yield Part(tallest([[Number(value, (), before)]], window))
    rows = []
    for one in levels:
        title = slice_title("risk_level", one.figure.slices[0].value)
        cells: list[Chunk] = [chunk(quiet(title)), chunk(value_text(one.figure, unit=False))]
        if one.share is not None:
            cells.append(chunk(label("of "), value_text(one.share.base, unit=False)))
        else:
            cells.append(chunk(""))
        shown = one.share is not None and len(levels) <= FEW
        share = share_text(one.share.interval) if one.share and shown else ""
        rows.append(Row(tuple(cells), one.figure.value, end=chunk(share)))
    lines = barred(rows, window.width, gap=2, lead=2)
    base = _base(levels, window.width)
    yield Part(((*base, *lines), tuple(lines)), need=1)


def _base(levels: Sequence[ComparedFigure], width: int) -> tuple[Line, ...]:
    """Of whom those at each level are a share."""
    of = next((base_words(one.share.of) for one in levels if one.share is not None), None)
    if of is None:
        return ()
    lines: list[Line] = [
        (chunk(label(text)),) for text in (f"overdue, of the {of} at each level", f"of the {of}")
    ]
    return tuple(line for line in lines if line_width(line) <= width)[:1]


def _as_said(said: Said, review: Review) -> Message:
    """Shares by level in the words of who said them; of an open base what each would count."""
    ones = [said[level][0] for level in DIMENSIONS["risk_level"].order(said)]
    first = said["high"][0] if "high" in said else ones[0]
    level = slice_title("risk_level", first.figure.slices[0].value)
    verb = "was" if first.figure.value == 1 else "were"
    told = f"{value_text(first.figure)} {verb} said to be at {level} risk"
    end = ", but not of what" if first.possible_counts or not first.figure.base else ""

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts_said(first, ones, window))

    return Message(
        (f"{told}{end}.", f"{told}."),
        parts,
        sources_now([first], review),
        fills_of(first, review),
        about=(first,),
    )


def _parts_said(
    first: ComparedFigure, ones: Sequence[ComparedFigure], window: Window
) -> Iterator[Part]:
    before, number = split_hedge(first.figure)
    yield Part(tallest([[Number(number, (), before)]], window))
    rows = [
        Row(
            (
                chunk(quiet(slice_title("risk_level", one.figure.slices[0].value))),
                chunk(value_text(one.figure)),
            ),
            one.figure.value,
        )
        for one in ones
    ]
    yield Part((tuple(barred(rows, window.width, gap=2, lead=2)),), need=2)
    lines = [
        centred(line, window.width)
        for count in {count.base.measure: count for count in first.possible_counts}.values()
        for line in wrapped([chunk(*_would_be(count))], window.width)
    ]
    if lines:
        yield Part((tuple(lines),), need=1)


def _would_be(count: PossibleCount) -> tuple[str | Span, ...]:
    """What a share would count of a base that it may have."""
    base = f"{value_text(count.base, unit=False)} {base_words(count.base.measure)}"
    return label(f"of {base} it would be "), people_text(count.people)
