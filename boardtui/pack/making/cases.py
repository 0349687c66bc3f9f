"""Lists of cases, where somebody asked for them: the most overdue of each backlog."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.wording import number_text
from boardtui.pack.document.blocks import Block, Column, Row, Table
from boardtui.pack.document.cell import words
from boardtui.pack.document.paper import Section
from boardtui.panels.case_columns import case_columns
from boardtui.panels.panel import Board
from boardtui.review.cases.cases import CaseList, case_list
from boardtui.store.lists.pages import count, stream

MOST = 50
"""Cases of a list at most, the most overdue."""

FIRST = 7
"""Columns that a page has room for: who it is, since when something is due, and last was done."""


def cases(board: Board) -> Section | None:
    """The most overdue cases of each backlog, as the force's own lists have them.

    Raises:
        NotThereError: there are no records of the day.
    """
    review = board.review
    blocks: list[Block] = []
    for backlog in BACKLOGS.values():
        name = backlog.overdue_name
        found = case_list(review.database, review.selection, name, (), review.definition)
        blocks += _listed(board, found)
    return Section("cases", "The most overdue cases", tuple(blocks)) if blocks else None


def _listed(board: Board, found: CaseList) -> Iterator[Block]:
    columns = case_columns(found)[:FIRST]
    rows = []
    with_rows = stream(board.review.database, found.listing)
    try:
        for case in islice(with_rows, MOST):
            rows.append(Row(tuple(words(column.text(case)) for column in columns)))
    finally:
        with_rows.close()
    if not rows:
        return
    whole = count(board.review.database, found.listing)
    left = [f"The first {MOST} of {number_text(whole)}, the most overdue."] if whole > MOST else []
    yield Table(
        f"cases_{found.measure.name}",
        found.measure.title,
        tuple(Column(column.title, numbers=column.right) for column in columns),
        tuple(rows),
        tuple(left),
    )
