"""What the board and the screens beside it show, as rows: the columns of `boardtui figures`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from boardtui.core.figure.hedge import SUPPRESSED, Qualifier
from boardtui.export.figure_csv import header, rows
from boardtui.panels.compare.chance import conclusions_of, to_conclude
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber, Subject
from boardtui.review.day.compared import ComparedFigure

COLUMNS = (*header(()), "chance")
"""The last says in a line how far chance alone could explain a difference, once that is known."""


def rows_of(board: Board, subjects: Iterable[Subject]) -> Callable[[], Iterator[Sequence[object]]]:
    """What gives the rows on the thread that writes them.

    How far chance could go is worked out there, where nobody has asked for it before: a file says
    the same whatever was looked at.
    """
    if board.conclusions is not None or board.review.stale:
        return lambda: subject_rows(board, subjects)
    asked = to_conclude(board.review)
    return lambda: subject_rows(replace(board, conclusions=conclusions_of(asked)), subjects)


def subject_rows(board: Board, subjects: Iterable[Subject]) -> Iterator[Sequence[object]]:
    """A row for each figure and each number of a flow."""
    for subject in subjects:
        if isinstance(subject, FlowNumber):
            yield [_of_flow(board, subject).get(name) for name in COLUMNS]
        else:
            for row in rows(board.review, (), [subject], SUPPRESSED):
                yield [subject.force or row[0], *row[1:], _chance(board, subject)]


def _chance(board: Board, subject: ComparedFigure) -> str | None:
    then = subject.comparison.then
    if then is None or board.conclusions is None:
        return None
    found = board.conclusions.get((subject.figure, then.origin))
    return found.brief or None if found else None


def _value(board: Board, number: FlowNumber) -> dict[str, object]:
    """A number of a flow; of one that is hidden its mark, and between what a rounded one lies."""
    people, step = number.people, board.review.audience.rounding
    if number.hidden:
        return {"value": SUPPRESSED, "qualifier": Qualifier.SUPPRESSED.value, "suppressed": True}
    found = {"value": people, "low": people, "high": people, "qualifier": Qualifier.EXACT.value}
    if people and step > 1:
        low, high = people - step // 2, people + (step - 1) // 2
        found |= {"low": low, "high": high, "qualifier": Qualifier.ROUNDED.value}
    return {**found}


def _of_flow(board: Board, number: FlowNumber) -> dict[str, object]:
    """A number of a flow: between which days, of which slice, and what it counts."""
    force = board.review.selection.force
    slices = number.slices[0] if number.slices else None
    return {
        "force": force.name,
        "synthetic": force.synthetic,
        "measure": f"flow of overdue {number.flow.backlog}: {number.title}",
        "by": slices.dimension if slices else None,
        "slice": slices.value if slices else None,
        **_value(board, number),
        "unit": "people",
        "as_at": number.flow.end,
        "period_start": number.flow.start,
        "origin": "records",
        "definition": number.definition,
    }
