"""What a workbook has of a paper: every table of it, and whatever else it says as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.pack.document.blocks import Column, Facts, Heading, Listed, Row, Table, Text
from boardtui.pack.document.cell import words
from boardtui.pack.document.chart import Chart, Shade
from boardtui.pack.document.paper import Card, Paper


def tables_of(paper: Paper) -> Iterator[tuple[str, Table]]:
    """Every table of a paper, with the section that it is of; whatever else it says, as tables."""
    yield "", _headlines(paper.cards, paper.not_given)
    yield "", _sentences(paper)
    for section in paper.sections:
        for block in section.blocks:
            match block:
                case Table():
                    yield section.title, block
                case Chart():
                    yield section.title, _of_chart(block)
                case Facts():
                    yield section.title, _of_facts(block)


def _headlines(cards: Sequence[Card], not_given: Sequence[str]) -> Table:
    rows = [
        Row(
            (
                words(card.title),
                card.figure,
                words("; ".join(text.rstrip(";, ") for text in card.beside)),
                words(card.base),
                words("; ".join(card.foot)),
            )
        )
        for card in cards
    ]
    heads = ("Headline", "figure", "what it is", "base", "besides")
    columns = tuple(Column(head, numbers=head == "figure") for head in heads)
    return Table("headlines", "Headlines", columns, tuple(rows), tuple(not_given))


def _sentences(paper: Paper) -> Table:
    """What the sections say in sentences."""
    rows = []
    for section in paper.sections:
        for block in section.blocks:
            match block:
                case Text(text=text) | Heading(text=text):
                    rows.append(Row((words(section.title), words(text))))
                case Listed(items=items):
                    rows += [Row((words(section.title), words(item))) for item in items]
    columns = (Column("Section", numbers=False), Column("what it says", numbers=False))
    return Table("sentences", "In sentences", columns, tuple(rows))


WHAT = {Shade.NOW: "now", Shade.THEN: "then", Shade.GONE: "left", Shade.WITHOUT: "without"}


def _of_chart(chart: Chart) -> Table:
    """The numbers of a chart: each bar's name, what it is, and its number."""
    rows, name = [], ""
    for bar in chart.bars:
        name = bar.name or name
        more = (words(bar.after),) if any(each.after for each in chart.bars) else ()
        rows.append(Row((words(name), words(WHAT[bar.shade]), bar.value, *more), bar.strong))
    heads = [Column("bar", numbers=False), Column("what", numbers=False), Column("number")]
    if any(each.after for each in chart.bars):
        heads.append(Column("share"))
    return Table(f"chart_{chart.name}", chart.title, tuple(heads), tuple(rows))


def _of_facts(facts: Facts) -> Table:
    rows = tuple(Row((words(term), words(text))) for term, text in facts.rows)
    columns = (Column("term", numbers=False), Column("what is said of it", numbers=False))
    return Table(facts.name, facts.title, columns, rows)
