"""Shares by risk level that were said in public: what each would be of the bases it may have."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.words import change_line, fits, label, line, strong
from boardtui.panels.said_shares import Said, count_of, people_text, said_by_level
from boardtui.panels.text import Chunk, Line, chunk, columns, fit, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

OPEN = "its base is open"


def said_line(review: Review, width: int) -> tuple[Line, ...]:
    """The shares that were said of the day beside records, the highest risk first, as have room."""
    told = [
        chunk(value_text(one.figure), label(f" {slice_title('risk_level', level)}"), subject=one)
        for level, ones in _of_day(review).items()
        for one in ones[:1]
    ]
    if not told:
        return ()
    first = [chunk(label("said: ")), told[0]]
    open_base = any(one.possible_counts for ones in _of_day(review).values() for one in ones)
    end = [chunk(label(f", {OPEN}"))] if open_base else []
    others = [piece for other in told[1:] for piece in (chunk(label(", ")), other)]
    for shown in ([*first, *others, *end], [*first, *end], first):
        if fits(tuple(shown), width):
            return (tuple(shown),)
    return ()


def _of_day(review: Review) -> Said:
    """What was said of the day itself, by level: the highest first."""
    said = {level: ones for level, ones in said_by_level(review).items() if not ones[0].earlier}
    return {level: said[level] for level in DIMENSIONS["risk_level"].order(said)}


def said_alone(review: Review, width: int) -> Card | None:
    """The shares that were said where no records are: each level, and the people it would be."""
    said = _of_day(review)
    first = next(iter(said.get("high") or next(iter(said.values()), ())), None)
    if first is None:
        return None
    before, value = split_hedge(first.figure)
    level = slice_title("risk_level", first.figure.slices[0].value)
    change = change_line(first)
    told = (
        line(strong(f"at {level} risk, as said")),
        *([line(label(OPEN))] if first.possible_counts else []),
        *([line(strong(f"{change} since then"))] if change else []),
    )
    ways = (Way(beside=((), *told)), Way(below=told))
    return Card(
        Headline(f"At {level} risk, as said", value, first, before, ways),
        (
            Block(_would_be(said, width), need=1, apart=True),
            Block(tuple(_bases(first)), need=2, apart=True),
            Block(said_by(first, width), need=7, apart=True),
        ),
    )


OF_BASE = {"managed": "of managed", "overdue_visits": "of overdue"}
"""The heads of what a share would count of each base."""


def _would_be(said: Said, width: int) -> tuple[Line, ...]:
    """Each level as it was said, and the people that it would be of each base."""
    bases = [name for name in OF_BASE if _any_count(said, name)]
    heads = ["", "said", *(OF_BASE[name] for name in bases)]
    rows: list[tuple[Chunk, ...]] = [tuple(chunk(quiet(head)) for head in heads)]
    for level, ones in said.items():
        for one in ones:
            counts = [count_of(one, name) for name in bases]
            cells = [chunk(people_text(c.people) if c else "", subject=one) for c in counts]
            title = quiet(slice_title("risk_level", level))
            rows.append((chunk(title), chunk(value_text(one.figure), subject=one), *cells))
    if not fit(rows, width, 1):
        # What each would be of its bases is behind `d`.
        rows = [row[:2] for row in rows[1:]]
    return tuple(columns(rows, frozenset(range(1, len(heads))), width, gap=2))


def _any_count(said: Said, name: str) -> bool:
    return any(count_of(one, name) for ones in said.values() for one in ones)


def _bases(one: ComparedFigure) -> Iterator[Line]:
    """What the people would be of."""
    for count in {count.base.measure: count for count in reversed(one.possible_counts)}.values():
        words = {"managed": "managed", "overdue_visits": "overdue visits"}[count.base.measure]
        yield line(label("if of "), value_text(count.base, unit=False), label(f" {words}"))
