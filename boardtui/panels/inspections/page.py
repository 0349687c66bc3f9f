"""The screen of inspections: each at a glance, and below that all that is known, in full."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from boardtui.panels.cards.page import dagger
from boardtui.panels.cards.words import DAGGER, strong
from boardtui.panels.head import head
from boardtui.panels.inspections.section import section_blocks
from boardtui.panels.inspections.told import NONE, told
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows, rows_of
from boardtui.panels.text import Line, chunk, quiet, space, text_of, wrapped
from boardtui.review.day.review import Review
from boardtui.review.inspections.inspections import Inspected

CRUMB = "Board › Inspections"

BLANK: Line = ()


def inspections_rows(
    board: Board, found: Sequence[Inspected], width: int, height: int, notes: Sequence[str] = ()
) -> Rows:
    """The screen for a size, without the line of keys; what is in full begins a screen of its own.

    `found` was read before: nothing here reads the database. `notes` are to be borne in mind.
    """
    review = board.review
    top = [head(review, width, CRUMB)]
    top += [line for note in notes for line in _set_in(wrapped([chunk(quiet(note))], width - 2))]
    inside = max(1, width - 4)
    if not found:
        return rows_of(top, [[BLANK, *_set_in(wrapped([chunk(NONE)], inside))]], width)
    glance = list(_glance(review, found, inside))
    room = max(1, height - len(top) - 1)
    blanks = -len(glance) % room
    full = [BLANK, (chunk(strong("In full")),), BLANK, *told(review, found, inside)]
    rows = rows_of(top, [_set_in([*glance, *[BLANK] * blanks, *full])], width)
    marked = any(DAGGER in text_of(line) for line in glance)
    return replace(rows, foot=(dagger(board),) if marked else ())


def _glance(review: Review, found: Sequence[Inspected], width: int) -> list[Line]:
    """Every inspection at a glance; only the newest has its numbers in large digits."""
    lines: list[Line] = []
    for number, one in enumerate(found):
        for block in section_blocks(review, one, width, large=number == 0):
            if block:
                lines += [BLANK, *block]
    return lines


def _set_in(lines: Sequence[Line]) -> list[Line]:
    return [(space(2), *line) if line else line for line in lines]
