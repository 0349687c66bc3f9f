"""Charts of bars on one scale: each bar has its name and its number, so that no axis is needed."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import force_setattr

from boardtui.pack.document.cell import Cell


class Shade(StrEnum):
    """What a bar is, by which it is drawn: then is half as high and grey, now full and coloured."""

    NOW = "now"
    THEN = "then"
    GONE = "gone"
    WITHOUT = "without"


class Bar(Struct, frozen=True):
    """A number as a bar from `start` to `end`, in the unit of its chart; no bar without ends.

    `name` is blank on a bar that says more of the thing that the bar above is of.
    """

    name: str
    value: Cell
    start: float | None
    end: float | None
    shade: Shade = Shade.NOW
    strong: bool = False
    after: str = ""
    """What stands after the number, in grey: a share, or a change."""


class Chart(Struct, frozen=True, tag="chart"):
    """Bars on one scale, from nothing to `most`: at least the end of its longest bar.

    Charts that are to be set beside each other are given the same. `alt` says in sentences all that
    the picture says. `legend` names the shades that need it.
    """

    name: str
    title: str
    alt: str
    bars: tuple[Bar, ...]
    legend: tuple[tuple[Shade, str], ...] = ()
    most: float = 0

    def __post_init__(self) -> None:
        ends = (bar.end for bar in self.bars if bar.end)
        force_setattr(self, "most", max(self.most, max(ends, default=0)) or 1)
