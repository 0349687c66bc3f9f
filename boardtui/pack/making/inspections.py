"""Inspections: what was found, by when to answer, and which figures speak to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from boardtui.core.figure.agreement import thing_of
from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import value_text
from boardtui.pack.document.blocks import Block, Column, Facts, Row, Table, Text, Tone
from boardtui.pack.document.cell import Cell, words
from boardtui.pack.document.paper import Section
from boardtui.pack.making.by_slices import without_blank
from boardtui.pack.making.cells import BLANK, change_cell, then_cell, value_cell
from boardtui.pack.making.marks import marks_of
from boardtui.panels.explaining.explanation import title_of
from boardtui.panels.head import short_stated
from boardtui.panels.inspections.figures import NOT_SINCE
from boardtui.panels.inspections.told import CHOSEN, GRADES, RESPONSES
from boardtui.panels.panel import Board
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.inspections.inspections import Inspected, inspected

NOTHING_SPEAKS = "No figure of this paper speaks to it."


def inspections(board: Board) -> Section | None:
    """Every inspection of the force, newest first; None where none is known."""
    review = board.review
    found = inspected(review)
    if not found:
        return None
    blocks = [block for number, one in enumerate(found, 1) for block in _told(board, one, number)]
    notes = [RESPONSES]
    if any(one.inspection.grade for one in found):
        notes.append(GRADES)
    if any(one.speaking for one in found):
        notes.append(CHOSEN)
    blocks += [Text(note, Tone.QUIET) for note in notes]
    return Section("inspections", "Inspections, and answers due", tuple(blocks))


def _told(board: Board, one: Inspected, number: int) -> Iterator[Block]:
    review, inspection = board.review, one.inspection
    names = ", ".join(filter(None, (inspection.body, inspection.programme)))
    rows = [
        ("inspected", _day(inspection.inspected_on, one.inspected_stated)),
        ("published", _day(inspection.published_on, one.published_stated)),
        ("grade", inspection.grade or "none given"),
        ("found", inspection.finding or "not recorded"),
        ("commissioner's response", one.response_words(review.selection.day)),
    ]
    told = tuple((term, shown(text)) for term, text in rows if text)
    yield Facts(f"inspection_{number}", shown(names), told)
    table_rows = tuple(_rows(review, one))
    if not table_rows:
        yield Text(NOTHING_SPEAKS, Tone.QUIET)
        return
    heads = ("Speaks to it", "then", "now", "change", "by its words")
    table = Table(
        f"inspection_{number}_figures",
        "Figures that speak to it",
        tuple(Column(head, numbers=head in ("then", "now", "change")) for head in heads),
        table_rows,
        tuple(marks_of(table_rows, board)),
    )
    yield without_blank(table)


def _day(when: date | None, stated: str | None) -> str:
    """A day; one that is not exact with the words in which it was stated."""
    if when is None:
        return ""
    return f"{day_text(when)}, stated as “{stated}”" if stated else day_text(when)


def _rows(review: Review, one: Inspected) -> Iterator[Row]:
    """The figures by the words of the finding; of several for one thing the first."""
    for speaking in one.speaking:
        by = words(f"“{' … '.join(speaking.words)}”")
        before: ComparedFigure | None = None
        for figure in speaking.figures:
            if before is not None and thing_of(before.figure) == thing_of(figure.figure):
                continue
            before = figure
            yield Row((words(title_of(figure)), *_values(review, figure), by))


def _values(review: Review, one: ComparedFigure) -> tuple[Cell, Cell, Cell]:
    """Then, now and the change; a figure of an earlier day stands under then, with its day."""
    if one.earlier:
        stated, day = one.figure.as_at_stated, one.figure.as_at
        when = f"“{short_stated(stated, day)}”" if stated else day_text(day)
        value = words(f"{value_text(one.figure)}, {when}")
        return value, words(NOT_SINCE), BLANK
    return (
        then_cell(one, review, unit=True) if one.comparison.then else BLANK,
        value_cell(one.figure, unit=True),
        change_cell(one),
    )
