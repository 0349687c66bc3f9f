"""The numbers of what changed as find names them."""

from __future__ import annotations

from boardtui.core.flow.counts import Flow
from boardtui.core.words.wording import count_text
from boardtui.panels.flow.written import all_numbers
from boardtui.panels.panel import Board
from boardtui.review.find import PartTarget


def parts_of(board: Board) -> list[PartTarget]:
    """Each number of both backlogs that is known, those of slices left out."""
    found: dict[tuple[str, str], PartTarget] = {}
    for number in all_numbers(board):
        if isinstance(number.flow, Flow) and number.people is not None:
            backlog = number.flow.backlog
            target = PartTarget(backlog, number.title, count_text(number.people))
            found.setdefault((backlog, number.title), target)
    return list(found.values())
