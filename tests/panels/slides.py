"""Slides without a screen: every one of every default deck, and what stands on one as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from boardtui.decks.default import default_deck
from boardtui.panels.panel import Board
from boardtui.panels.slides.drawn import Drawn, drawn
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import Line, Role, text_of

WHOLE = 99
"""A step after the last: all of a slide is shown."""

BAR = re.compile("[█▀▓▏▎▍▌▋▊▉]")


def every_slide(boards: Iterable[Board]) -> Iterator[tuple[str, Slide, Board]]:
    """Every slide of the default deck of each board, under a name."""
    for board in boards:
        selection = board.review.selection
        for number, slide in enumerate(default_deck(board).slides, start=1):
            yield f"{selection.force.name} {selection.day} {number} {slide.kind}", slide, board


def board_of(boards: Iterable[Board], force: str, day: date) -> Board:
    """The board of a force and day, of those that were made before."""
    found = (one for one in boards if one.review.selection.force.name == force)
    return next(one for one in found if one.review.selection.day == day)


def rows_of(slide: Slide, board: Board, size: tuple[int, int], step: int = WHOLE) -> list[str]:
    """A slide as plain text, row by row."""
    found = drawn(slide, board, *size, step)
    return [text_of(line).rstrip() for line in found.page("slide 3 of 9")]


def said(found: Drawn) -> list[str]:
    """The rows of a slide that hold its message: neither heading nor source."""
    return [text_of(line) for line in found.lines[:-1]]


def large_rows(lines: Iterable[Line], *roles: Role) -> int:
    """How many rows of a slide hold large digits."""
    return sum(
        any(span.role in roles and BAR.search(span.text) for piece in line for span in piece.spans)
        for line in lines
    )
