"""The card of caseloads: the most people that one full-time post manages, and which officers'."""

from __future__ import annotations

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import largest_first
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import value_number, value_text
from boardtui.panels import cells
from boardtui.panels.cards.bars import scale_of
from boardtui.panels.cards.card import Block, Card, Headline
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.overdue import WIDE
from boardtui.panels.cards.words import joined, known, label, line, strong, then_text
from boardtui.panels.panel import Board
from boardtui.panels.text import Chunk, Line, chunk, columns, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

NAME_WIDTH = 8
"""Cells for an officer's reference; longer ones are cut, and whole in the breakdown."""

MOST = 3
"""How many officers are named; the breakdown has them all."""


def caseloads_card(board: Board, width: int) -> Card | None:
    """By full-time posts where these are known, else the largest caseload, else those said."""
    review = board.review
    posts, _ = review.largest("caseload_per_fte", "officer", MOST)
    if one := known(review.figures("caseload_per_fte_max")):
        words = ("people per full-time post", "people per", "full post")
        return _card(review, one, posts, words, width)
    loads, _ = review.largest("caseload", "officer", MOST)
    if one := known(review.figures("caseload_max")):
        words = ("people with one officer", "people with", "one officer")
        return _card(review, one, loads, words, width)
    return _said(review, width)


def _card(
    review: Review,
    one: ComparedFigure,
    worst: list[ComparedFigure],
    words: tuple[str, str, str],
    width: int,
) -> Card:
    officer = slice_title("officer", worst[0].figure.slices[0].value) if worst else ""
    was = then_text(worst[0], review) if worst else ""
    then = [chunk(officer), chunk(label("then "), was, subject=one)] if was else [chunk(officer)]
    before, value = split_hedge(one.figure)
    most_then = _most_then(review, one)
    return Card(
        Headline(
            words[0][:1].upper() + words[0][1:],
            value,
            one,
            before,
            wide=(line(strong(words[0])), joined(then, width, ", "), *most_then),
            narrow=(line(label(words[1])), line(label(f"{words[2]},")), line(officer)),
            instead=(line(label(f"{words[1]} {words[2]}")),),
        ),
        (
            Block(_officers(review, worst, width), need=2, apart=True),
            Block(_middle(review, width), need=1, apart=True),
        ),
    )


def _most_then(review: Review, one: ComparedFigure) -> tuple[Line, ...]:
    """The most of any officer then, who may be another."""
    was = then_text(one, review)
    return (line(label("the most then: "), was, subject=one),) if was else ()


def _officers(review: Review, worst: list[ComparedFigure], width: int) -> tuple[Line, ...]:
    """The officers with the most, as bars, with how many people each has."""
    if width < WIDE or not worst:
        return ()
    per_post = worst[0].measure.name == "caseload_per_fte"
    scale = scale_of((one.figure.value, width - 20) for one in worst)
    rows: list[tuple[Chunk, ...]] = []
    for one in worst:
        people = known(review.figures("caseload", one.figure.slices)) if per_post else None
        rows.append(
            (
                chunk(quiet(_named(one.figure.slices[0].value))),
                chunk(value_number(one.figure.value or 0), subject=one),
                chunk("", scale.now(one.figure.value)),
                chunk(value_text(people.figure) if people else "", subject=people),
            )
        )
    body = columns(rows, frozenset((1, 3)), width, gap=1)
    return (_heads(width, per_post=per_post), *_flush_right(body, rows, width))


def _named(officer: str | None) -> str:
    """An officer's name in the width of its column, which bars stand beside."""
    name = shown(slice_title("officer", officer))
    return cells.padded(cells.shortened(name, NAME_WIDTH), NAME_WIDTH)


def _heads(width: int, *, per_post: bool) -> Line:
    left = "officer  per full-time post" if per_post else "officer  people"
    right = "people" if per_post else ""
    return line(label(f"{left}{right:>{max(0, width - len(left))}}"))


def _flush_right(body: list[Line], rows: list[tuple[Chunk, ...]], width: int) -> list[Line]:
    """The rows with their last column at the right edge."""
    found = []
    for row, pieces in zip(body, rows, strict=True):
        last = pieces[-1]
        start = tuple(piece for piece in row if piece is not last)
        used = sum(piece.width for piece in start)
        pad = chunk(" " * max(0, width - used - last.width))
        found.append((*start, pad, last))
    return found


def _middle(review: Review, width: int) -> tuple[Line, ...]:
    """The median officer, and who has none."""
    lines = []
    if one := known(review.figures("caseload_median")):
        pieces = [chunk(value_text(one.figure), label(" the median officer"), subject=one)]
        if was := then_text(one, review):
            pieces.append(chunk(label("then "), was, subject=one))
        lines.append(joined(pieces, width, ", "))
    if one := known(review.figures("unallocated")):
        words = " people have no officer" if width >= WIDE else " have no officer"
        if one.figure.value == 1:
            words = words.replace("people have", "person has").replace(" have", " has")
        lines.append(line(value_text(one.figure), label(words), subject=one))
    return tuple(lines)


def _said(review: Review, width: int) -> Card | None:
    """The caseloads of single officers that were said of the day, the largest first."""
    said = [one for one in review.by("caseload", "officer") if not one.earlier and one.figure.given]
    said.sort(key=lambda one: largest_first(one.figure))
    if not said:
        return None
    first = said[0]
    before, value = split_hedge(first.figure)
    scale = scale_of((one.figure.value, width - 28) for one in said)
    rows = [
        (
            chunk(quiet(slice_title("officer", one.figure.slices[0].value))),
            chunk(value_text(one.figure), subject=one),
            chunk("", scale.now(one.figure.value)),
            chunk(quiet(one.figure.base or "")),
        )
        for one in said
    ]
    note = "single officers as published; not how many there are"
    return Card(
        Headline(
            "People with one officer",
            value,
            first,
            before,
            wide=(
                (),
                line(strong("people with one officer")),
                line(label("the most that was said")),
            ),
            narrow=(line(label("people with")), line(label("one officer"))),
        ),
        (
            Block(tuple(columns(rows, frozenset((1,)), width, gap=1)), need=1, apart=True),
            Block((line(label(note)),) if len(note) <= width else (), need=2, last=True),
        ),
    )
