"""The table of what was measured: each figure, its reference, their ratio, and the goal."""

import os
import platform
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median

HEADINGS = ("what", "measured", "reference", "ratio", "goal", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, from one run or from several (of which the median counts).

    With a reference, the goal is the largest ratio of the two medians; without one, the largest
    measured value, in the unit. A row without a goal is for information.
    """

    what: str
    unit: str
    measured: Sequence[float]
    reference: Sequence[float] = ()
    goal: float | None = None

    @property
    def ratio(self) -> float | None:
        return median(self.measured) / median(self.reference) if self.reference else None

    @property
    def met(self) -> bool | None:
        """None where there is no goal."""
        if self.goal is None:
            return None
        return (median(self.measured) if self.ratio is None else self.ratio) <= self.goal

    def cells(self) -> tuple[str, ...]:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} ×"
        limit = "" if self.goal is None else self._limit(self.goal)
        met = {None: "", True: "met", False: "MISSED"}[self.met]
        values = (self._shown(self.measured), self._shown(self.reference))
        return (self.what, *values, ratio, limit, met)

    def _limit(self, goal: float) -> str:
        if self.reference:
            return f"≤ {goal:g} ×"
        return f"≤ {goal:g} s" if self.unit == "s" else f"≤ {goal:,.0f} {self.unit}"

    def _shown(self, values: Sequence[float]) -> str:
        """The median, and the range it was chosen from."""
        if not values:
            return ""
        digits = 3 if self.unit == "s" else 0
        shown = f"{median(values):,.{digits}f} {self.unit}"
        if min(values) != max(values):
            shown += f" ({min(values):,.{digits}f}–{max(values):,.{digits}f})"
        return shown


def table(rows: Iterable[Row]) -> str:
    """The rows under their headings, in columns as wide as they need; numbers to the right."""
    cells = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    left = (0, len(HEADINGS) - 1)
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def machine() -> str:
    """What the figures were measured on; ratios carry from machine to machine, seconds do not."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("textual", "pandas", "sqlmodel"))
    busy = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{busy}; "
        f"Python {platform.python_version()}, {libraries}, SQLite {sqlite3.sqlite_version}"
    )
