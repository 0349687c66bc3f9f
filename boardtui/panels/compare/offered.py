"""A day that is compared with nothing: that it is so, and what it could be compared with."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text
from boardtui.panels.panel import Board
from boardtui.review.day.beyond import Comparable
from boardtui.review.day.catalogue import BaselineKind

MOST = 4
"""Measures in common that are named of a day."""


def nothing_compared(board: Board) -> Iterator[str]:
    """That nothing is compared, and whether anything could be."""
    days = board.review.beyond.comparable()
    if any(map(_has_some, days)):
        yield "Nothing is compared: b chooses an earlier day."
    elif days:
        yield "Nothing to compare: no earlier day has what was given of this one."
    else:
        yield "Nothing to compare: there is no earlier day of this force."


def offered(board: Board) -> Iterator[str]:
    """The earlier days with what was given of them too, the latest first; then all others."""
    days = board.review.beyond.comparable()
    for one in filter(_has_some, days):
        yield f"{_named(one)}: {_common(one)}"
    some = {one.baseline.as_at for one in filter(_has_some, days)}
    others = sorted({one.baseline.as_at for one in days} - some, reverse=True)
    if others:
        yield f"nothing of the same: {', '.join(map(day_text, others))}"


def _has_some(one: Comparable) -> bool:
    return one.records or bool(one.measures)


def _named(one: Comparable) -> str:
    day = day_text(one.baseline.as_at)
    return f"{day}, inspection" if one.baseline.kind is BaselineKind.INSPECTION else day


def _common(one: Comparable) -> str:
    if one.records:
        return "records of both days"
    titles = [MEASURES[name].title for name in one.measures]
    more = f" and {len(titles) - MOST} more" if len(titles) > MOST else ""
    return ", ".join(titles[:MOST]) + more
