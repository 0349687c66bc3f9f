"""A reader who tries to work out what is hidden, written apart from what hides it.

It knows every count that is shown, the force's own totals, how the measures lie in one another as
docs/measures.md says, and that a hidden count is above 0 where zeros are shown, unless a whole line
is hidden. It reads nothing of boardtui.core.audience.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import Part

Table = Mapping[str, Mapping[str | None, int]]
Key = tuple[str, str | None]

INSIDE = {
    "managed": "registered",
    "missing_people": "registered",
    "actively_managed": "managed",
    "reactively_managed": "managed",
    "overdue_visits": "actively_managed",
    "visits_not_dated": "actively_managed",
    "never_seen": "actively_managed",
    "not_seen_over_year": "actively_managed",
    "overdue_high_risk": "overdue_visits",
    "overdue_assessments": "managed",
    "assessments_not_dated": "managed",
    "unallocated": "managed",
    "overdue_assessments_high_risk": "overdue_assessments",
}
NOBODY_IN_COMMON = (
    ("managed", "missing_people", "registered"),
    ("overdue_visits", "visits_not_dated", "actively_managed"),
    ("never_seen", "not_seen_over_year", "actively_managed"),
    ("overdue_assessments", "assessments_not_dated", "managed"),
)
HIGH = ("very_high", "high")
OF_HIGH_RISK = {
    "overdue_high_risk": "overdue_visits",
    "overdue_assessments_high_risk": "overdue_assessments",
}


def compositions(total: int, lows: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every way to make up a total of whole numbers that are no lower than given."""
    if not lows:
        if total == 0:
            yield ()
        return
    for first in range(lows[0], total - sum(lows[1:]) + 1):
        for rest in compositions(total - first, lows[1:]):
            yield (first, *rest)


def possible_of_line(counts: Sequence[int], hidden: set[int]) -> list[set[int]]:
    """What each count of a line may be, by going through all tables of that sum."""
    at_least = 0 if len(hidden) == len(counts) else 1
    places = sorted(hidden)
    found = [{count} if place not in hidden else set() for place, count in enumerate(counts)]
    total = sum(counts[place] for place in places)
    for guess in compositions(total, [at_least] * len(places)):
        for place, value in zip(places, guess, strict=True):
            found[place].add(value)
    return found


def possible_of_nested(
    base: Sequence[int], part: Sequence[int], hidden: tuple[set[int], set[int]]
) -> tuple[list[set[int]], list[set[int]], list[set[int]]]:
    """What each count of a base, of a part of it, and of the rest may be: by all such tables."""
    options = []
    for counts, gone in ((base, hidden[0]), (part, hidden[1])):
        at_least = 0 if len(gone) == len(counts) else 1
        places = sorted(gone)
        total = sum(counts[place] for place in places)
        mine = []
        for guess in compositions(total, [at_least] * len(places)):
            whole = list(counts)
            for place, value in zip(places, guess, strict=True):
                whole[place] = value
            mine.append(whole)
        options.append(mine)
    found: tuple[list[set[int]], ...] = tuple([set() for _ in base] for _ in range(3))
    for one, other in product(*options):
        if all(inside <= around for around, inside in zip(one, other, strict=True)):
            for place, (around, inside) in enumerate(zip(one, other, strict=True)):
                found[0][place].add(around)
                found[1][place].add(inside)
                found[2][place].add(around - inside)
    return found[0], found[1], found[2]


def possible_flows(flow: Flow) -> Iterator[tuple[dict[str, int], dict[str, int]]]:
    """Every flow that a reader of a protected one can think of: its parts, and their sums.

    The reader knows both ends, all that is shown, and that what is hidden is above 0, unless all
    of a sum's parts are hidden, or all of the flow.
    """
    names = [part.value for part in flow.parts]
    sums = {
        "without": [n for n in names if n in ("moved_to_reactive", "regraded", "date_moved")],
        "gone": [n for n in names if n in ("left", "not_in_community")],
        "stayed": [n for n in names if n in ("still_overdue", "overdue_again")],
        "came": [n for n in names if n in ("newly_overdue", "joined_overdue")],
    }
    told = {part.value: count for part, count in flow.parts.items()}
    known = {name: flow.together([Part(each) for each in of]) for name, of in sums.items()}
    done = next(name for name in names if name in ("visited", "assessed"))
    nothing = all(count is None for count in told.values())

    def options(names: Sequence[str], most: int) -> list[tuple[int, ...]]:
        lows = 0 if all(told[name] is None for name in names) else 1
        lows = 1 if len(names) == 1 and not nothing else lows
        ranges = []
        for name in names:
            count = told[name]
            ranges.append(range(lows, most + 1) if count is None else range(count, count + 1))
        return [guess for guess in product(*ranges) if sum(guess) <= most]

    opening, closing = flow.opening, flow.closing
    assert opening is not None
    assert closing is not None
    found: dict[str, dict[int, list[tuple[int, ...]]]] = {}
    for name, of in sums.items():
        by_total: dict[int, list[tuple[int, ...]]] = {}
        for guess in options(of, max(opening, closing)):
            if known[name] in (None, sum(guess)):
                by_total.setdefault(sum(guess), []).append(guess)
        found[name] = by_total
    for stayed in found["stayed"]:
        if closing - stayed not in found["came"]:
            continue
        for without in found["without"]:
            for gone in found["gone"]:
                for missing, seen in options(["went_missing", done], opening):
                    if stayed + without + gone + missing + seen != opening:
                        continue
                    totals = {
                        "stayed": stayed,
                        "without": without,
                        "gone": gone,
                        "came": closing - stayed,
                    }
                    for parts in _spread(found, sums, totals):
                        yield {**parts, "went_missing": missing, done: seen}, totals


def _spread(
    found: Mapping[str, Mapping[int, list[tuple[int, ...]]]],
    sums: Mapping[str, list[str]],
    totals: Mapping[str, int],
) -> Iterator[dict[str, int]]:
    """Each part's least and most are enough: one sum is spread at a time, the others as first."""
    first = {name: found[name][totals[name]][0] for name in sums}
    for name in sums:
        for guess in found[name][totals[name]]:
            chosen = {**first, name: guess}
            yield {n: c for s in sums for n, c in zip(sums[s], chosen[s], strict=True)}


class Attacker:
    """Bounds any count of a dimension's tables by integer programming."""

    def __init__(
        self, dimension: str, table: Table, shown: set[Key], told: Collection[Key] = ()
    ) -> None:
        """Take what is shown; what is `told` is known from elsewhere in any case."""
        self.dimension, self.table = dimension, table
        self.told = set(told)
        self.shown = shown - self.told
        self.places: dict[Key, int] = {}
        for measure, counts in table.items():
            for name in counts:
                self.places[measure, name] = len(self.places)
        self.rows: list[tuple[dict[int, int], float, float]] = []
        self._totals(dimension)
        self._nesting()

    def _add(self, terms: Mapping[Key, int], low: float, high: float) -> None:
        found: dict[int, int] = {}
        for key, factor in terms.items():
            if key in self.places:
                found[self.places[key]] = factor
        self.rows.append((found, low, high))

    def _totals(self, dimension: str) -> None:
        for measure, counts in self.table.items():
            total = sum(counts.values())
            self._add(dict.fromkeys(((measure, name) for name in counts), 1), total, total)
        if dimension != "risk_level":
            return
        for high, backlog in OF_HIGH_RISK.items():
            if high not in self.table or backlog not in self.table:
                continue
            for name in self.table[backlog]:
                if name in HIGH:
                    self._add({(high, name): 1, (backlog, name): -1}, 0, 0)
                else:
                    self._add({(high, name): 1}, 0, 0)

    def _nesting(self) -> None:
        names = {name for counts in self.table.values() for name in counts}
        for name in names:
            for inner, outer in INSIDE.items():
                if inner in self.table and outer in self.table:
                    self._add({(outer, name): 1, (inner, name): -1}, 0, np.inf)
            for one, other, outer in NOBODY_IN_COMMON:
                if {one, other, outer} <= self.table.keys():
                    terms = {(outer, name): 1, (one, name): -1, (other, name): -1}
                    self._add(terms, 0, np.inf)
            if {"managed", "actively_managed", "reactively_managed"} <= self.table.keys():
                terms = {("managed", name): 1, ("actively_managed", name): -1}
                self._add(terms | {("reactively_managed", name): -1}, 0, 0)

    def line(self, measure: str, name: str | None) -> list[str | None]:
        """The slices whose sum with a slice is known."""
        names = list(self.table[measure])
        if self.dimension != "risk_level" or not measure.startswith("overdue"):
            return names
        return [each for each in names if (each in HIGH) == (name in HIGH)]

    def bounds(self, terms: Mapping[Key, int]) -> tuple[int, int]:
        """The least and the most that a sum of counts may be."""
        return self._end(terms, 1), self.most(terms)

    def most(self, terms: Mapping[Key, int]) -> int:
        """The most that a sum of counts may be."""
        return self._end(terms, -1)

    def _end(self, terms: Mapping[Key, int], sign: int) -> int:
        size = len(self.places)
        low, high = np.zeros(size), np.full(size, np.inf)
        for (measure, name), place in self.places.items():
            counts = self.table[measure]
            if (measure, name) in self.shown | self.told:
                low[place] = high[place] = counts[name]
            elif any((measure, other) in self.shown for other in self.line(measure, name)):
                low[place] = 1 if measure != "managed" else 0
        matrix = np.zeros((len(self.rows), size))
        for number, (factors, _, _) in enumerate(self.rows):
            for place, factor in factors.items():
                matrix[number, place] = factor
        limits = LinearConstraint(
            matrix, [each[1] for each in self.rows], [each[2] for each in self.rows]
        )
        aim = np.zeros(size)
        for key, factor in terms.items():
            aim[self.places[key]] = factor
        found = milp(
            sign * aim,
            constraints=limits,
            bounds=Bounds(low, high),
            integrality=np.ones(size),
        )
        assert found.success, found.message
        return round(sign * float(found.fun))
