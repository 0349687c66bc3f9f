"""The cursor of a terminal: where it stands, how it draws, and the shortest way elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from boardtui.core.words.shown import is_plain
from boardtui.screens.terminal.looks import Look, blank, changing, erasing

Cell = tuple[str, Look]
"""What stands in a cell, and how it looks; of a character that takes two, the second is empty."""

ERASE = "\x1b[K"
"""Erases from the cursor to the end of its row."""


class Pen:
    """Draws on a terminal, and knows no more of it than what it has drawn itself.

    `row`, `column` and `look` are None where they are not known. `wide` is the columns there are:
    where the cursor stands after the last of them, terminals do not agree.
    """

    def __init__(self, wide: int) -> None:
        self.wide = wide
        self.row: int | None = None
        self.column: int | None = None
        self.look: Look | None = None
        self._sent: list[str] = []

    def copy(self) -> Self:
        """One that stands where this does, and has drawn nothing yet."""
        other = type(self)(self.wide)
        other.row, other.column, other.look = self.row, self.column, self.look
        return other

    def go_on_from(self, other: Pen) -> None:
        """Have drawn what another one has, which began where this one stands."""
        self._sent += other._sent
        self.row, self.column, self.look = other.row, other.column, other.look

    @property
    def cost(self) -> int:
        """Bytes that it has drawn."""
        return sum(map(bytes_of, self._sent))

    def take(self) -> str:
        """What it has drawn; from here on it begins anew."""
        drawn = "".join(self._sent)
        self._sent.clear()
        return drawn

    def send(self, sequence: str) -> None:
        """Have a terminal do something that leaves cursor and look as they are."""
        self._sent.append(sequence)

    def lose_place(self) -> None:
        """It is not known any more where it stands."""
        self.row = self.column = None

    def move(self, row: int, column: int) -> None:
        """Go to a cell, counted from 0."""
        if (self.row, self.column) != (row, column):
            self._sent.append(min(self._ways(row, column), key=len))
            self.row, self.column = row, column

    def _ways(self, row: int, column: int) -> Iterator[str]:
        """ECMA-48: CUP; from a place that is known also CUF, CUB, CUU, CUD, BS and CR."""
        yield f"\x1b[{row + 1 if row else ''}{f';{column + 1}' if column else ''}H"
        if self.column is None or self.row is None:
            return
        down, right = row - self.row, column - self.column
        if not down:
            if not column:
                yield "\r"
            yield _times(right, "C") if right > 0 else _times(-right, "D")
            if right < 0:
                yield "\b" * -right
        elif not right:
            yield _times(down, "B") if down > 0 else _times(-down, "A")

    def wear(self, look: Look) -> None:
        """Draw with a look from here on."""
        if change := changing(self.look, look):
            self._sent.append(change)
        self.look = look

    def write(self, row: int, column: int, cells: Iterable[Cell]) -> None:
        """Draw cells side by side."""
        drawn = list(cells)
        # Of what else than the narrowest no two terminals have quite the same opinion.
        narrow = is_plain("".join([text for text, _ in drawn]))
        worn, last = self.look, self.wide - 1
        for at, (text, look) in enumerate(drawn, start=column):
            if not text:
                continue
            if at != self.column or row != self.row:
                self.move(row, at)
            if look is not worn and look != worn and not self.blank_fits(text, look):
                self.wear(look)
                worn = look
            self._sent.append(text)
            sure = at < last and (narrow or text.isascii() or is_plain(text))
            self.column = at + 1 if sure else None

    def erase(self, row: int, column: int, ground: str) -> None:
        """Leave a row blank from a cell on, of a ground."""
        self.move(row, column)
        self.wear(erasing(self.look, ground))
        self._sent.append(ERASE)

    def blank_fits(self, text: str, look: Look) -> bool:
        """Whether a cell is a blank that looks as wanted however letters are drawn now."""
        return text == " " and self.look is not None and blank(self.look) == look


def bytes_of(text: str) -> int:
    """Bytes that text takes on the line."""
    return len(text) if text.isascii() else len(text.encode())


def _times(count: int, way: str) -> str:
    return f"\x1b[{count if count > 1 else ''}{way}"
