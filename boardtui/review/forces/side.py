"""Forces side by side, each with its day, base and limits; and those that stand apart."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.funnel.funnel import Funnel, Limits
from boardtui.core.words.days import day_text


class Compared(Struct, frozen=True):
    """A force among those that count alike.

    `share` is the figure as a part of its base, where it has one; with it the `limits` for a base
    of that size, and `where` it lies between them, unless there are too few forces for any.
    """

    force: str
    figure: Figure
    base: Figure | None = None
    share: float | None = None
    limits: Limits | None = None
    where: str | None = None

    @property
    def size(self) -> float:
        """How large its base is; nothing where it has none."""
        return float(self.base.value or 0) if self.base else 0.0

    @property
    def source(self) -> str:
        """Where the figure is from, in words."""
        figure = self.figure
        if figure.origin is Origin.RECORDS:
            return f"counted from records of {day_text(figure.as_at)}"
        return figure.source.said if figure.source else ""


class Apart(Struct, frozen=True):
    """A force that is not among them, and why."""

    force: str
    why: str
    as_at: date | None = None


class SideBySide(Struct, frozen=True):
    """One measure of all forces, near a day.

    `compared` are in the order of their names. `funnel` is None where there are too few, or where
    the measure is no part of anything. `synthetic` is whether they are all invented.
    """

    measure: str
    as_at: date
    synthetic: bool
    compared: tuple[Compared, ...]
    apart: tuple[Apart, ...]
    funnel: Funnel | None = None
    no_limits: str = ""
    """Why no limits are drawn, where none are."""
    opened: str = ""
    """The force that is looked at."""
