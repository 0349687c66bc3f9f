"""The panel of visits tried: an attempt is not a visit, so the two stand apart."""

from __future__ import annotations

from datetime import date

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.days import month_start, month_text
from boardtui.core.words.wording import NOT_KNOWN, value_text
from boardtui.panels.choices import Pair, given_too
from boardtui.panels.panel import Board
from boardtui.panels.phrases import of_base, period_text, when
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

NAMES = {
    "visits_attempted": "tried",
    "visits_seen": "seen",
    "visits_action": "led to action",
}

MONTHS_SHOWN = 5


def visits_title(board: Board) -> str:
    month = _month(board.review)
    if month:
        return f"Visits tried, {month_text(month)}"
    return "Visits missed: a flow" if board.review.figures("visits_missed") else "Visits tried"


def visits_lines(board: Board, width: int) -> list[Line]:
    """One month in full, what was said of it, and the months around it."""
    review = board.review
    month, missed = _month(review), _missed(review, width)
    if month is None:
        return missed
    lines: list[Line] = []
    said: list[Pair] = []
    for name, words in NAMES.items():
        found = [one for one in review.figures(name) if _month_of(one.figure) == month]
        if not found:
            continue
        first, *others = found
        spans = [Span(value_text(first.figure), Role.HEADLINE), Span(f" {words}")]
        pieces = [chunk(*spans, subject=first)]
        if first.figure.partial:
            pieces.append(chunk(quiet(f"(only {first.figure.partial})")))
        if first.share:
            pieces.append(chunk(of_base(first.share), subject=first))
        lines += wrapped(pieces, width)
        for other in others:
            said.append((first, other, words))
    return parts(lines, given_too(said, width), _months(review, width), missed)


def _missed(review: Review, width: int) -> list[Line]:
    """Visits missed over a period: kept apart, and said to be another thing than overdue ones."""
    lines: list[Line] = []
    for one in review.figures("visits_missed"):
        start = one.figure.period_start or month_start(one.figure.as_at)
        pieces = [chunk(number(value_text(one.figure)), " missed", subject=one)]
        pieces.append(chunk(quiet(f"stated: {when(one.figure)}"), subject=one))
        apart = (
            f"a flow over {period_text(start, one.figure.as_at)}, not the same as overdue visits"
        )
        lines += wrapped([*pieces, chunk(quiet(apart), subject=one)], width)
    return lines


def _month(review: Review) -> date | None:
    """The month shown: the latest one spoken of in public, else the latest whole one, else any."""
    figures = [one.figure for one in review.figures("visits_attempted")]
    known = [f for f in figures if f.given and f.period_start]
    said = [f for f in known if f.origin is Origin.PUBLISHED]
    whole = [f for f in known if not f.partial]
    for choice in (said, whole, known):
        if choice:
            return max(_month_of(figure) for figure in choice)
    return None


def _month_of(figure: Figure) -> date:
    return figure.period_start or figure.as_at


def _months(review: Review, width: int) -> list[Line]:
    """The latest months from records, oldest first; a partial one says so."""
    by_month: dict[date, dict[str, ComparedFigure]] = {}
    for name in NAMES:
        for one in review.figures(name):
            if one.figure.origin is Origin.RECORDS and one.figure.period_start:
                by_month.setdefault(one.figure.period_start, {})[name] = one
    if len(by_month) < 2:
        return []
    heads = ("month", "tried", "seen", "action", "")
    rows: list[tuple[Chunk, ...]] = [tuple(chunk(quiet(head)) for head in heads)]
    for month, named in sorted(by_month.items())[-MONTHS_SHOWN:]:
        cells = [_cell(named.get(name)) for name in NAMES]
        partial = next(iter(named.values())).figure.partial
        note = chunk(quiet("part" if partial else ""))
        rows.append((chunk(month_text(month)), *cells, note))
    return columns(rows, frozenset((1, 2, 3)), width)


def _cell(one: ComparedFigure | None) -> Chunk:
    """A month's figure; there is none of a month where the file has not the column for it."""
    if one is None:
        return chunk(quiet(NOT_KNOWN))
    return chunk(number(value_text(one.figure)), subject=one)
