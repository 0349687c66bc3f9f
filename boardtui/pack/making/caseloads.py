"""The section of caseloads: the most that one post or officer manages, and the officers."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import largest_first
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import number_text, value_text
from boardtui.pack.document.blocks import Block, Column, Row, Table, Tone
from boardtui.pack.document.cell import words
from boardtui.pack.making.bars import chart, figure_bar
from boardtui.pack.making.cells import value_cell
from boardtui.pack.making.marks import marks_of
from boardtui.pack.making.panel import Panel, running, texts
from boardtui.pack.making.sentences import message_of, sentences
from boardtui.panels.cards.standing import Standing
from boardtui.panels.cards.words import known
from boardtui.panels.panel import Board
from boardtui.panels.slides.slide import Slide
from boardtui.review.day.compared import ComparedFigure

MOST, FEW = 10, 3
"""Officers that are listed, and that stand with the headline."""

MOST_OF = {"caseload_per_fte": "caseload_per_fte_max", "caseload": "caseload_max"}
"""Ways to tell officers apart, the first that there is, with the measure of the most."""

COLUMNS = {
    "caseload_per_fte": "per full-time post",
    "caseload": "people",
    "overdue_visits": "visits overdue",
}
"""What is told of each officer, as far as it is known of any."""


def caseloads_panel(board: Board, standing: Standing) -> Panel:
    """Officers by full-time posts where these are known, else by people, else as was said."""
    each, officers, count = _largest(board)
    bars = [
        figure_bar(slice_title("officer", one.figure.slices[0].value), one.figure)
        for one in officers
        if one.figure.given
    ]
    what = "People per full-time post" if each == "caseload_per_fte" else "People with one officer"
    glance = chart("caseloads_largest", f"{what}, the largest", bars[:FEW])
    message = message_of(
        board,
        Slide(kind="caseload"),
        *(Slide(kind="figure", measure=name) for name in ("caseload_median", "unallocated")),
    )
    closed = board.review.audience.closes(Way.OFFICERS) or ""
    blocks: list[Block | None] = [
        *running(*sentences(board, "caseload_median", "unallocated")),
        chart("caseloads", f"{what}, the largest", bars),
        _table(board, officers, count) if officers else None,
        *texts(closed, tone=Tone.QUIET),
    ]
    return Panel(message, tuple(filter(None, blocks)), "", glance, _foot(board))


def _largest(board: Board) -> tuple[str, list[ComparedFigure], int]:
    """The officers with the most, by which measure, and how many there are in all."""
    review = board.review
    if review.audience.closes_dimension("officer"):
        return "caseload", [], 0
    for each, most in MOST_OF.items():
        if known(review.figures(most)) is not None:
            officers, count = review.largest(each, "officer", MOST)
            return each, officers, count
    said = [one for one in review.by("caseload", "officer") if one.figure.given and not one.earlier]
    said.sort(key=lambda one: largest_first(one.figure))
    return "caseload", said[:MOST], len(said)


def _table(board: Board, officers: Sequence[ComparedFigure], count: int) -> Table:
    """The officers with how many people each has, by posts too, and overdue visits of theirs."""
    review = board.review
    rows = []
    for one in officers:
        found = {name: known(review.figures(name, one.figure.slices)) for name in COLUMNS}
        cells = (value_cell(f.figure if f else None) for f in found.values())
        base = f", {one.figure.base}" if one.figure.base and one.figure.source else ""
        name = slice_title("officer", one.figure.slices[0].value)
        rows.append(Row((words(shown(f"{name}{base}")), *cells)))
    kept = [
        place
        for place in range(len(COLUMNS) + 1)
        if any(row.cells[place].text != "–" for row in rows)
    ]
    heads = (Column("Officer", numbers=False), *map(Column, COLUMNS.values()))
    told = tuple(Row(tuple(row.cells[place] for place in kept)) for row in rows)
    more = count - len(rows)
    left = [f"The first {len(rows)} of {number_text(count)}, the largest."] if more > 0 else []
    said = "Single officers as published; not how many there are."
    published = [said] if any(one.figure.source for one in officers) else []
    return Table(
        "officers",
        "Officers with the most",
        tuple(heads[place] for place in kept),
        told,
        (*left, *published, *marks_of(told, board)),
    )


def _foot(board: Board) -> tuple[str, ...]:
    """The median officer, and who has none."""
    median = known(board.review.figures("caseload_median"))
    alone = known(board.review.figures("unallocated"))
    told = []
    if median is not None:
        told.append(f"{value_text(median.figure, unit=False)} the median officer")
    if alone is not None:
        verb = "person has" if alone.figure.value == 1 else "people have"
        told.append(f"{value_text(alone.figure, unit=False)} {verb} no officer")
    return tuple(told)
