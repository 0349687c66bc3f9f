"""The section of a backlog: its size, how late it is, where it is, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.flow.counts import most_without
from boardtui.core.flow.parts import done_part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import number_text
from boardtui.pack.document.blocks import Block, Facts, Tone
from boardtui.pack.document.chart import Bar, Chart
from boardtui.pack.making.bars import chart, glance, then_now_bars
from boardtui.pack.making.by_slices import table_by
from boardtui.pack.making.panel import Panel, running, texts
from boardtui.pack.making.sentences import based, message_of, sentences, sized
from boardtui.panels.cards.standing import Standing
from boardtui.panels.cards.words import known
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.panel import Board
from boardtui.review.day.compared import ComparedFigure


def backlog_panel(backlog: Backlog, board: Board, standing: Standing) -> Panel:
    """A backlog by size, age, risk and unit, each then and now."""
    review, name = board.review, backlog.overdue_name
    one = known(review.figures(name))
    assert one is not None
    size = glance(f"{name}_then_and_now", one, review, _longest(board))
    facts = tuple(_about(board, one))
    blocks: list[Block] = [
        *running(f"{based(one)}." if based(one) else "", *_in_words(board, backlog)),
        *filter(None, [_ages(board, backlog, one)]),
        *filter(None, (table_by(board, name, by) for by in ("risk_level", "unit"))),
        *facts,
        *texts(*_cautions(one, facts), tone=Tone.CAUTION),
    ]
    message = message_of(board, *sized(name))
    return Panel(message, tuple(blocks), based(one), size, tuple(_foot(board, backlog)))


def _in_words(board: Board, backlog: Backlog) -> Iterator[str]:
    """The risk in a backlog, and how late it is."""
    name = backlog.overdue_name
    measures = (backlog.high_risk_name, f"{name}_oldest_months", f"{name}_median_days")
    yield from sentences(board, *measures)


def _ages(board: Board, backlog: Backlog, whole: ComparedFigure) -> Chart | None:
    """The backlog and its parts by days overdue, then and now, on one scale."""
    name, review = backlog.overdue_name, board.review
    bands = [
        one
        for one in review.by(name, "age_band")
        if one.figure.given and not one.earlier and one.figure.source is None
    ]
    bars: list[Bar] = list(then_now_bars("all", whole, review))
    for one in bands:
        title = slice_title("age_band", one.figure.slices[0].value)
        bars += then_now_bars(f"{title} late", one, review)
    title = "How many are overdue, and how late" if bands else "Then and now"
    return chart(f"{name}_by_age", title, bars, _longest(board))


def _longest(board: Board) -> float:
    """The largest backlog of either day: the bars of both are on one scale."""
    found = [known(board.review.figures(each.overdue_name)) for each in BACKLOGS.values()]
    both = [each for one in found if one for each in (one.figure, one.comparison.then)]
    return max((each.value for each in both if each is not None and each.value), default=0)


DROPPED = ("direction", "shown to", "base", "as at", "bear in mind")
"""What is said of a figure by `d` and stands elsewhere in a paper."""


def _about(board: Board, one: ComparedFigure) -> Iterator[Facts]:
    """What is known of the number: whom it leaves out, what it was, and who said otherwise."""
    told = explanation(board.review, one)
    said_too = []
    for value, text in told.said_too:
        if value:
            said_too.append((f"said too: {value}", text))
        elif said_too:
            term, before = said_too[-1]
            said_too[-1] = (term, f"{before}, by {text}")
    rows = [(term, shown(text)) for term, text in told.facts if term not in DROPPED]
    rows += [(shown(term), shown(text)) for term, text in said_too]
    if rows:
        name = one.measure.name
        yield Facts(f"{name}_facts", "About this number", tuple(rows))


def _foot(board: Board, backlog: Backlog) -> Iterator[str]:
    """How it moved otherwise than by visits, where that is more than was done."""
    flow = board.flows.get(backlog.name)
    if flow is None:
        return
    if most_without(flow):
        done = flow.parts[done_part(backlog)]
        by_one = f", {number_text(done)} {backlog.done_part}" if done is not None else ""
        without = number_text(flow.cleared_without or 0)
        since = f" since {day_text(flow.start)}" if board.start.note else ""
        yield f"{without} cleared without {backlog.a_one}{since}{by_one}"
    elif flow.dates_moved:
        dates = "due date" if flow.dates_moved == 1 else "due dates"
        yield f"{number_text(flow.dates_moved)} {dates} moved"


def _cautions(one: ComparedFigure, facts: Sequence[Facts]) -> Iterator[str]:
    """What is to be borne in mind of the number, where it is not said of it already."""
    said = " ".join(text for each in facts for _, text in each.rows)
    for caution in (one.comparison.caution, one.assumed):
        if caution and caution not in said:
            yield shown(f"Bear in mind: {caution}.")
