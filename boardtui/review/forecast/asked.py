"""What is asked of a forecast."""

from __future__ import annotations

from msgspec import Struct

MONTHS = 12
RUNS = 1_000
SEED = 1
"""Any number does: that it is always the same makes a forecast repeatable."""

MOST_MONTHS = 36
MOST_RUNS = 100_000


class Asked(Struct, frozen=True):
    """Which backlog, how far ahead, and what is stated rather than taken from the months.

    `tried` is visits tried a month, `seen` the share of them that finds somebody in, and
    `cleared_at` how many may be overdue while the backlog counts as cleared.
    """

    backlog: str = "visits"
    months: int = MONTHS
    runs: int = RUNS
    seed: int = SEED
    tried: int | None = None
    seen: float | None = None
    cleared_at: int | None = None
