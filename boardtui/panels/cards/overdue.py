"""The card of a backlog: its size, how it changed, how late it is, and what it does not count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.agreement import agree
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.backlog_bars import backlog_bars
from boardtui.panels.cards.backlog_foot import foot, left_out
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.spark import spark_line
from boardtui.panels.cards.words import (
    change_line,
    changed,
    fits,
    joined,
    known,
    label,
    line,
    of_base,
    strong,
    then_text,
)
from boardtui.panels.choices import said_later
from boardtui.panels.panel import Board
from boardtui.panels.text import Chunk, Line, chunk
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


def overdue_card(backlog: Backlog, board: Board, width: int) -> Card | None:
    """A backlog by its count; None where neither records nor anybody gave one for the day."""
    review, name = board.review, backlog.overdue_name
    one = known(review.figures(name))
    if one is None:
        return None
    bars = backlog_bars(name, review, width, board.backlogs_width or width)
    before, value = split_hedge(one.figure)
    return Card(
        Headline(MEASURES[name].title, value, one, before, tuple(_ways(board, one, width))),
        (
            Block(_base(one, width), need=1),
            Block(bars.then_now, need=3, apart=True),
            Block(bars.bands, need=5, apart=True),
            Block(_age(review, name, width), need=2),
            Block(tuple(_risk(review, backlog, width)), need=6),
            Block(_half(review, name), need=6),
            Block(said_by(one, width), need=7, apart=True),
            Block(left_out(review, backlog, width), need=8, apart=True, last=True),
            foot(board, backlog, width),
        ),
    )


def _ways(board: Board, one: ComparedFigure, width: int) -> Iterator[Way]:
    """The change, what else was said, and the last months, beside the digits or below them."""
    number, percent = changed(one)
    beside: list[Line] = []
    pieces: list[Chunk] = []
    if number:
        beside = [(), line(strong(f"{number}  {percent}".rstrip())), line(label("since then"))]
        pieces = [chunk(strong(change_line(one)))]
    elif why := _why_no_change(one):
        beside = [(), line(label(why))]
        pieces = [chunk(label(why))]
    for other in said_otherwise(one)[:1]:
        given = value_text(other, unit=False)
        beside += [(), line(label(f"{_when_said(other)} "), given, subject=one)]
        pieces.append(chunk(label("said " if other.source else "counted "), given, subject=one))
    months = board.review.last_months.of(one.measure.name) if not one.figure.source else []
    for told in (True, False) if months else ():
        blank: list[Line] = [()] if len(beside) == 3 else []
        yield Way((*beside, *blank, spark_line(months, one, told=told)))
    yield Way(tuple(beside))
    yield Way(below=(joined(pieces, width),) if pieces else ())


def _why_no_change(one: ComparedFigure) -> str:
    """What stands in the place of a change that there is none of; `d` says why."""
    if one.comparison.comparable is False:
        return "not comparable: d"
    then = one.comparison.then
    return "then not known: d" if then is not None and then.unknown else ""


def _when_said(other: Figure) -> str:
    if other.source is None:
        return "counted"
    return "later said" if said_later(other) else "said"


def said_otherwise(one: ComparedFigure) -> Sequence[Figure]:
    """What others gave for the same thing that cannot be true as well."""
    return [other for other in one.others if agree(other, one.figure) is False]


def _base(one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """What it is a share of; nothing where no base was given."""
    if one.share is None:
        return (line(label(f"of {one.figure.base}")),) if one.figure.base else ()
    return (next((told for told in of_base(one) if fits(told, width)), ()),)


def _age(review: Review, name: str, width: int) -> tuple[Line, ...]:
    """How late the oldest is, and was."""
    one = known(review.figures(f"{name}_oldest_months"))
    if one is None:
        return ()
    pieces: list[Chunk] = [chunk(value_text(one.figure), label(" the oldest"), subject=one)]
    if was := then_text(one, review, unit=True):
        pieces.append(chunk(label("then "), was, subject=one))
    return (joined(pieces, width, ", "),)


def _half(review: Review, name: str) -> tuple[Line, ...]:
    """How late half of the backlog is."""
    one = known(review.figures(f"{name}_median_days"))
    if one is None:
        return ()
    return (line(label("half over "), value_text(one.figure), subject=one),)


def _risk(review: Review, backlog: Backlog, width: int) -> Iterator[Line]:
    """The risk in the backlog, counted and as it was said."""
    counted = known(review.figures(backlog.high_risk_name))
    if counted is not None:
        yield _level(counted, review, width)
    for one in levels_said(review, backlog):
        yield _level(one, review, width, said="said: " if counted else "")


def levels_said(review: Review, backlog: Backlog) -> list[ComparedFigure]:
    """The backlog at the levels of risk that were said of the day."""
    found = review.by(backlog.overdue_name, "risk_level")
    return [one for one in found if not one.earlier and one.figure.given and one.figure.source]


def _level(one: ComparedFigure, review: Review, width: int, said: str = "") -> Line:
    """How many are overdue at a level of risk, and were."""
    level = "high or very high"
    if one.figure.slices:
        level = slice_title("risk_level", one.figure.slices[0].value)
    number = value_text(one.figure, unit=False)
    whole = chunk(label(said), number, label(f" at {level} risk"), subject=one)
    if whole.width > width:
        whole = chunk(label(said), number, label(f" {level}"), subject=one)
    then = [chunk(label("then "), was, subject=one)] if (was := then_text(one, review)) else []
    return joined([whole, *then], width, ", ")
