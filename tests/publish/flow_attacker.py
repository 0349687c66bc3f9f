"""A reader of published flows who tries to work out what they hide, written apart from the rest.

It takes rows of part and people as the files have them, from one file or from several that tell
the same flow, and knows what each number counts: nothing of how they were hidden.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

Rows = Mapping[str, int | None]
"""How many people each part is by a file, sums of parts too ("left+not_in_community")."""

CAME = {"newly_overdue", "joined_overdue"}
STAYED = {"still_overdue", "overdue_again"}
NOT_PARTS = {"opening", "closing", "dates_moved", "overdue_by_dates_then", "overdue_by_dates_now"}


class FlowAttacker:
    """Bounds the parts of a flow by what files say of it, each rounded to its own multiple."""

    def __init__(self, *files: tuple[Rows, int], most: Mapping[str, int] | None = None) -> None:
        """Take files with their roundings, and the most that parts can be by other totals."""
        parts = [name for name in files[0][0] if "+" not in name and name not in NOT_PARTS]
        self._place = {name: number for number, name in enumerate(parts)}
        self._low = np.zeros(len(parts))
        self._high = np.array([(most or {}).get(name, 10_000) for name in parts], dtype=float)
        self._rows: list[tuple[np.ndarray, float, float]] = []
        for rows, step in files:
            self._read(rows, step)

    def _read(self, rows: Rows, step: int) -> None:
        told = {name: rows[name] for name in self._place}
        sums = [set(name.split("+")) for name in rows if "+" in name]
        for name, count in told.items():
            place = self._place[name]
            if count is not None:
                low, high = _ends(count, step)
                self._low[place] = max(self._low[place], low)
                self._high[place] = min(self._high[place], high)
            elif any(each is not None for each in told.values()):
                # Nobody is shown as nobody, unless all beside it are hidden too.
                group = next((each for each in sums if name in each), {name})
                if group == {name} or any(told[each] is not None for each in group):
                    self._low[place] = max(self._low[place], 1)
        for name, count in rows.items():
            if count is not None and "+" in name:
                self._add(set(name.split("+")), *_ends(count, step))
        everyone = set(self._place)
        beside = {
            "opening": (everyone - CAME, True, True),
            "closing": (STAYED | CAME, True, True),
            "overdue_by_dates_now": ({"still_overdue", "newly_overdue"}, True, False),
            "overdue_by_dates_then": ({"still_overdue", "regraded", "date_moved"}, False, True),
            "dates_moved": ({"regraded", "date_moved"}, False, True),
        }
        for name, (parts, least, most) in beside.items():
            count = rows.get(name)
            if count is not None:
                low, high = _ends(count, step)
                self._add(parts, low if least else 0, high if most else math.inf)
        by_now = rows.get("overdue_by_dates_now")
        if by_now is not None:
            self._add({"still_overdue"}, 0, _ends(by_now, step)[1])

    def _add(self, parts: set[str], low: float, high: float) -> None:
        row = np.zeros(len(self._place))
        row[[self._place[name] for name in parts]] = 1
        self._rows.append((row, low, high))

    def between(self, name: str) -> tuple[int, int]:
        """The least and the most that a part can be."""
        return self._end(name, 1), self._end(name, -1)

    def _end(self, name: str, sign: int) -> int:
        aim = np.zeros(len(self._place))
        aim[self._place[name]] = sign
        found = milp(
            aim,
            constraints=LinearConstraint(
                np.array([row for row, _, _ in self._rows]),
                [low for _, low, _ in self._rows],
                [high for _, _, high in self._rows],
            ),
            bounds=Bounds(self._low, self._high),
            integrality=np.ones(len(aim)),
        )
        assert found.success, found.message
        return round(sign * float(found.fun))


def _ends(count: int, step: int) -> tuple[int, int]:
    if step == 1 or count == 0:
        return count, count
    return count - step // 2, count + (step - 1) // 2


def placed_too_closely(
    attacker: FlowAttacker, small: Sequence[str], threshold: int, open_: Mapping[str, int]
) -> list[tuple[str, int, int]]:
    """Of some small parts those that do not reach the threshold, or are known too well.

    `open_` is how far up each reaches where nothing is told of the parts.
    """
    found = []
    for name in small:
        low, high = attacker.between(name)
        up = min(threshold, open_[name])
        if high < up or high - low + 1 < min(threshold, open_[name]):
            found.append((name, low, high))
    return found
