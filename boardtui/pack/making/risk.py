"""The section of the risk mix: who is managed at each level, and who of them is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boardtui.core.criterion.dimension import RISK_LEVELS, slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import value_text
from boardtui.pack.document.blocks import Block, Column, Row, Table
from boardtui.pack.document.cell import Cell, words
from boardtui.pack.document.chart import Chart
from boardtui.pack.making.bars import bar, chart, figure_bar
from boardtui.pack.making.cells import NOTHING, share_cell, value_cell
from boardtui.pack.making.marks import marks_of
from boardtui.pack.making.panel import Panel, running
from boardtui.pack.making.sentences import message_of, sentences
from boardtui.panels.cards.standing import Standing
from boardtui.panels.panel import Board
from boardtui.panels.phrases import base_words
from boardtui.panels.said_shares import people_text, said_by_level
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import text_of
from boardtui.review.day.compared import ComparedFigure

Levels = Mapping[str | None, ComparedFigure]


def risk_panel(board: Board, standing: Standing) -> Panel:
    """The mix from records beside the backlog's, and the shares as they were said."""
    managed = _by_level(board, "risk_mix")
    overdue = _by_level(board, VISITS.overdue_name)
    rates = _rates(overdue)
    said = list(_said(board))
    blocks: list[Block | None] = [
        *running(*sentences(board, VISITS.high_risk_name)),
        rates,
        _table(board, managed, overdue) if managed else None,
        *said,
    ]
    glance = rates or next((each for each in said if isinstance(each, Chart)), None)
    message = message_of(board, Slide(kind="mix"), Slide(kind="figure", measure="managed"))
    base = next((text_of(line) for line in standing.card.blocks[0].lines), "") if managed else ""
    return Panel(message, tuple(filter(None, blocks)), base, glance)


def _by_level(board: Board, measure: str) -> Levels:
    return {
        one.figure.slices[0].value: one
        for one in board.review.by(measure, "risk_level")
        if one.figure.origin is Origin.RECORDS and one.figure.given
    }


def _rates(overdue: Levels) -> Chart | None:
    """Of the actively managed at each level, the share that is overdue."""
    bars = [
        bar(slice_title("risk_level", name), share_cell(one.share), one.share.value)
        for name, one in overdue.items()
        if name in RISK_LEVELS[:-1] and one.share is not None and one.share.base.value
    ]
    base = next((base_words(one.share.of) for one in overdue.values() if one.share), "")
    return chart("overdue_of_each_risk_level", f"Overdue, of the {base} at each level", bars)


def _table(board: Board, managed: Levels, overdue: Levels) -> Table:
    """How many are managed at each level and overdue, each with its share of all."""
    heads = ("managed", "% of all", "overdue", "% of all overdue")
    wide = 4 if overdue else 2
    rows = []
    for name in (*RISK_LEVELS, None):
        one, late = managed.get(name), overdue.get(name)
        if one is None or (name is None and not one.figure.value and not one.figure.suppressed):
            continue
        cells = [value_cell(one.figure), share_cell(one.part)]
        cells += [value_cell(late.figure), share_cell(late.part)] if late else [NOTHING, NOTHING]
        rows.append(Row((words(slice_title("risk_level", name)), *cells[:wide])))
    return Table(
        "managed_and_overdue_by_risk_level",
        "Managed and overdue, by risk level",
        (Column("Risk level", numbers=False), *map(Column, heads[:wide])),
        tuple(rows),
        tuple(marks_of(rows, board)),
    )


def _said(board: Board) -> Iterator[Block]:
    """The shares that were said in public, and what each would count of the bases it may have."""
    said = {name: ones[0] for name, ones in said_by_level(board.review).items()}
    said = {name: one for name, one in said.items() if one.figure.given and not one.earlier}
    bars = [figure_bar(slice_title("risk_level", name), one.figure) for name, one in said.items()]
    if (found := chart("risk_shares_said", "Shares as they were said", bars)) is not None:
        yield found
    yield from _possible(said)


def _possible(said: Levels) -> Iterator[Block]:
    """What each share would count of each base that it may have: nobody said which it is of."""
    bases = {
        count.base: f"of {value_text(count.base, unit=False)} {base_words(count.base.measure)}"
        for one in said.values()
        for count in one.possible_counts
    }
    if not bases:
        return
    rows = [
        Row(
            (
                words(slice_title("risk_level", name)),
                value_cell(one.figure, unit=True),
                *(_would_be(one, base) for base in bases),
            )
        )
        for name, one in said.items()
    ]
    heads = ("said", *bases.values())
    yield Table(
        "risk_shares_as_said",
        "What the shares as said would count",
        (Column("Risk level", numbers=False), *map(Column, heads)),
        tuple(rows),
        tuple(shown(f"Base as stated: {base}.") for base in _stated(said)),
    )


def _would_be(one: ComparedFigure, base: Figure) -> Cell:
    """How many people a share would be of a base."""
    found = next((count for count in one.possible_counts if count.base == base), None)
    return words(people_text(found.people)) if found is not None else NOTHING


def _stated(said: Levels) -> list[str]:
    return list(dict.fromkeys(one.figure.base for one in said.values() if one.figure.base))
