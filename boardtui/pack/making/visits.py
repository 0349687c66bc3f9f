"""The section of visits tried: the latest whole month, the months before, and who is not seen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardtui.core.words.days import MONTH_NAMES
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import share_text, value_text
from boardtui.pack.document.blocks import Block, Column, Row, Table, Tone
from boardtui.pack.document.cell import Cell
from boardtui.pack.document.chart import Chart
from boardtui.pack.making.bars import chart, figure_bar
from boardtui.pack.making.cells import NOTHING, share_cell, value_cell
from boardtui.pack.making.marks import marks_of
from boardtui.pack.making.panel import Panel, running, texts
from boardtui.pack.making.sentences import message_of, sentences
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.standing import Standing
from boardtui.panels.cards.visits import latest_month, month_of
from boardtui.panels.cards.words import known
from boardtui.panels.panel import Board
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import text_of
from boardtui.review.day.compared import ComparedFigure

NAMES = {
    "visits_attempted": "tried",
    "visits_seen": "seen",
    "visits_action": "led to action",
    "visits_not_in": "nobody in",
}

MONTHS = 12
"""Months of a table at most, the latest."""

UNSEEN = ("not_seen_longest_days", "not_seen_over_year", "never_seen")

Month = Mapping[str, ComparedFigure]


def visits_panel(board: Board, standing: Standing) -> Panel:
    """An attempt is not a visit: tried, seen, and led to action, and the same of earlier months."""
    months = _months(board)
    latest = latest_month(board.review)
    here = months.get(latest, {}) if latest else {}
    funnel = _funnel(latest, here) if latest else None
    message = message_of(board, Slide(kind="visits"))
    blocks: list[Block | None] = [
        *running(*sentences(board, *UNSEEN)),
        funnel,
        _table(board, months) if len(months) > 1 else None,
        *texts(_sources(here), tone=Tone.QUIET),
    ]
    return Panel(message, tuple(filter(None, blocks)), "", funnel, _foot(board))


def _months(board: Board) -> dict[date, dict[str, ComparedFigure]]:
    """The figures of each month of which it is known how many visits were tried."""
    found: dict[date, dict[str, ComparedFigure]] = {}
    for name in NAMES:
        for one in board.review.figures(name):
            if one.figure.given and one.figure.period_start:
                found.setdefault(month_of(one.figure), {}).setdefault(name, one)
    return {month: here for month, here in sorted(found.items()) if "visits_attempted" in here}


def _funnel(month: date, here: Month) -> Chart | None:
    """Tried, seen, led to action, nobody in: each with its share of what it is a part of."""
    bars = [
        figure_bar(words, here[name].figure, after=_share(here[name]))
        for name, words in NAMES.items()
        if name in here
    ]
    return chart(
        "visits_of_the_month", f"Visits in {MONTH_NAMES[month.month - 1]} {month.year}", bars
    )


def _share(one: ComparedFigure) -> str:
    if one.share is None:
        return ""
    of = {"visits_attempted": "tried", "visits_seen": "seen"}.get(one.share.of, "")
    return f"{share_text(one.share.interval)}{f' of {of}' if of else ''}"


def _table(board: Board, months: Mapping[date, Month]) -> Table:
    """The latest months, with the share that was seen and that led to action."""
    names = [name for name in NAMES if any(name in here for here in months.values())]
    shared = {"visits_seen": "% of tried", "visits_action": "% of seen"}
    columns = [Column("Month", numbers=False)]
    for name in names:
        columns.append(Column(NAMES[name]))
        columns += [Column(shared[name])] if name in shared else []
    rows = [
        Row((_named(month, here), *(cell for name in names for cell in _cells(name, here, shared))))
        for month, here in list(months.items())[-MONTHS:]
    ]
    left = len(months) - len(rows)
    more = [f"The latest {len(rows)} of {len(months)} months."] if left else []
    return Table(
        "visits_by_month",
        "By month",
        tuple(columns),
        tuple(rows),
        (*more, *marks_of(rows, board)),
    )


def _named(month: date, here: Month) -> Cell:
    """A month; one that is not whole says so."""
    partial = next((one.figure.partial for one in here.values() if one.figure.partial), None)
    return Cell(
        shown(f"{MONTH_NAMES[month.month - 1]} {month.year}{f', {partial}' if partial else ''}")
    )


def _cells(name: str, here: Month, shared: Mapping[str, str]) -> list[Cell]:
    one = here.get(name)
    cells = [value_cell(one.figure) if one else NOTHING]
    return [*cells, share_cell(one.share if one else None)] if name in shared else cells


def _sources(here: Month) -> str:
    """Who said the figures of the month, where they were published."""
    tried = here.get("visits_attempted")
    lines = said_by(tried, 1_000) if tried is not None else ()
    said = " ".join(text_of(line) for line in lines)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _foot(board: Board) -> tuple[str, ...]:
    """Who has not been seen for long."""
    never = known(board.review.figures("never_seen"))
    longest = known(board.review.figures("not_seen_longest_days"))
    told = []
    if longest is not None:
        told.append(f"{value_text(longest.figure)} the longest unseen")
    if never is not None:
        told.append(f"{value_text(never.figure, unit=False)} never seen")
    return (", ".join(told),) if told else ()
