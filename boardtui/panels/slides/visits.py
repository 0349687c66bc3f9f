"""A slide of visits in the latest whole month: tried, seen, and led to action."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from boardtui.core.words.days import day_text
from boardtui.core.words.wording import share_text, value_text
from boardtui.panels.cards.bars import Row, barred
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.visits import NAMES, NOT_IN, TRIED, latest_month, month_of
from boardtui.panels.cards.words import label
from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import days_of, told_value
from boardtui.panels.slides.large import Number, tallest
from boardtui.panels.slides.message import Message, NotToldError, Part, Window
from boardtui.panels.slides.sentences import said
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import sources_now
from boardtui.panels.text import chunk, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

ROWS = {**NAMES, "visits_action": "led to action", NOT_IN: "nobody in"}


def message(slide: Slide, board: Board) -> Message:
    """An attempt is not a visit: how many were tried, at how many somebody was in, and what came.

    Raises:
        NotToldError: no month of visits is known.
    """
    found = _of_month(board.review)
    if TRIED not in found:
        selection = board.review.selection
        raise NotToldError(
            f"{selection.force.name} has no figure of visits tried for {day_text(selection.day)}"
        )

    def parts(window: Window) -> Sequence[Part]:
        return list(_parts(found, window))

    named = (("visits_attempted", "now"), ("visits_seen", "seen"), ("visits_action", "action"))
    fills = days_of(board.review) | {
        name: told
        for measure, name in named
        if measure in found and (told := told_value(found[measure].figure, unit=False))
    }
    seen = found.get("visits_seen")
    if seen is not None and seen.share is not None:
        fills["share"] = share_text(seen.share.interval)
    shown = tuple(found.values())
    return Message(
        tuple(_sentences(found)), parts, sources_now(shown, board.review), fills, about=shown
    )


def _of_month(review: Review) -> dict[str, ComparedFigure]:
    """The figures of the latest whole month, by measure."""
    month = latest_month(review)
    found: dict[str, ComparedFigure] = {}
    for name in ROWS:
        for one in review.figures(name):
            if one.figure.given and one.figure.period_start and month_of(one.figure) == month:
                found.setdefault(name, one)
    return found


def _sentences(found: Mapping[str, ComparedFigure]) -> Iterator[str]:
    """What the slide says, in ever fewer words."""
    tried = said(found[TRIED].figure)
    ends = [
        f"{lead} {value_text(found[name].figure, unit=False)}{end}"
        for name, lead, end in (
            ("visits_seen", "someone was in at", ""),
            ("visits_action", "and", " led to action"),
        )
        if name in found and found[name].figure.value is not None
    ]
    if ends:
        yield f"{tried}: {', '.join(ends).removeprefix('and ')}."
    yield f"{tried}."


def _parts(found: Mapping[str, ComparedFigure], window: Window) -> Iterator[Part]:
    tried = found[TRIED]
    before, value = split_hedge(tried.figure)
    words = [f"visits tried, {tried.figure.partial}"] if tried.figure.partial else []
    labels = tuple(chunk(label(text)) for text in (*words, "visits tried"))
    yield Part(tallest([[Number(value, labels, before)]], window))
    rows = [
        Row(
            (chunk(quiet(words)), chunk(value_text(one.figure, unit=False))),
            one.figure.value,
            end=chunk(share_text(one.share.interval) if one.share else ""),
        )
        for name, words in ROWS.items()
        if (one := found.get(name)) is not None
    ]
    yield Part((tuple(barred(rows, window.width, gap=2, lead=2)),), need=1)
