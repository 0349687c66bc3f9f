"""Papers of boards, and all that one says, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from boardtui.decks.stage import with_flows
from boardtui.pack.document.blocks import Block, Facts, Heading, Listed, Table, Text
from boardtui.pack.document.chart import Chart
from boardtui.pack.document.paper import Card, Paper
from boardtui.pack.making.paper import paper_of
from boardtui.panels.panel import Board
from tests.panels.boards import only_board
from tests.registers import Force, write

MARKING = "OFFICIAL: contains case-level data"


def paper(board: Board) -> Paper:
    """The paper of a board, marked where it is made of records."""
    records = board.review.selection.snapshot is not None
    return paper_of(with_flows(board), MARKING if records else "")


def paper_of_force(path: Path, force: Force) -> Paper:
    """The paper of the newest day of a force that is written to a database of its own."""
    write(path, force)
    with only_board(path) as board:
        return paper(board)


def texts(of: Paper) -> Iterator[str]:
    """Every text that a reader of a paper meets, in order, without what stands in pictures."""
    title = of.title
    yield from (title.about, title.force, title.day, title.synthetic)
    for fact in title.facts:
        yield from fact
    yield "Headlines"
    for card in of.cards:
        yield from card_texts(card)
    yield from of.not_given
    for section in of.sections:
        yield section.title
        for block in section.blocks:
            yield from block_texts(block)


def card_texts(card: Card) -> Iterator[str]:
    yield from (card.title, card.before, card.value, *card.beside, card.base)
    if card.glance is not None:
        yield from bar_texts(card.glance)
    yield from card.foot


def block_texts(block: Block) -> Iterator[str]:
    match block:
        case Text(text=text) | Heading(text=text):
            yield text
        case Listed(items=items):
            yield from items
        case Facts():
            yield block.title
            for row in block.rows:
                yield from row
        case Table():
            yield block.title
            yield from (column.title for column in block.columns)
            for each in block.rows:
                yield from (cell.text for cell in each.cells)
            yield from block.notes
        case Chart():
            yield block.title
            yield from (words for _, words in block.legend)
            yield from bar_texts(block)


def bar_texts(chart: Chart) -> Iterator[str]:
    for bar in chart.bars:
        yield from (bar.name, bar.value.text, bar.after)


def without_blanks(text: str) -> str:
    """A text by its signs alone: where a line is broken is nobody's words."""
    return "".join(text.split())


def missing_in_order(said: str, wanted: Iterator[str]) -> list[str]:
    """Those of some texts that are not found in what is said, each after the one before."""
    rest, missing = without_blanks(said), list[str]()
    for text in filter(None, map(without_blanks, wanted)):
        _, found, after = rest.partition(text)
        if found:
            rest = after
        else:
            missing.append(text)
    return missing
