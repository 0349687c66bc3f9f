"""The board as text: each card with its number, and what it shows, a line for each figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardtui.core.words.shown import shown
from boardtui.export.figure_text import figure_line, heading_line
from boardtui.panels.cards.standing import Standing, absent, standing, subjects
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber, Subject


def lines(board: Board, notes: Iterable[str] = ()) -> Iterator[str]:
    """The cards in order; the first line says whose board it is, as at when, and against what."""
    yield heading_line(board.review.selection)
    yield from notes
    there = standing(board)
    for each in there:
        yield ""
        yield f"{each.number} {shown(each.title)}"
        yield from _card(each, board)
    if missing := ", ".join(of.called for of in absent(there)):
        yield ""
        yield f"Without data: {missing}"


def _card(each: Standing, board: Board) -> Iterator[str]:
    """What a card shows, each figure once."""
    told = (subject_line(subject, board) for subject in subjects(each.card))
    yield from (f"  {line}" for line in dict.fromkeys(told))


def subject_line(subject: Subject, board: Board) -> str:
    """What one place of a board or a slide shows, in a line that reads by itself."""
    if not isinstance(subject, FlowNumber):
        return figure_line(subject, board.review.selection)
    title = subject.title[:1].upper() + subject.title[1:]
    return f"{title}: {subject.absent or subject.text} (overdue {subject.flow.backlog})"
