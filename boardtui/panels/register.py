"""The panel of the register: how many are on it and managed, and how that came about."""

from __future__ import annotations

from boardtui.core.figure.figure import Origin
from boardtui.core.words.wording import value_text
from boardtui.panels.choices import chosen_by, given_too, others_of
from boardtui.panels.panel import Board
from boardtui.panels.phrases import labelled, of_base, own_day, then_other, was, when
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, number, parts, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


def register_lines(board: Board, width: int) -> list[Line]:
    """The register, who of it is managed, its growth, and who joined and left."""
    review = board.review
    registered = _stock(review, "registered", "on the register", width)
    managed = _stock(review, "managed", "managed", width)
    moved = [*wrapped(_growth(review), width), *_movement(review, width)]
    return parts(registered, managed, moved)


def _stock(review: Review, name: str, words: str, width: int) -> list[Line]:
    """A count of the day, what it was, and what else was given for it."""
    found = review.figures(name)
    if not found:
        return []
    first = found[0]
    value = Span(value_text(first.figure), Role.HEADLINE)
    pieces = [chunk(value, f" {words}", subject=first)]
    if first.share:
        pieces.append(chunk(of_base(first.share), subject=first))
    if first.earlier:
        pieces.append(chunk(quiet(own_day(first)), subject=first))
    pieces += [*was(first), *then_other(first), *chosen_by(first)]
    return wrapped(pieces, width) + given_too(others_of(found), width)


def _growth(review: Review) -> list[Chunk]:
    """Growth as it was said, with its period; of which number then is rarely stated."""
    pieces = []
    for one in review.figures("registered_growth"):
        value = number(value_text(one.figure))
        pieces.append(chunk("grew ", value, f" {when(one.figure)}", subject=one))
        base = one.figure.base or "the register then, not published"
        pieces.append(chunk(quiet(f"base {base}"), subject=one))
    return pieces


def _movement(review: Review, width: int) -> list[Line]:
    """Who joined, left or was removed; each period is told once, behind the last that has it."""
    named = (
        ("joiners", "joined"),
        ("leavers", "left"),
        ("net_growth", "net growth"),
        ("removed_from_register", "removed on application"),
    )
    groups = [(words, found) for name, words in named if (found := _known(review, name))]
    pieces = []
    for place, (words, found) in enumerate(groups):
        first = found[0]
        pieces.append(labelled(words, first))
        after = groups[place + 1][1][0] if place + 1 < len(groups) else None
        if after is None or when(after.figure) != when(first.figure):
            pieces.append(chunk(quiet(when(first.figure)), subject=first))
    pairs = [pair for _, found in groups for pair in others_of(found)]
    return wrapped(pieces, width) + given_too(pairs, width)


def _known(review: Review, name: str) -> list[ComparedFigure]:
    """The figures that are known; without an earlier snapshot, records give none."""
    return [
        one
        for one in review.figures(name)
        if one.figure.given or one.figure.origin is Origin.PUBLISHED
    ]
