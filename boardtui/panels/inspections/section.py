"""An inspection at a glance: what was found, by when to answer, which figures speak to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from boardtui.core.inspection.response import Deadline
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import days_text, number_text, unit_of
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import change_line, label, strong, then_text
from boardtui.panels.head import short_stated
from boardtui.panels.inspections.figures import figures_lines
from boardtui.panels.text import Chunk, Line, Span, chunk, quiet, wrapped
from boardtui.panels.totals import Total, totals_lines
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.inspections.inspections import Inspected

WIDEST_TEXT = 100
"""Columns of running text, beyond which lines are hard to follow."""


def section_blocks(review: Review, one: Inspected, width: int, *, large: bool) -> list[list[Line]]:
    """Who inspected, the numbers in large digits if they are to be, the finding, the figures."""
    numbers = totals_lines(list(_totals(review, one)), width) if large else []
    finding = one.inspection.finding or "What was found is not recorded."
    text = min(width, WIDEST_TEXT)
    head = wrapped(_head(review, one), width)
    if not numbers:
        head += wrapped([chunk(label(_due(review, one)))], text)
    return [head, numbers, wrapped([chunk(finding)], text), figures_lines(review, one, width)]


def _head(review: Review, one: Inspected) -> Iterator[Chunk]:
    inspection = one.inspection
    names = [name for name in (inspection.body, inspection.programme) if name]
    yield chunk(strong(", ".join(names)))
    if inspection.grade:
        yield chunk(inspection.grade)
    days = (
        ("inspected", inspection.inspected_on, one.inspected_stated),
        ("published", inspection.published_on, one.published_stated),
    )
    for done, when, stated in days:
        if when is not None:
            later = ", after this board's day" if when > review.selection.day else ""
            yield chunk(quiet(f"{done} {_day(when, stated)}{later}"))
    if one.baseline:
        yield chunk(quiet("this board's then"))


def _day(when: date, stated: str | None) -> str:
    """A day; one that is not exact in the words in which it was stated, their month if any."""
    return f"“{short_stated(stated, when)}”" if stated else day_text(when)


def _due(review: Review, one: Inspected) -> str:
    """By when the commissioner's comments were or are due, in short."""
    deadline, day = one.deadline, review.selection.day
    if deadline is None:
        return f"comments: {one.response_words(day)}"
    left = deadline.days_left(day)
    if left < 0:
        return f"comments were due by {day_text(deadline.day)}, {days_text(-left)} ago"
    return f"comments are due by {day_text(deadline.day)}, in {days_text(left)}"


def _totals(review: Review, one: Inspected) -> Iterator[Total]:
    """The days to the deadline or since, and the backlogs that the finding speaks of, as they are.

    A figure of another day is not among them.
    """
    if one.deadline is not None:
        yield _days(one.deadline, review.selection.day)
    backlogs = {backlog.overdue_name for backlog in BACKLOGS.values()}
    told: set[str] = set()
    for figure in (figure for speaking in one.speaking for figure in speaking.figures):
        name = figure.figure.measure
        if name in backlogs - told and not figure.earlier and not figure.figure.slices:
            told.add(name)
            yield _backlog(review, figure)


def _days(deadline: Deadline, day: date) -> Total:
    left = deadline.days_left(day)
    days = unit_of("days", left)
    words = f"{days} left for comments" if left >= 0 else f"{days} since comments were due"
    by = chunk(label("by "), day_text(deadline.day), label(f", {deadline.basis.briefly}"))
    return Total(number_text(abs(left)), (chunk(strong(words)), by))


def _backlog(review: Review, one: ComparedFigure) -> Total:
    before, value = split_hedge(one.figure)
    was = then_text(one, review)
    change = change_line(one)
    then: list[str | Span] = [label("then "), was] if was else []
    changed: list[str | Span] = [label(", " if was else ""), change] if change else []
    under = (chunk(label(one.measure.title.lower())), chunk(*then, *changed))
    return Total(value, tuple(line for line in under if line.width), before=before)
