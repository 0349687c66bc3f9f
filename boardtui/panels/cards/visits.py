"""The card of visits tried in a month: an attempt is not a visit, so the two stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.days import MONTH_NAMES, month_end, month_start, month_text
from boardtui.core.words.wording import share_text, signed, value_text
from boardtui.panels.cards.bars import LEAST, Row, barred, room_beside
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.spark import spark_line
from boardtui.panels.cards.unseen import unseen
from boardtui.panels.cards.words import label, line, strong
from boardtui.panels.panel import Board
from boardtui.panels.text import Chunk, Line, Span, chunk, columns, fit, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

TRIED = "visits_attempted"
NAMES = {TRIED: "tried", "visits_seen": "seen", "visits_action": "action"}
"""What the rows and columns are called."""

NOT_IN = "visits_not_in"
"""Visits where nobody was in: told on a card that has the room."""

MONTHS = 6
"""Months before the one in full that are told at most, of which a card has two if it has any."""

FEW = 2

ByMonth = dict[date, dict[str, ComparedFigure]]


def visits_card(board: Board, width: int) -> Card | None:
    """The latest complete month on or before the day, and the months before it."""
    month = latest_month(board.review)
    if month is None:
        return None
    months = _months(board.review, month)
    here = months[month]
    tried = here[TRIED]
    before, value = split_hedge(tried.figure)
    funnel = _funnel(here, width)
    tall = len(here.keys() & NAMES.keys())
    table = _before(months, month, width)
    long_unseen, others = unseen(board.review, width)
    return Card(
        Headline(
            f"Visits tried, {month_text(month)}",
            value,
            tried,
            before,
            tuple(_ways(board, months, month)),
            "Visits tried",
        ),
        (
            Block(funnel[:tall] or _in_words(here), need=1, apart=True),
            Block(funnel[tall:], need=6, on=True),
            Block(table[: 1 + FEW], need=3, apart=True),
            *(Block((row,), need=7, on=True) for row in table[1 + FEW :]),
            Block(others, need=6, apart=True),
            Block(said_by(tried, width), need=7, apart=True),
            Block(long_unseen, need=2, apart=True, last=True),
        ),
    )


def latest_month(review: Review) -> date | None:
    """The first day of the latest month that is whole and is not after the board's day.

    Where no month is whole, the latest of which anything is known.
    """
    found = _of_months(review, TRIED)
    whole = [f for f in found if not f.partial and f.as_at == month_end(f.as_at)]
    return max((month_of(figure) for figure in whole or found), default=None)


def month_of(figure: Figure) -> date:
    return month_start(figure.period_start or figure.as_at)


def _of_months(review: Review, name: str) -> list[Figure]:
    """The figures of a measure that are of months; of several of one the one that stands first."""
    return [figure for figure in review.now.both(name) if figure.given and figure.period_start]


def _months(review: Review, month: date) -> ByMonth:
    """The figures of a month and of as many before it as are told at most, the latest first."""
    there = {month_of(figure) for figure in _of_months(review, TRIED)}
    told = sorted((each for each in there if each <= month), reverse=True)[: 1 + MONTHS]
    by_month: ByMonth = {each: {} for each in told}
    for name in (*NAMES, NOT_IN):
        for figure in _of_months(review, name):
            found = by_month.get(month_of(figure))
            # Where nobody was in is told of the month itself alone.
            if found is None or name in found or (name == NOT_IN and month_of(figure) != month):
                continue
            found[name] = review.compared(figure)
    return by_month


def _ways(board: Board, months: ByMonth, month: date) -> Iterator[Way]:
    """What the number counts, in which month, and how that differs from the month before."""
    tried = months[month][TRIED]
    name, part = MONTH_NAMES[month.month - 1], tried.figure.partial
    told = [line(strong("visits tried")), line(label("in "), Span(f"{name} {month.year}"))]
    if part:
        told.append(line(label(part)))
    last = month_start(month - timedelta(days=1))
    then = months.get(last, {}).get(TRIED)
    if then and _whole(tried) and _whole(then):
        change = signed((tried.figure.value or 0) - (then.figure.value or 0))
        told.append(line(change, label(f" on {MONTH_NAMES[last.month - 1]}"), subject=tried))
    over = board.review.last_months.of(TRIED) if not tried.figure.source and not part else []
    for words in (True, False) if over and len(told) == FEW else ():
        yield Way((*told, spark_line(over, tried, told=words)))
    yield Way(tuple(told))
    short = f"in {name[:3]}", f"{month.year}"
    if not part:
        yield Way(tuple(line(label(text)) for text in ("tried", *short)))
    yield Way(below=(line(label(" ".join(("tried", *short, part or "")).rstrip())),))


def _whole(one: ComparedFigure) -> bool:
    """Whether a month was counted, and counted whole."""
    return one.figure.origin is Origin.RECORDS and not one.figure.partial


def _funnel(here: dict[str, ComparedFigure], width: int) -> tuple[Line, ...]:
    """Tried, seen, and led to action, each with its share of the one before; then nobody in."""
    rows = [
        Row(
            (
                chunk(quiet(words)),
                chunk(value_text(one.figure, unit=False), subject=one),
                chunk(share_text(one.share.interval) if one.share else ""),
            ),
            one.figure.value,
        )
        for name, words in {**NAMES, NOT_IN: "not in"}.items()
        if (one := here.get(name))
    ]
    return tuple(barred(rows, width)) if room_beside(rows, width) >= LEAST else ()


def _in_words(here: dict[str, ComparedFigure]) -> tuple[Line, ...]:
    """Seen, and led to action, where there is no room for bars."""
    told = {"visits_seen": " seen", "visits_action": " led to action"}
    found = [(here[name], words) for name, words in told.items() if name in here]
    values = [value_text(one.figure, unit=False) for one, _ in found]
    lines = []
    for value, (one, words) in zip(values, found, strict=True):
        share = one.share if words == " seen" else None
        pad = " " * (max(map(len, values)) - len(value))
        end = f", {share_text(share.interval)}" if share else ""
        lines.append(line(pad, value, label(words), end, subject=one))
    return tuple(lines)


def _before(months: ByMonth, month: date, width: int) -> tuple[Line, ...]:
    """The whole months before, the latest first, under a line of heads; none without room."""
    rows: list[tuple[Chunk, ...]] = [tuple(chunk(quiet(head)) for head in ("", *NAMES.values()))]
    for each, named in months.items():
        if each == month or any(one.figure.partial for one in named.values()):
            continue
        counts = [
            chunk(value_text(named[name].figure, unit=False), subject=named[name])
            if name in named
            else chunk("")
            for name in NAMES
        ]
        rows.append((chunk(quiet(MONTH_NAMES[each.month - 1])), *counts))
    if len(rows) == 1 or not fit(rows, width, 1):
        return ()
    return tuple(columns(_spread(rows, width), frozenset((1, 2, 3)), width, gap=1))


def _spread(rows: list[tuple[Chunk, ...]], width: int) -> list[tuple[Chunk, ...]]:
    """The rows with their columns as wide as it takes for the table to fill its card."""
    widths = [max(row[place].width for row in rows) for place in range(len(NAMES) + 1)]
    more = min(5, (width - sum(widths) - len(NAMES)) // len(NAMES))
    return [
        (
            row[0],
            *(_flush(cell, wide + more) for cell, wide in zip(row[1:], widths[1:], strict=True)),
        )
        for row in rows
    ]


def _flush(cell: Chunk, wide: int) -> Chunk:
    return Chunk((Span(" " * (wide - cell.width)), *cell.spans), cell.subject)
