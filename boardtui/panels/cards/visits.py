"""The card of visits tried in a month: an attempt is not a visit, so the two stand apart."""

from __future__ import annotations

from datetime import date

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.days import MONTH_NAMES, month_end, month_start, month_text
from boardtui.core.words.wording import share_text, signed, value_text
from boardtui.panels.cards.bars import Scale, scale_of
from boardtui.panels.cards.card import Block, Card, Headline
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.overdue import WIDE
from boardtui.panels.cards.words import joined, known, label, line, strong
from boardtui.panels.panel import Board
from boardtui.panels.text import Chunk, Line, Span, chunk, columns, fit, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

NAMES = {"visits_attempted": "tried", "visits_seen": "seen", "visits_action": "action"}
"""What the columns are called. Visits where nobody was in are behind `enter`."""

MONTHS = 2
"""Months before the one in full that a card has room for."""

ByMonth = dict[date, dict[str, ComparedFigure]]


def visits_card(board: Board, width: int) -> Card | None:
    """The latest complete month on or before the day, and the months before it."""
    review = board.review
    months = _months(review)
    month = latest_month(review)
    if month is None:
        return None
    here = months[month]
    tried = here["visits_attempted"]
    before, value = split_hedge(tried.figure)
    scale = _scale(here, width)
    return Card(
        Headline(
            f"Visits tried, {month_text(month)}",
            value,
            tried,
            before,
            wide=_wide(months, month),
            narrow=tuple(line(label(text)) for text in ("tried", *_short_month(month))),
        ),
        (
            Block(_funnel(here, scale, width), need=1, apart=True),
            Block(_before(months, month, width), need=3, apart=True),
            Block(_unseen(review, width), need=2, apart=True, last=width >= WIDE),
        ),
    )


def latest_month(review: Review) -> date | None:
    """The first day of the latest month that is whole and is not after the board's day.

    Where no month is whole, the latest of which anything is known.
    """
    figures = [one.figure for one in review.figures("visits_attempted")]
    found = [f for f in figures if f.given and f.period_start]
    whole = [f for f in found if not f.partial and f.as_at == month_end(f.as_at)]
    return max((month_of(figure) for figure in whole or found), default=None)


def month_of(figure: Figure) -> date:
    return month_start(figure.period_start or figure.as_at)


def _months(review: Review) -> ByMonth:
    """The figures of each month; of several the one that stands."""
    by_month: ByMonth = {}
    for name in NAMES:
        for one in review.figures(name):
            if one.figure.period_start and one.figure.given:
                by_month.setdefault(month_of(one.figure), {}).setdefault(name, one)
    return {month: found for month, found in by_month.items() if "visits_attempted" in found}


def _wide(months: ByMonth, month: date) -> tuple[Line, ...]:
    lines = [
        line(strong("visits tried")),
        line(label("in "), Span(f"{MONTH_NAMES[month.month - 1]} {month.year}")),
    ]
    last = _month_before(month)
    now, then = (months.get(m, {}).get("visits_attempted") for m in (month, last))
    if now and then and _exact(now) and _exact(then) and not then.figure.partial:
        change = signed((now.figure.value or 0) - (then.figure.value or 0))
        lines.append(line(change, label(f" on {MONTH_NAMES[last.month - 1]}"), subject=now))
    return tuple(lines)


def _exact(one: ComparedFigure) -> bool:
    return one.figure.origin is Origin.RECORDS


def _short_month(month: date) -> tuple[str, str]:
    return f"in {MONTH_NAMES[month.month - 1][:3]}", str(month.year)


def _month_before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def _scale(here: dict[str, ComparedFigure], width: int) -> Scale:
    return scale_of((one.figure.value, width - 18) for one in here.values())


def _funnel(here: dict[str, ComparedFigure], scale: Scale, width: int) -> tuple[Line, ...]:
    """Tried, seen, and led to action, each with its share of the one before."""
    if width < WIDE:
        return tuple(_funnel_in_words(here))
    rows: list[tuple[Chunk, ...]] = [
        (
            chunk(quiet(words)),
            chunk(value_text(one.figure), subject=one),
            chunk(share_text(one.share.interval) if one.share else ""),
            chunk("", scale.now(one.figure.value)),
        )
        for name, words in NAMES.items()
        if (one := here.get(name))
    ]
    if not fit(rows, width, 1):
        # A hedge and a range leave no room for bars.
        rows = [row[:3] for row in rows]
    return tuple(columns(rows, frozenset((1, 2)), width, gap=1))


def _funnel_in_words(here: dict[str, ComparedFigure]) -> list[Line]:
    lines = []
    wide = max(len(value_text(one.figure)) for one in here.values())
    if one := here.get("visits_seen"):
        share = f", {share_text(one.share.interval)}" if one.share else ""
        parts: list[str | Span] = [f"{value_text(one.figure):>{wide}}", label(" seen"), share]
        lines.append(line(*parts, subject=one))
    if one := here.get("visits_action"):
        words = label(" led to action")
        lines.append(line(f"{value_text(one.figure):>{wide}}", words, subject=one))
    return lines


def _before(months: ByMonth, month: date, width: int) -> tuple[Line, ...]:
    """The whole months before, the latest first."""
    earlier = sorted((m for m in months if m < month), reverse=True)[:MONTHS]
    rows: list[tuple[Chunk, ...]] = []
    for each in earlier:
        named = months[each]
        if any(one.figure.partial for one in named.values()):
            continue
        cells = [
            chunk(value_text(named[name].figure), subject=named[name])
            if name in named
            else chunk("")
            for name in NAMES
        ]
        rows.append((chunk(quiet(MONTH_NAMES[each.month - 1])), *cells))
    if not rows or width < WIDE:
        return ()
    heads = tuple(chunk(quiet(head)) for head in ("", *NAMES.values()))
    spread = [
        tuple(_padded(cell, place) for place, cell in enumerate(row)) for row in [heads, *rows]
    ]
    return tuple(columns(spread, frozenset((1, 2, 3)), width, gap=2))


def _padded(cell: Chunk, place: int) -> Chunk:
    """A cell at least as wide as its column asks, so that the table fills its card."""
    least = 9 if place == 0 else 7
    if cell.width >= least:
        return cell
    pad = " " * (least - cell.width)
    spans = (*cell.spans, Span(pad)) if place == 0 else (Span(pad), *cell.spans)
    return Chunk(spans, cell.subject)


def _unseen(review: Review, width: int) -> tuple[Line, ...]:
    """The longest that somebody has not been seen, and how many never were."""
    longest = known(review.figures("not_seen_longest_days"))
    never = known(review.figures("never_seen"))
    year = known(review.figures("not_seen_over_year"))
    pieces = []
    if longest is not None and width >= WIDE:
        days = value_text(longest.figure)
        pieces.append(chunk(days, label(" the longest unseen"), subject=longest))
    if never is not None:
        pieces.append(chunk(value_text(never.figure), label(" never"), subject=never))
    if year is not None and width < WIDE:
        words = label(" not seen for a year")
        return (line(value_text(year.figure), words, subject=year),)
    told = joined(pieces, width, ", ")
    return (told,) if told else ()
