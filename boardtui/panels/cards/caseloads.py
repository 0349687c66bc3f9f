"""The card of caseloads: the most people that one full-time post manages, and which officers'."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import largest_first
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import unit_of, value_number, value_text
from boardtui.panels import cells
from boardtui.panels.cards.bars import Row, barred
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.words import (
    and_more,
    fits,
    joined,
    known,
    label,
    line,
    strong,
    then_text,
)
from boardtui.panels.panel import Board
from boardtui.panels.text import Chunk, Line, chunk, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

NAME = 8
"""Cells that an officer's reference has at least; longer ones have a third of their card's."""

MOST, FEW = 8, 3
"""Officers that are named on a card of any height, and on one that has little room."""

Words = tuple[str, str, str]
"""What the number counts: in full, and in two parts for where there is little room."""

PER_POST: Words = ("people per full-time post", "people per", "full post")
WITH_ONE: Words = ("people with one officer", "people with", "one officer")


def caseloads_card(board: Board, width: int) -> Card | None:
    """By full-time posts where these are known, else the largest caseload, else those said."""
    review = board.review
    for most, each, words in (
        ("caseload_per_fte_max", "caseload_per_fte", PER_POST),
        ("caseload_max", "caseload", WITH_ONE),
    ):
        if one := known(review.figures(most)):
            return _card(review, one, review.largest(each, "officer", MOST)[0], words, width)
    return _said(review, width) or _nobodys(review)


def _card(
    review: Review,
    one: ComparedFigure,
    worst: list[ComparedFigure],
    words: Words,
    width: int,
) -> Card:
    before, value = split_hedge(one.figure)
    title = words[0]
    officers = _officers(review, worst, width)
    heads = len(officers) - len(worst)
    return Card(
        Headline(
            title[:1].upper() + title[1:],
            value,
            one,
            before,
            tuple(_ways(review, one, worst, words, width)),
            brief=title.removeprefix("people ").capitalize(),
        ),
        (
            Block(officers[: heads + FEW], need=3, apart=True),
            *(Block((row,), need=6, on=True) for row in officers[heads + FEW :]),
            Block(tuple(_middle(review, width)), need=1, apart=True),
        ),
    )


def _ways(
    review: Review,
    one: ComparedFigure,
    worst: list[ComparedFigure],
    words: Words,
    width: int,
) -> Iterator[Way]:
    """What the number counts, whose it is, and what it was: of that officer, and the most."""
    full, first, second = words
    officer = slice_title("officer", worst[0].figure.slices[0].value) if worst else ""
    was, most = then_text(worst[0], review) if worst else "", then_text(one, review)
    name, title = (chunk(officer),) if officer else (), line(strong(full))
    since = (chunk(label(", then "), was, subject=worst[0]),) if was and name else ()
    then = [line(label("the most then: "), most, subject=one)] if most else []
    yield Way((title, (*name, *since), *then))
    yield Way((title, name, *then))
    yield Way((title, *then))
    yield Way((line(label(first)), line(label(f"{second}," if name else second)), name))
    if name:
        yield Way(below=((*line(label(f"{full}, ")), *name),))
        yield Way(below=((*line(label(f"{first} {second}, ")), *name),))
    yield Way(below=(line(label(f"{first} {second}")),))
    yield Way(below=(line(label(first)), line(label(second))))


def _officers(review: Review, worst: list[ComparedFigure], width: int) -> tuple[Line, ...]:
    """The officers with the most, as bars, under a line of heads where each has two numbers."""
    per_post = bool(worst) and worst[0].measure.name == "caseload_per_fte"
    names = [shown(slice_title("officer", one.figure.slices[0].value)) for one in worst]
    wide = min(max(map(cells.width, names), default=0), width // 3)
    wide = max(NAME, wide)
    left, right = f"{'officer':<{wide}} per full-time post", "people"
    heads = per_post and len(left) + 2 + len(right) <= width
    rows = [
        Row(
            (chunk(quiet(cells.padded(cells.shortened(name, wide), wide))), _count(one)),
            one.figure.value,
            end=_people(review, one) if heads else None,
        )
        for name, one in zip(names, worst, strict=True)
    ]
    lines = barred(rows, width)
    if heads:
        lines.insert(0, line(label(f"{left}{right:>{width - len(left)}}")))
    return tuple(lines)


def _count(one: ComparedFigure) -> Chunk:
    return chunk(value_number(one.figure.value or 0), subject=one)


def _people(review: Review, one: ComparedFigure) -> Chunk:
    people = known(review.figures("caseload", one.figure.slices))
    return chunk(value_text(people.figure, unit=False) if people else "", subject=people)


def _middle(review: Review, width: int) -> Iterator[Line]:
    """The median officer, and who has none."""
    if one := known(review.figures("caseload_median")):
        pieces = [
            chunk(value_text(one.figure, unit=False), label(" the median officer"), subject=one)
        ]
        if was := then_text(one, review):
            pieces.append(chunk(label("then "), was, subject=one))
        yield joined(pieces, width, ", ")
    if one := known(review.figures("unallocated")):
        yield from _unallocated(one, width)


def _unallocated(one: ComparedFigure, width: int) -> Iterator[Line]:
    people = unit_of("people", one.figure.value)
    verb = "has" if people == "person" else "have"
    count = value_text(one.figure, unit=False)
    whole = line(count, label(f" {people} {verb} no officer"), subject=one)
    yield whole if fits(whole, width) else line(count, label(f" {verb} no officer"), subject=one)


def _nobodys(review: Review) -> Card | None:
    """Those without an officer, where nobody has one."""
    one = known(review.figures("unallocated"))
    if one is None or not one.figure.value:
        return None
    told = line(strong("without an officer"))
    ways = (Way(((), told)), Way(below=(told,)))
    value = value_text(one.figure, unit=False)
    return Card(Headline("Without an officer", value, one, ways=ways), ())


def _said(review: Review, width: int) -> Card | None:
    """The caseloads of single officers that were said of the day, the largest first."""
    found = review.by("caseload", "officer")
    said = [one for one in found if one.figure.source and one.figure.given and not one.earlier]
    said.sort(key=lambda one: largest_first(one.figure))
    if not said:
        return None
    before, value = split_hedge(said[0].figure)
    rows = [
        Row(
            (
                chunk(quiet(slice_title("officer", one.figure.slices[0].value))),
                chunk(value_text(one.figure, unit=False), subject=one),
            ),
            one.figure.value,
            end=chunk(quiet(one.figure.base or "")),
        )
        for one in said
    ]
    title = line(strong(WITH_ONE[0]))
    ways = (
        Way(((), title, line(label("the most that was said")))),
        Way(tuple(line(label(text)) for text in WITH_ONE[1:])),
        Way(below=(title,)),
        Way(below=tuple(line(label(text)) for text in WITH_ONE[1:])),
    )
    return Card(
        Headline("People with one officer", value, said[0], before, ways),
        (
            Block(tuple(barred(rows, width)), need=1, apart=True, more=and_more),
            Block(said_by(said[0], width), need=7, apart=True),
            Block(
                tuple(
                    wrapped(
                        [chunk(label("single officers as published; not how many there are"))],
                        width,
                    )
                ),
                need=2,
                last=True,
            ),
        ),
    )
