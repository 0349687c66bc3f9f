"""The panel of caseloads: how many people each officer manages, and who has nobody."""

from __future__ import annotations

from boardtui.core.wording import value_number, value_text
from boardtui.panels.panel import Board
from boardtui.panels.phrases import change_text, labelled, of_base
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, number, parts, quiet, wrapped
from boardtui.review.review import ComparedFigure, Review


def caseloads_lines(board: Board, width: int) -> list[Line]:
    """The caseloads from records, or the officers' that were published."""
    review = board.review
    officers = (_per_post(review), _per_officer(review), _without(review))
    loads = [line for pieces in officers for line in wrapped(pieces, width)]
    if not loads:
        loads = _published_loads(review, width)
    register = [line for pieces in _register(review) for line in wrapped(pieces, width)]
    return parts(loads, wrapped(_unseen(review), width), register)


def _published_loads(review: Review, width: int) -> list[Line]:
    """The caseloads of single officers that were said in public."""
    lines: list[Line] = []
    for one in review.by("caseload", "officer"):
        base = f" ({one.figure.base})" if one.figure.base else ""
        officer = one.figure.slices[0].value
        lines += wrapped(
            [chunk(number(value_text(one.figure)), f" {officer}{base}", subject=one)], width
        )
    return lines


def _per_post(review: Review) -> list[Chunk]:
    pieces = []
    for one in review.figures("caseload_per_fte_max"):
        if one.figure.value is None:
            text = f"per full-time post: {one.figure.unknown}"
            pieces.append(chunk(quiet(text), subject=one))
        else:
            value = Span(value_number(one.figure.value), Role.HEADLINE)
            pieces.append(chunk(value, " most per full-time post", subject=one))
    return pieces


def _per_officer(review: Review) -> list[Chunk]:
    pieces = [
        labelled("largest caseload", one, was=True)
        for one in review.figures("caseload_max")
        if one.figure.value is not None
    ]
    for one in review.figures("caseload_median"):
        if one.figure.value is not None:
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
        if one.figure.value is not None
    ]


def _register(review: Review) -> list[list[Chunk]]:
    """How many are on the register, and how that came about."""
    rows = []
    for one in review.figures("registered"):
        rows.append([labelled("on the register", one, was=True), *_change(one)])
    moved = [
        labelled(words, one)
        for name, words in (("joiners", "joined"), ("leavers", "left"))
        for one in review.figures(name)[:1]
        if one.figure.value is not None
    ]
    return [*rows, moved] if moved else rows


def _change(one: ComparedFigure) -> list[Chunk]:
    text = change_text(one.comparison)
    return [chunk(quiet(text), subject=one)] if text and one.comparison.comparable else []
