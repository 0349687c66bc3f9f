"""All cards in a list: those that a board has, and why each of the others is not there."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.declared import CardOf
from boardtui.panels.cards.listing import entries
from boardtui.panels.cards.said import short_when
from boardtui.panels.cards.standing import absent, standing
from boardtui.panels.panel import Board


class Told(Struct, frozen=True):
    """A card in a line, by what its headline counts and by its title.

    The `number` is None of those that are not there, whose label says why.
    """

    number: int | None
    label: str
    title: str = ""
    value: str = ""
    change: str = ""


def all_cards(board: Board) -> list[Told]:
    """Every card with its headline, in order; then those without data, each with the reason."""
    there = standing(board)
    told = [
        Told(entry.number, entry.label, each.titles[0], entry.value, entry.change)
        for each, entry in zip(there, entries(board, there), strict=True)
    ]
    reasons: dict[str, list[str]] = {}
    for of in absent(there):
        reasons.setdefault(why_absent(board, of), []).append(of.called)
    missing = [
        Told(None, f"{names[:1].upper()}{names[1:]}: {why}")
        for why, called in reasons.items()
        for names in (", ".join(called),)
    ]
    return [*told, *missing]


def why_absent(board: Board, of: CardOf) -> str:
    """Why a card is not there, and what would fill it."""
    why = _unknown(board, of)
    if board.review.selection.snapshot is None:
        return why or _not_published(board, of)
    return f"{why}. {of.filled_by}" if why else of.filled_by


def _unknown(board: Board, of: CardOf) -> str:
    """Why the records do not say it."""
    if of.measure is not None:
        figures = (one.figure for one in board.review.figures(of.measure))
        return next((figure.unknown for figure in figures if figure.unknown), "")
    if board.start.snapshot is None:
        return (board.start.note or "").rstrip(".")
    flows = (board.flows.get(name) for name in BACKLOGS)
    return next((flow.why_unknown for flow in flows if flow and flow.why_unknown), "")


def _not_published(board: Board, of: CardOf) -> str:
    """Since when nothing was published of it, and what was then: at most a year before."""
    earlier = board.review.figures(of.measure) if of.measure else []
    for one in earlier:
        if one.earlier and one.figure.given:
            return f"not given since {short_when(one.figure)} ({value_text(one.figure)})"
    return "not published in the year to this day"
