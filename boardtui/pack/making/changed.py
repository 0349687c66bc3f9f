"""What changed: what became of each backlog, as a waterfall and in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardtui.core.flow.counts import Flow, most_without
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import count_text
from boardtui.pack.document.blocks import Block, Column, Row, Table, Text, Tone
from boardtui.pack.document.cell import Cell, words
from boardtui.pack.document.chart import Bar, Chart, Shade
from boardtui.pack.making.cells import flow_cell
from boardtui.pack.making.marks import marks_of
from boardtui.pack.making.panel import Panel, texts
from boardtui.panels.cards.standing import Standing
from boardtui.panels.flow.beside import beside_lines
from boardtui.panels.flow.sentence import reason_unknown, sentences, unknown_words
from boardtui.panels.flow.steps import Kind, Step, nobody, steps_of
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import text_of
from boardtui.review.flow.start import bearing_on

SHADES = {
    Kind.THEN: Shade.THEN,
    Kind.WENT: Shade.GONE,
    Kind.WITHOUT: Shade.WITHOUT,
    Kind.STAYED: Shade.NOW,
    Kind.CAME: Shade.NOW,
    Kind.NOW: Shade.NOW,
}

VERY_WIDE = 10_000
"""Columns in which any sentence is one line."""


def changed_panel(board: Board, standing: Standing) -> Panel:
    """Both backlogs from then to now, the one that fell without visits first."""
    known = [flow for flow in board.flows.values() if not flow.why_unknown]
    known.sort(key=lambda flow: not most_without(flow))
    first, *others = known
    blocks = [*_of_flow(first, board)]
    for flow in others:
        blocks.append(Text(next(sentences(flow)), Tone.MESSAGE))
        blocks += _of_flow(flow, board)
    blocks += [Text(unknown_words(flow)) for flow in board.flows.values() if flow.why_unknown]
    note = board.start.note or ""
    blocks += texts(note, tone=Tone.CAUTION)
    return Panel(next(sentences(first)), tuple(blocks), "", waterfall(first, _longest(board)))


def _of_flow(flow: Flow, board: Board) -> Iterator[Block]:
    if (pictured := waterfall(flow, _longest(board))) is not None:
        yield pictured
    yield _table(flow, board)
    beside = " ".join(text_of(line) for line in beside_lines(flow, VERY_WIDE))
    yield from texts(beside)
    unknown = bearing_on(BACKLOGS[flow.backlog], board.start.unknown)
    yield from texts(*map(shown, unknown.values()), tone=Tone.CAUTION)


def _longest(board: Board) -> float:
    """The largest backlog of either day: both flows are on one scale."""
    ends = (end for flow in board.flows.values() for end in (flow.opening, flow.closing))
    return max((end for end in ends if end is not None), default=0)


def waterfall(flow: Flow, most: float) -> Chart | None:
    """Each step where it falls, on one scale from nobody to `most` at least."""
    steps = steps_of(flow)
    bars = tuple(_bar(step) for step in steps)
    if not any(bar.end for bar in bars):
        return None
    told = "; ".join(f"{bar.name} {bar.value.text}" for bar in bars)
    title = f"What became of overdue {flow.backlog}"
    without = f"cleared without {BACKLOGS[flow.backlog].a_one}"
    legend = (
        (Shade.THEN, "then"),
        (Shade.GONE, "left the backlog"),
        (Shade.WITHOUT, without),
        (Shade.NOW, "overdue now"),
    )
    name = f"{flow.backlog}_what_changed"
    return Chart(name, title, f"{title}. {told}.", bars, legend, most)


def _bar(step: Step) -> Bar:
    cell = flow_cell(step.number, step.sign)
    low, high = step.start, step.end
    if low is None or high is None or step.number.people is None:
        low = high = None
    else:
        low, high = min(low, high), max(low, high)
    return Bar(step.number.title, cell, low, high, SHADES[step.kind], step.strong)


def _table(flow: Flow, board: Board) -> Table:
    """Every number of the flow with what it counts; the parts of a sum under it."""
    unknown = bearing_on(BACKLOGS[flow.backlog], board.start.unknown)
    rows: list[Row] = []
    for step in steps_of(flow):
        number = step.number
        cells = (words(number.title), flow_cell(number, step.sign), words(_counts(number)))
        rows.append(Row(cells, strong=step.strong))
        for part in step.parts:
            told = (words(f"of them {part.title}"), flow_cell(part), words(_counts(part)))
            rows.append(Row(told, quiet=True))
        if number.title.startswith("left the force"):
            rows += _reasons(flow, unknown)
    for number in nobody(flow):
        cells = (words(number.title), flow_cell(number), words(_counts(number)))
        rows.append(Row(cells, quiet=True))
    return Table(
        f"{flow.backlog}_flow",
        f"Overdue {flow.backlog}, part by part",
        (Column("", numbers=False), Column("people"), Column("what it counts", numbers=False)),
        tuple(rows),
        tuple(marks_of(rows, board)),
    )


ELSEWHERE = re.compile(r" (?:It is the number that|One of those cleared without) [^.]*\.")
"""What the table shows by its order, or is for whoever looks a number up on a screen."""


def _counts(number: FlowNumber) -> str:
    """What a number counts."""
    return ELSEWHERE.sub("", number.definition)


def _reasons(flow: Flow, unknown: dict[str, str]) -> Iterator[Row]:
    """Why people left, by the leavers files in between."""
    for reason, count in flow.reasons.items():
        name = (reason or reason_unknown(unknown)).replace("_", " ")
        value = Cell(count_text(count, hidden=True), count, "#,##0" if count is not None else "@")
        yield Row((words(f"of them {name}"), value, Cell("")), quiet=True)
