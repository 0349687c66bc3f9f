"""What a list of cases says of itself: what it holds, how many of how many, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.panels import cells
from boardtui.panels.breakdown.naming import inside, named, slice_words
from boardtui.panels.cards import digits as large
from boardtui.panels.cards.words import label, line, strong
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, clipped, space, wrapped
from boardtui.review.cases.cases import CaseList

DIGITS = 3
"""The rows of the number of cases, where it is drawn large."""

APART = 2
"""Blank cells between the large number and what stands beside it."""


class State(Struct, frozen=True):
    """What is known of a list at the moment.

    `count` are the cases that are listed, None until they are counted; `among` those that there are
    without the words, and `whole` those of the figure that the slices are of, where known.
    `removed` says how many were removed since they were counted.
    """

    count: int | None
    among: int | None = None
    whole: str = ""
    removed: str = ""
    words: tuple[str, ...] = ()
    order: str = ""
    sorting: bool = False
    failed: bool = False
    unseen: str = ""
    note: str = ""


def statement(found: CaseList, state: State, width: int, *, drawn_large: bool) -> list[Line]:
    """The statement: in large digits with three lines beside them, else in two lines."""
    what, which = _what(found), _which(found, state)
    how = [part for part in _how(found, state) if part]
    if not drawn_large:
        number = "" if state.count is None else f"{number_text(state.count)} "
        told = [part for part in (which, *how) if part]
        return [*wrapped(line(strong(number + what)), width), *_flowing(told, width)]
    rows = _digits(state)
    beside = (line(strong(what)), line(label(which)), line(label(" · ".join(how))))
    return [
        clipped((row, space(APART), *words), width) if words else (row,)
        for row, words in zip(rows, beside, strict=True)
    ]


def _flowing(parts: Sequence[str], width: int) -> Iterator[Line]:
    """Parts one after another, with a sign between two that stand on one line."""
    held = ""
    for part in parts:
        together = f"{held} · {part}" if held else part
        if held and cells.width(together) > width:
            yield from wrapped([chunk(label(held))], width)
            together = part
        held = together
    if held:
        yield from wrapped([chunk(label(held))], width)


def _digits(state: State) -> list[Chunk]:
    text = "" if state.count is None else number_text(state.count)
    rows = large.drawn(text, DIGITS) if text else ["", "", ""]
    return [chunk(Span(row, Role.DIGITS)) for row in rows]


def _what(cases: CaseList) -> str:
    """What is listed, in words."""
    if cases.part is None:
        return named(cases.measure.name, cases.slices)
    side = cases.part.counted
    slices = (
        f"{DIMENSIONS[one.dimension].inside} {side}: {slice_words(one)}" for one in cases.slices
    )
    return ", ".join((inside(cases.part.words), *slices))


def _which(cases: CaseList, state: State) -> str:
    """How many of how many: with the words that were asked for, and of the whole figure."""
    if state.count is None:
        return "not counted" if state.failed else "counting…"
    if state.words:
        among = "" if state.among is None else f"of {number_text(state.among)} "
        return f"{among}hold “{' '.join(state.words)}”"
    return f"of {state.whole} in all" if state.whole and cases.slices else ""


def _how(cases: CaseList, state: State) -> list[str]:
    """In which order, and what is to be known besides."""
    rows = cases.snapshot.left_out
    left_out = f"rows refused at ingest, not among these: {number_text(rows)}" if rows else ""
    part = cases.part
    then = part is not None and part.listed == "then"
    return [
        f"as recorded on {day_text(part.start)}" if part is not None and then else "",
        state.order and f"by {state.order}",
        "sorting…" if state.sorting else "",
        state.unseen,
        state.removed,
        left_out,
        state.note,
    ]
