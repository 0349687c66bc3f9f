"""The page of headlines: the cards of the board, each with its number and a small picture."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.words.shown import shown
from boardtui.pack.document.cell import Cell, words
from boardtui.pack.document.paper import Card
from boardtui.pack.making.cells import flow_cell, value_cell
from boardtui.pack.making.panel import Panel
from boardtui.panels.cards.card import Headline, Way
from boardtui.panels.cards.standing import Standing
from boardtui.panels.cards.under import not_given, nothing_to_compare
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import text_of
from boardtui.review.day.compared import ComparedFigure


def card_of(standing: Standing, panel: Panel) -> Card | None:
    """A card with its headline; None of one that is a table alone, as its section is."""
    headline = standing.card.headline
    if headline is None:
        return None
    return Card(
        shown(standing.title),
        headline.value,
        headline.before,
        _figure(headline),
        tuple(_beside(headline)),
        shown(panel.base),
        panel.glance,
        tuple(map(shown, panel.foot)),
        standing.of.name,
    )


def _figure(headline: Headline) -> Cell:
    """The number as it is, where it is that of one figure."""
    match headline.subject:
        case ComparedFigure(figure=figure):
            cell = value_cell(figure)
        case FlowNumber() as number:
            cell = flow_cell(number)
        case _:
            cell = words(headline.text)
    return cell if cell.text == headline.text else words(headline.text)


def _beside(headline: Headline) -> Iterator[str]:
    """The words beside the number, in full."""
    way = headline.ways[0] if headline.ways else Way()
    return filter(None, (text_of(line).strip() for line in (*way.beside, *way.below)))


def below(board: Board, there: list[Standing]) -> Iterator[str]:
    """Which cards are not given, and why nothing is compared."""
    yield from nothing_to_compare(board)[:1]
    if told := not_given(board, there):
        yield told
