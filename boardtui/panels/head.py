"""The head of a screen: which force, whether it is invented, where one is, then, and now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.core.words.days import MONTH_NAMES, day_text
from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, line_width, space
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Baseline, BaselineKind

APART = 3
"""Blank columns between the parts of the head."""

SHORT = 30
"""Characters of what was stated of a day that are shown in full."""

STEP = " › "
"""Between two places of the way from the board."""

_MONTH = re.compile(rf"\b(?:{'|'.join(MONTH_NAMES)}) [0-9]{{4}}\b")


def head(review: Review, width: int, crumb: str = "", *shorter: str, then: bool = True) -> Line:
    """The head in one line: what has no room is left out, the day of now last of all.

    `shorter` are shorter ways of saying where one is. Without `then` that is said elsewhere.
    """
    left = _left(review)
    for right in _rights(review, (crumb, *shorter), then=then):
        line = (*right,)
        if line_width(left) + APART + line_width(line) <= width - 2:
            gap = width - 2 - line_width(left) - line_width(line)
            return (space(1), *left, space(gap), *line, space(1))
    return (space(1), *left)


def _left(review: Review) -> Line:
    force = review.selection.force
    name = chunk(Span(force.name, Role.HEADING))
    if not force.synthetic:
        return (name,)
    return name, space(2), chunk(Span("SYNTHETIC", Role.SYNTHETIC))


def _rights(review: Review, crumbs: Sequence[str], *, then: bool) -> list[list[Chunk]]:
    """What stands at the right, from all of it to the least."""
    now = _now(review)
    thens = [_then(words) for words in _then_words(review.selection.baseline)] if then else [[]]
    path, *shorter = ([_path(crumb)] if crumb else [] for crumb in crumbs)
    whole = [[*path, *then, *now] for then in thens]
    return [
        _apart(parts)
        for parts in (*whole, *([*each, *now] for each in (path, *shorter)), path or now, now)
    ]


def _apart(parts: list[Chunk]) -> list[Chunk]:
    found: list[Chunk] = []
    for part in parts:
        found += [space(APART), part] if found else [part]
    return found


def _path(crumb: str) -> Chunk:
    """The way from the board, in grey but for where one is."""
    before, step, here = crumb.rpartition(STEP)
    return chunk(Span(before + step, Role.QUIET), here)


def _now(review: Review) -> list[Chunk]:
    """The day that is looked at; where only figures were published of it, that it is so."""
    day = Span(day_text(review.selection.day), Role.HEADING)
    if review.selection.snapshot is not None:
        return [chunk(Span("now ", Role.QUIET), day)]
    published = Span("published figures only", Role.QUIET)
    if review.selection.baseline is None:
        return [chunk(published, Span(", as at ", Role.QUIET), day)]
    return [chunk(Span("now ", Role.QUIET), day)]


def _then(words: str) -> list[Chunk]:
    return [chunk(Span("then ", Role.QUIET), words)] if words else []


def _then_words(baseline: Baseline | None) -> list[str]:
    """What then is, in words: in full, and in short."""
    if baseline is None:
        return [""]
    day = short_day(baseline)
    if baseline.kind is BaselineKind.INSPECTION:
        return [f"inspection, {day}", day]
    return [day]


def short_day(baseline: Baseline) -> str:
    """The day of then as it was stated, in short: “March 2023”; else the day itself."""
    stated = baseline.stated
    if stated is None or (baseline.snapshot is not None and baseline.kind is BaselineKind.SNAPSHOT):
        return day_text(baseline.as_at)
    month = _MONTH.search(stated)
    words = month[0] if month else stated
    return f"“{cells.shortened(shown(words), SHORT)}”"
