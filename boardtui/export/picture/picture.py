"""A screen to be drawn: rows of cells, in runs that look the same."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Ink(Struct, frozen=True):
    """How text is drawn: its colour and the one behind it, both as #rrggbb."""

    colour: str
    ground: str
    bold: bool = False
    underlined: bool = False


class Run(Struct, frozen=True):
    """Text that is drawn in one way; a wide character takes two cells."""

    text: str
    ink: Ink


class Picture(Struct, frozen=True):
    """Rows of a screen, `columns` cells wide, on a ground of one colour.

    `about` are lines that say what it is of, as at the head of every export: the picture's file
    holds them as text.
    """

    about: Sequence[str]
    rows: Sequence[Sequence[Run]]
    columns: int
    ground: str

    @property
    def title(self) -> str:
        """What it is of, in one line: the force and day, then the path."""
        return ": ".join([*self.about[:1], *self.about[-1:]])
