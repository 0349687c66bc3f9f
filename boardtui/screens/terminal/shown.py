"""What a terminal shows, so that of all that is drawn only what differs is sent.

Textual draws whole rows, and mostly whole screens, each run of text with all its colours and a
reset behind it. Over a slow line that is what a key costs. So what is written for the terminal is
drawn here first, on as many cells as it has, and the terminal is sent what makes it look the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardtui.core.words.shown import is_plain
from boardtui.panels import cells
from boardtui.screens.terminal.looks import PLAIN, Look, after, blank
from boardtui.screens.terminal.pen import Cell, Pen
from boardtui.screens.terminal.row import redraw
from boardtui.screens.terminal.scrolled import scroll

PARTS = re.compile(
    r"\x1b\[(?P<look>[0-9;]*)m"
    r"|\x1b\[(?P<row>[0-9]*)(?:;(?P<column>[0-9]*))?H"
    r"|(?P<end>\r?\n)"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|(?P<other>\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[\s\S])"
)
"""Looks, moves, ends of rows and text; and what is none of it: modes, questions, a title."""

DRAWS_NOTHING = re.compile(
    r"\x1b\[[<=>?][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[ -/]+[@-~]|\x1b\][\s\S]*|\x07"
)
"""What leaves all cells and the cursor as they are."""

OTHER_SCREEN = re.compile(r"\x1b\[\?1049[hl]")
"""The terminal's other screen, which may hold anything."""


class Shown:
    """The cells of a terminal as they were sent, and what is left to send of what is drawn.

    `erases` is whether what the terminal erases has the ground that is drawn on.
    """

    def __init__(self, wide: int, tall: int, *, erases: bool) -> None:
        self._erases = erases
        self._row = self._column = 0
        self._moved = False
        self._look = PLAIN
        self.forget(wide, tall)

    def forget(self, wide: int, tall: int) -> None:
        """It is not known any more what the terminal shows; it has so many columns and rows."""
        self._wide, self._tall = wide, tall
        self._rows: list[list[Cell | None]] = [[None] * wide for _ in range(tall)]
        self._wanted: dict[int, list[Cell | None]] = {}
        self._pen = Pen(wide)
        self._cells: dict[Cell, Cell] = {}
        """One of each alone, however often it stands there: a screen has thousands of cells."""

    def spared(self, text: str) -> str:
        """What is left to send of what is written, by which the terminal shows the same."""
        return "".join(self._sent(text))

    def was_sent(self, text: str) -> None:
        """Know of what was sent as it was written: only what differs from it is left to send."""
        for part in PARTS.finditer(text):
            if not self._takes(part) and _may_draw(part["other"]):
                self.forget(self._wide, self._tall)
        for y, row in self._wanted.items():
            self._rows[y] = row
        self._wanted, self._moved = {}, False
        self._pen = Pen(self._wide)

    def _sent(self, text: str) -> Iterator[str]:
        for part in PARTS.finditer(text):
            if not self._takes(part):
                yield self._drawn()
                yield from self._passed_on(part["other"])
        yield self._drawn()

    def _takes(self, part: re.Match[str]) -> bool:
        """Draw what a part says; False where it is not known here what that does."""
        match part.lastgroup:
            case "look":
                self._look = after(self._look, part["look"])
            case "row" | "column":
                self._row = int(part["row"] or 1) - 1
                self._column = int(part["column"] or 1) - 1
                self._moved = True
            case "end":
                self._row, self._column, self._moved = self._row + 1, 0, True
            case "text":
                self._draw(part["text"])
            case _:
                return False
        return True

    def _passed_on(self, sequence: str) -> Iterator[str]:
        """A sequence that is not known here: the terminal may know it."""
        draws = _may_draw(sequence)
        if draws:
            self._pen.wear(PLAIN if OTHER_SCREEN.fullmatch(sequence) else self._look)
            yield self._pen.take()
        yield sequence
        if draws:
            self.forget(self._wide, self._tall)

    def _draw(self, text: str) -> None:
        """Draw text from where the cursor stands; what has no room in its row is left out."""
        if not self._row < self._tall:
            return
        row = self._wanted.setdefault(self._row, list(self._rows[self._row]))
        look, on_blanks = self._look, blank(self._look)
        if is_plain(text):
            same = self._cells.setdefault
            drawn: list[Cell] = [
                same(cell, cell) for c in text if (cell := (c, on_blanks if c == " " else look))
            ]
        else:
            drawn = list(_cells(text, look, on_blanks))
        drawn = drawn[: max(0, self._wide - self._column)]
        row[self._column : self._column + len(drawn)] = drawn
        self._column += len(drawn)
        self._moved = True

    def _drawn(self) -> str:
        """What the terminal has to be sent for all that was drawn, with the cursor behind it."""
        wanted, self._wanted = self._wanted, {}
        scroll(self._pen, self._rows, wanted)
        for y, row in sorted(wanted.items()):
            redraw(self._pen, y, self._rows[y], row, self._erases)
            self._rows[y] = row
        if self._moved and self._row < self._tall and self._column < self._wide:
            self._pen.move(self._row, self._column)
        self._moved = False
        return self._pen.take()


def _may_draw(sequence: str) -> bool:
    """Whether it is not known any more, after a sequence, what the terminal shows."""
    return not DRAWS_NOTHING.fullmatch(sequence) or OTHER_SCREEN.fullmatch(sequence) is not None


def _cells(text: str, look: Look, on_blanks: Look) -> Iterator[Cell]:
    """The cells of text in which some characters take two, and others none of their own."""
    drawn: list[Cell] = []
    for character in text:
        wide = cells.width(character)
        if wide:
            drawn.append((character, on_blanks if character == " " else look))
            drawn += [("", look)] * (wide - 1)
        elif drawn:
            at = -1 if drawn[-1][0] else -2
            drawn[at] = (drawn[at][0] + character, look)
    return iter(drawn)
