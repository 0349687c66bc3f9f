"""What a reader of a flow can work out of its hidden parts, in whole numbers of people.

Several tellings of one flow are read together: what is hidden in one may be told in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import highspy
import numpy as np
from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import CAME, STAYED, Part
from boardtui.publish.solver import new_solver

MOST = 10**6
"""More people than any part has."""

Limits = Mapping[Part, int]
"""The most that parts can be, known from elsewhere."""


class Bound(Struct, frozen=True):
    """A part of a flow, and between what a reader knows it to lie."""

    name: str
    low: int
    high: int


class Told(Struct, frozen=True):
    """A flow as it was told, and by which rules it was hidden and rounded."""

    flow: Flow
    rules: Rules

    def is_true_of(self, flow: Flow) -> bool:
        """Whether all that was told is so by the records' own flow.

        What is not says nothing of these records: they were changed since.
        """
        true = {part: count for part, count in flow.parts.items() if count is not None}
        if len(true) < len(flow.parts) or self.flow.parts.keys() != true.keys():
            return False
        sums = self.sums()
        return all(low <= sum(true[p] for p in parts) <= high for parts, low, high in sums) and all(
            low <= true[part] <= high for part, (low, high) in self.ends().items()
        )

    def ends(self) -> dict[Part, tuple[int, int]]:
        """Between what each part lies by itself; what is hidden may be anything."""
        return {part: self._ends_of(part) for part in self.flow.parts}

    def _ends_of(self, part: Part) -> tuple[int, int]:
        count = self.flow.parts[part]
        if count is not None:
            return self._between(count)
        some = self.flow.hides(part) and self.rules.zeros and self._is_counted(part)
        return int(some), MOST

    def _is_counted(self, part: Part) -> bool:
        """Whether a hidden part is known not to be nobody: zeros beside it would be shown."""
        flow = self.flow
        if all(count is None for count in flow.parts.values()):
            return False
        group = next((parts for parts in flow.sums if part in parts and len(parts) > 1), None)
        return group is None or any(flow.parts[each] is not None for each in group)

    def sums(self) -> Iterator[tuple[list[Part], int, int]]:
        """Parts with what they come to together: the least, and the most.

        What stands beside the parts says, by its definitions, that whoever is still overdue is
        overdue by the date now, and nobody else is but the newly overdue; that whoever is still
        overdue, or was cleared by a lower risk or a later date, is overdue by the date then; and
        that the latter had their date moved.
        """
        flow = self.flow
        opening = [part for part in flow.parts if part not in CAME]
        yield from self._sum(opening, flow.opening)
        yield from self._sum([*STAYED, *CAME], flow.closing)
        for parts, total in flow.sums.items():
            yield from self._sum(parts, total)
        still, moved = [Part.STILL_OVERDUE], [Part.REGRADED, Part.DATE_MOVED]
        if flow.overdue_by_dates_now is not None:
            low, high = self._between(flow.overdue_by_dates_now)
            yield still, 0, high
            yield [*still, Part.NEWLY_OVERDUE], low, 2 * MOST
        if flow.overdue_by_dates_then is not None:
            yield [*still, *moved], 0, self._between(flow.overdue_by_dates_then)[1]
        if flow.dates_moved is not None:
            yield moved, 0, self._between(flow.dates_moved)[1]

    def _sum(
        self, parts: Iterable[Part], total: int | None
    ) -> Iterator[tuple[list[Part], int, int]]:
        if total is not None:
            yield ([part for part in parts if part in self.flow.parts], *self._between(total))

    def _between(self, count: int) -> tuple[int, int]:
        step = self.rules.rounding
        if step <= 1 or count == 0:
            return count, count
        return count - step // 2, count + (step - 1) // 2


class FlowReader:
    """Bounds the parts of a flow by all that was told of it."""

    def __init__(self, told: Sequence[Told], limits: Limits) -> None:
        self._place = {part: number for number, part in enumerate(told[0].flow.parts)}
        self._solver = new_solver()
        ends = [each.ends() for each in told]
        for part, place in self._place.items():
            low = max(each[part][0] for each in ends)
            high = min(limits.get(part, MOST), *(each[part][1] for each in ends))
            self._solver.addVar(float(low), float(high))
            self._solver.changeColIntegrality(place, highspy.HighsVarType.kInteger)
        for parts, low, high in (row for each in told for row in each.sums()):
            mine = np.array([self._place[part] for part in parts], dtype=np.int32)
            self._solver.addRow(float(low), float(high), len(mine), mine, np.ones(len(mine)))

    def bounds(self, parts: Iterable[Part]) -> list[Bound]:
        """The least and the most that each of some parts can be."""
        return [self.bound(part) for part in parts]

    def bound(self, part: Part) -> Bound:
        """The least and the most that a part can be; 0 and 0 where no flow is so at all."""
        low, high = (self._end(self._place[part], sign) for sign in (1, -1))
        return Bound(part.value, low, high)

    def _end(self, column: int, sign: int) -> int:
        count = self._solver.getNumCol()
        costs = np.zeros(count)
        costs[column] = sign
        self._solver.changeColsCost(count, np.arange(count, dtype=np.int32), costs)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return 0
        return round(sign * self._solver.getInfo().objective_function_value)
