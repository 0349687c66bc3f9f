"""The head of a screen: which force, whether it is invented, where one is, then, and now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from boardtui.core.words.days import MONTH_NAMES, day_text
from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    Span,
    chunk,
    clipped,
    line_width,
    quiet,
    space,
    spread,
)
from boardtui.review.day.catalogue import Baseline, BaselineKind
from boardtui.review.day.review import Review

APART = 3
"""Blank columns between the parts of the head."""

ROOMY = 100
"""Columns from which every head says that what is shown is sealed, where there is room."""

SHORT = 30
"""Characters of what was stated of a day that are shown in full."""

MARKS = "()[]“”‘’\"',.;:!?-–/"
"""What may stand close by a month's name, or its year."""

LEAST_NAME = 4
"""Cells that a force's name is cut to at most, so that the day has room."""
STEP = " › "
"""Between two places of the way from the board."""

# Made when they are asked for: to make them takes longer than to draw the head that has none.
_ASIDE = r"\s*\([^()]*\)"
_YEAR = r"\b[12][0-9]{3}\b"


def head(
    review: Review, width: int, crumb: str = "", *shorter: str, then: bool = True, days: bool = True
) -> Line:
    """The head in one line: what has no room is left out, the day of now last of all.

    Who it is shown to is never left out where something is hidden from them. Where nothing is, it
    is left out last but for the name, the way and the day.

    `shorter` are shorter ways of saying where one is. A screen that names then, or both days, over
    its columns has the head without `then`, or without `days`.
    """
    crumbs = (crumb, *shorter)
    here = crumb.rpartition(STEP)[-1]
    good = (
        list(_rights(review, crumbs, then=then)) if days else [(_path(c),) for c in (*crumbs, here)]
    )
    rights = [*good, *_least(review, crumb)] if days else good
    compared = days and then and review.selection.baseline is not None
    # What then is comes before whether it is sealed; and small screens have few words to spare.
    sealed = good[: -len(crumbs)] if compared else good
    if width < ROOMY and not (days and review.selection.snapshot):
        sealed = []
    for left, apart, beside in (
        (_sealed_named(review), APART, sealed),
        (shown_to_named(review, 2), APART, good),
        (shown_to_named(review, 1), 1, good[-1:]),
        (force_named(review, 2), APART, rights),
        (force_named(review, 1), 1, rights),
    ):
        for right in beside:
            if line_width(left) + apart + line_width(right) <= width - 2:
                return (space(1), *spread(left, right, width - 2), space(1))
    return cut_named(force_named(review, 1), rights[-1], width)


def cut_named(left: Line, right: Line, width: int) -> Line:
    """A head whose left end begins with a force's name, which is cut so that all else has room."""
    inner = max(1, width - 2)
    name, *marks = left
    room = inner - 1 - line_width(right) - sum(mark.width for mark in marks)
    short = cells.shortened(shown(name.text), max(LEAST_NAME, room))
    cut = (Chunk((Span(short, Role.HEADING),)), *marks)
    return clipped((space(1), *spread(cut, right, inner), space(1)), width)


def force_named(review: Review, apart: int) -> Line:
    """The force, and so many columns after it that it is invented, and who sees not all of it."""
    return chunk(Span(review.selection.force.name, Role.HEADING)), *_marks(review, apart)


def shown_to_named(review: Review, apart: int) -> Line:
    """As `force_named`, and that the head is the force's own where nothing is hidden."""
    own = () if review.audience.hides else _shown_to(review, apart)
    return *force_named(review, apart), *own


def _sealed_named(review: Review) -> Line:
    """As `shown_to_named`, and that what is shown is sealed, or was found to be as it was."""
    if review.seal is None or review.intact is False:
        return shown_to_named(review, 2)
    return *shown_to_named(review, 2), chunk(quiet(", intact" if review.intact else ", sealed"))


def _marks(review: Review, apart: int) -> Line:
    """What is never left out: that a force is invented, that what is stored is not as it was
    sealed, and who something is hidden from.
    """
    audience = _shown_to(review, apart) if review.audience.hides else ()
    differs = (space(apart), chunk(Span("NOT INTACT", Role.SYNTHETIC)))
    return *_mark(review, apart), *(differs if review.intact is False else ()), *audience


def _shown_to(review: Review, apart: int) -> Line:
    return space(apart), chunk(quiet("· "), review.audience.audience.value)


def _mark(review: Review, apart: int) -> Line:
    """That a force is invented, where it is."""
    if not review.selection.force.synthetic:
        return ()
    return space(apart), chunk(Span("SYNTHETIC", Role.SYNTHETIC))


def _rights(review: Review, crumbs: Sequence[str], *, then: bool) -> Iterator[Line]:
    """What stands at the right where there is room, from all of it to the way and the day."""
    selection = review.selection
    only = "published figures only" if selection.snapshot is None else ""
    path, *shorter = ([_path(crumb)] if crumb else [] for crumb in crumbs)
    nows = [_now(review)]
    if only and selection.baseline is None:
        nows = [_now(review, f"{only}, as at "), _now(review, "published as at ")]
    words = then_words(selection.baseline) if then else []
    thens = [chunk(quiet("then "), each) for each in words]
    if only:
        yield from (_apart([*path, chunk(quiet(only)), each, *nows]) for each in thens)
    yield from (_apart([*path, each, *nows]) for each in thens)
    yield from (_apart([*each, now]) for now in nows for each in (path, *shorter))


def _least(review: Review, crumb: str) -> Iterator[Line]:
    """What stands at the right where there is little room, down to the day alone."""
    if crumb:
        yield (_path(crumb),)
    yield (_now(review),)
    yield (_now(review, ""),)


def _now(review: Review, before: str = "now ") -> Chunk:
    """The day of now, after words that say what it is."""
    return chunk(quiet(before), Span(day_text(review.selection.day), Role.HEADING))


def _path(crumb: str) -> Chunk:
    """The way from the board, in grey but for where one is."""
    before, step, here = crumb.rpartition(STEP)
    return chunk(quiet(before + step), here)


def _apart(parts: list[Chunk]) -> Line:
    found: list[Chunk] = []
    for part in parts:
        found += [space(APART), part] if found else [part]
    return tuple(found)


def then_words(baseline: Baseline | None) -> list[str]:
    """What then is, in words: in full, and in short."""
    if baseline is None:
        return []
    day = short_day(baseline)
    if baseline.kind is BaselineKind.INSPECTION:
        return [f"inspection, {day}", day]
    return [day]


def short_day(baseline: Baseline) -> str:
    """The day of an inspection as it was stated, in short: “March 2023”; of others the day."""
    if baseline.kind is not BaselineKind.INSPECTION or baseline.stated is None:
        return day_text(baseline.as_at)
    return f"“{short_stated(baseline.stated, baseline.as_at)}”"


def short_stated(words: str, day: date) -> str:
    """What was stated of a day, in short: the month that it names, or the year.

    Words that name neither stand for the month of the day that they were taken to mean.
    """
    if month := _month_in(words):
        return month
    if names_a_day(words):
        return cells.shortened(re.sub(_ASIDE, "", shown(words)), SHORT)
    year = re.search(_YEAR, words)
    return year[0] if year else f"{MONTH_NAMES[day.month - 1]} {day.year}"


def _month_in(words: str) -> str:
    """The first month that words name with its year: "March 2023"; blank where they name none."""
    for before, after in pairwise(words.split(" ")):
        name, year = before.lstrip(MARKS), after.rstrip(MARKS)
        if name in MONTH_NAMES and len(year) == 4 and year.isascii() and year.isdigit():
            return f"{name} {year}"
    return ""


def names_a_day(words: str) -> bool:
    """Whether what was stated of a day says which, without what stands in brackets."""
    return any(char.isdigit() for char in re.sub(_ASIDE, "", words))
