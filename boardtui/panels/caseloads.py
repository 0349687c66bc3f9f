"""The panel of caseloads: how many people each officer manages, and who has nobody."""

from __future__ import annotations

from itertools import zip_longest

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import largest_first
from boardtui.core.words.wording import number_text, value_text
from boardtui.panels.panel import Board
from boardtui.panels.phrases import labelled, of_base, own_day
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    Span,
    chunk,
    columns,
    number,
    parts,
    quiet,
    wrapped,
)
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


def caseloads_lines(board: Board, width: int) -> list[Line]:
    """The caseloads from records, or the officers' that were published."""
    review = board.review
    officers = (_per_post(review), _per_officer(review), _without(review))
    loads = [line for pieces in officers for line in wrapped(pieces, width)]
    if not loads:
        loads = _published_loads(review, width)
    worst = _worst(review, width)
    return parts(loads, worst, wrapped(_unseen(review), width))


WORST = 3
"""How many officers are named; the breakdown has them all."""


def _worst(review: Review, width: int) -> list[Line]:
    """The officers with the most people, and with the most for a full-time post, worst first."""
    people, officers = review.largest("caseload", "officer", WORST)
    posts, _ = review.largest("caseload_per_fte", "officer", WORST)
    if not people:
        return []
    heads = ("most people", "", "most per post" if posts else "", "")
    rows: list[tuple[Chunk, ...]] = [tuple(chunk(quiet(head)) for head in heads)]
    for most, post in zip_longest(people, posts):
        rows.append((*_officer(most), *_officer(post)))
    in_all = "1 officer in all" if officers == 1 else f"{number_text(officers)} officers in all"
    if officers > WORST:
        in_all += "; enter shows them"
    return columns(rows, frozenset((1, 3)), width) + wrapped([chunk(quiet(in_all))], width)


def _officer(one: ComparedFigure | None) -> tuple[Chunk, Chunk]:
    if one is None:
        return chunk(""), chunk("")
    officer = slice_title("officer", one.figure.slices[0].value)
    return chunk(officer), chunk(number(value_text(one.figure)), subject=one)


def _published_loads(review: Review, width: int) -> list[Line]:
    """The caseloads of single officers that were said in public, the largest first."""
    said = review.by("caseload", "officer")
    said.sort(key=lambda one: largest_first(one.figure))
    lines: list[Line] = []
    for one in said:
        base = f" ({one.figure.base})" if one.figure.base else ""
        officer = slice_title("officer", one.figure.slices[0].value)
        pieces = [chunk(number(value_text(one.figure)), f" {officer}{base}", subject=one)]
        if one.earlier:
            pieces.append(chunk(quiet(own_day(one)), subject=one))
        lines += wrapped(pieces, width)
    if said:
        lines += wrapped([chunk(quiet(NOT_ALL))], width)
    return lines


NOT_ALL = "single officers as published; how many there are in all was not"


def _per_post(review: Review) -> list[Chunk]:
    pieces = []
    for one in review.figures("caseload_per_fte_max"):
        if not one.figure.given:
            text = f"per full-time post: {one.figure.unknown}"
            pieces.append(chunk(quiet(text), subject=one))
        else:
            value = Span(value_text(one.figure), Role.HEADLINE)
            pieces.append(chunk(value, " most per full-time post", subject=one))
    return pieces


def _per_officer(review: Review) -> list[Chunk]:
    pieces = [
        labelled("largest caseload", one, was=True)
        for one in review.figures("caseload_max")
        if one.figure.given
    ]
    for one in review.figures("caseload_median"):
        if one.figure.given:
            pieces.append(labelled("median caseload", one, was=True))
    return pieces


def _without(review: Review) -> list[Chunk]:
    pieces = []
    for one in review.figures("unallocated"):
        pieces.append(labelled("people without an officer", one, was=True))
        if one.share:
            pieces.append(chunk(quiet(of_base(one.share)), subject=one))
    return pieces


def _unseen(review: Review) -> list[Chunk]:
    pieces = [labelled("never seen", one) for one in review.figures("never_seen")]
    return pieces + [
        labelled("longest not seen", one)
        for one in review.figures("not_seen_longest_days")
        if one.figure.given
    ]
