"""The counts of all measures by one dimension: which cells are hidden from an audience."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from boardtui.core.audience.bounds import Counts, Name, Nested
from boardtui.core.audience.line import ANY, Cell, hidden_in, intervals
from boardtui.core.audience.nesting import (
    ADDENDS,
    HIGH,
    HIGH_RISK,
    KNOWN,
    SUM,
    lines_of,
    rows_of,
    same_as,
)
from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.dimension import RISK_LEVEL
from boardtui.core.measures import MEASURES


class Table:
    """Works out which cells of some counts are hidden, from the innermost measures to the register.

    Each line of a measure (all of its slices, or those of which the sum is known besides) is made
    safe with all other lines as they are. So whatever a reader knows of the others, a hidden small
    count may be the threshold or more, and so may what a shown one leaves of its base.
    """

    def __init__(self, dimension: str, counts: Counts, rules: Rules) -> None:
        self._dimension, self._counts, self._rules = dimension, counts, rules
        self._rows = rows_of(counts, dimension)
        self._nested = Nested(dimension, counts)
        self._cells = {row: {n: self._cell(row, n) for n in counts[row]} for row in self._rows}
        self._hidden: dict[str, set[Name]] = {row: set() for row in self._rows}

    def hidden(self) -> dict[str, frozenset[Name]]:
        """The hidden slices of each measure."""
        for row in self._rows:
            self._ask(row)
            for line in self._lines(row):
                self._hide(row, line)
        self._see_to_the_sum()
        return {name: frozenset(self._of(name)) for name in self._counts}

    def _cell(self, row: str, name: Name) -> Cell:
        value = self._nested.at(row, name)
        least, most = self._nested.least(row, name), self._nested.most(row, name)
        known = row in ADDENDS and self._nested.sum_is_known(name)
        if value and self._rules.zeros and not known:
            least = max(1, least)
        # Of a sum that is known, what the one addend is more, the other is less.
        fixed = known or (row, self._dimension, name) in KNOWN
        # Odd records can contradict one another: what was counted is possible all the same.
        return Cell(value, min(least, value), max(most, value), fixed=fixed)

    # What must be hidden for its own sake

    def _is_small(self, count: int) -> bool:
        return 0 < count < self._rules.threshold

    def _ask(self, row: str) -> None:
        """Ask for the row's small counts to be hidden, and for what parts leave of it."""
        threshold = self._rules.threshold
        told = list(self._told_inside(row))
        for name, cell in self._cells[row].items():
            if self._is_small(cell.value):
                cell.up = threshold
            else:
                for least, inside in told:
                    if name in least and self._is_small(cell.value - least[name]):
                        cell.reach_up(inside[name] + threshold)
            if row not in ADDENDS and (
                not self._nested.parts[row] or self._base_is_fixed(row, name)
            ):
                self._ask_for_rest(row, name)

    def _told_inside(self, row: str) -> Iterator[tuple[dict[Name, int], dict[Name, int]]]:
        """The least that a reader knows to be in parts of a row, and how many are in them.

        What is left of a count by a part that has none of its own is seen to with that part.
        """
        names = list(self._counts[row])
        for parts in self._nested.parts[row]:
            hidden: set[Name] = set().union(*map(self._of, parts))
            if len(parts) > 1:
                shown = [name for name in names if name not in hidden]
                together = {n: sum(self._nested.at(part, n) for part in parts) for n in shown}
                yield together, together
            for part in parts:
                if self._nested.parts[part]:
                    yield self._least(part, names), {n: self._nested.at(part, n) for n in names}

    def _least(self, measure: str, names: list[Name]) -> dict[Name, int]:
        """The least that each count of a measure can be to a reader of its line."""
        values = {name: self._nested.at(measure, name) for name in names}
        if measure in self._cells:
            rooms = self._rooms_down(measure)
            return {name: value - rooms.get(name, 0) for name, value in values.items()}
        if measure != SUM:
            return values
        hidden, addends = self._of(SUM), [self._rooms_down(row) for row in ADDENDS]
        free = {n: self._nested.room(SUM, n) - self._nested.at(SUM, n) for n in hidden}
        left = sum(free.values())
        rooms = {n: min(left - free[n], max(a.get(n, 0) for a in addends)) for n in hidden}
        return {name: value - rooms.get(name, 0) for name, value in values.items()}

    def _rooms_down(self, row: str) -> dict[Name, int]:
        """By how much each hidden count can be less to a reader of its line."""
        rooms: dict[Name, int] = {}
        for line in self._lines(row):
            cells = [self._cells[row][name] for name in line]
            hidden = [place for place, name in enumerate(line) if name in self._hidden[row]]
            for place, (least, _) in intervals(cells, hidden).items():
                rooms[line[place]] = cells[place].value - least
        return rooms

    def _ask_for_rest(self, row: str, name: Name) -> None:
        """See that what a count leaves of its base may be the threshold or more."""
        cell, threshold, base = self._cells[row][name], self._rules.threshold, MEASURES[row].base
        if base is None or base not in self._counts:
            return
        whole = self._nested.at(base, name)
        if self._is_small(whole) or not self._is_small(whole - cell.value):
            return  # a small base is hidden for its own sake
        if cell.low <= whole - threshold or self._base_is_fixed(row, name):
            cell.down = whole - threshold
        else:
            self._push(base, name, cell.value + threshold - whole)

    def _base_is_fixed(self, row: str, name: Name) -> bool:
        """Whether a count's base is known from elsewhere: it has no room to give for the rest."""
        base = MEASURES[row].base
        return base in self._cells and base is not None and self._cells[base][name].fixed

    def _is_split(self, row: str, line: list[Name]) -> bool:
        """Whether a sum that is known has two addends, and one of them is small.

        Where one is nobody, both are the force's own total, and shown.
        """
        known = [name for name in line if row in ADDENDS and self._nested.sum_is_known(name)]
        counts = [self._nested.sum(each, known) for each in ADDENDS]
        return all(counts) and any(map(self._is_small, counts))

    def _ask_for_addends(self, row: str, line: list[Name]) -> None:
        """Ask for the addends of sums that are known to be hidden: both may be up to all of it."""
        for name in line:
            cell = self._cells[row][name]
            if self._nested.sum_is_known(name):
                cell.fixed = False
                most = min(self._rules.threshold, cell.high)
                cell.up = most if self._is_small(cell.value) else cell.up
                if self._is_small(cell.high - cell.value):
                    cell.down = cell.high - most

    def _push(self, measure: str, name: Name, by: int) -> bool:
        """Hide a count so that it may be so many more; whether it can."""
        row = ADDENDS[0] if measure == SUM and measure not in self._cells else measure
        if row not in self._cells or self._cells[row][name].fixed:
            return False
        cell = self._cells[row][name]
        cell.reach_up(cell.value + by)
        return True

    # Line by line

    def _lines(self, row: str) -> Iterator[list[Name]]:
        apart = lines_of(row, self._dimension)
        taken = {name for line in apart for name in line}
        for line in apart:
            yield [name for name in self._counts[row] if name in line]
        yield [name for name in self._counts[row] if name not in taken]

    def _hide(self, row: str, line: list[Name]) -> None:
        """Hide what must be of a line with what protects it; all of it where nothing does."""
        cells = [self._cells[row][name] for name in line]
        loose = [name for name in line if not self._cells[row][name].fixed]
        whole = SUM if row in ADDENDS and len(loose) < len(line) else row
        if self._is_split(row, line):
            self._ask_for_addends(row, line)
            self._give_up(row, line)
            return
        few = min(self._nested.sum(row, loose), self._nested.sum(whole, loose))
        if self._is_small(few):
            for name in loose:
                self._make_room(row, name, few)
            self._give_up(row, line, most=few)
            return
        found = None
        if all(self._has_room(row, name) for name in line):
            found = hidden_in(cells, self._rules.threshold)
        if found is not None and self._rest_is_small(row, line):
            self._leave_out(row, line)
            return
        if found is not None:
            self._hidden[row] |= {line[place] for place in found}
            return
        self._give_up(row, line)

    def _give_up(self, row: str, line: list[Name], most: int = ANY) -> None:
        """Leave out a line, and all that is nested in it where that is needed too.

        No count of it has to reach further than the `most` that all of it are.
        """
        self._leave_out(row, line)
        if not self._is_safe_alone(row, line, most):
            # What is shown of what is nested in it still bounds it.
            for each in self._inside(row):
                self._leave_out(each, line)

    def _is_safe_alone(self, row: str, line: list[Name], most: int) -> bool:
        """Whether a line that is left out is safe, whatever is shown of what is nested in it."""
        cells = []
        for name in line:
            cell = replace(self._cells[row][name])
            cell.low = min(cell.value, self._nested.least(row, name))
            cell.up = None if cell.up is None else min(cell.up, most)
            cells.append(cell)
        free = [cell for cell in cells if not cell.fixed]
        # An addend of a sum that is known gives no room to others: the other addend moves with it.
        ties = [row in ADDENDS and self._nested.sum_is_known(name) for name in line]
        loose = [cell for cell, tied in zip(cells, ties, strict=True) if not tied]
        width = min(self._rules.threshold, most)
        return all(hidden_in(each, width) is not None for each in (free, loose))

    def _rest_is_small(self, row: str, line: list[Name]) -> bool:
        """Whether all that a row leaves of its base, or a part of it, is small: no slice is safe.

        Of a base and a part of it the part is left out, but for one that has parts of its own.
        """
        base = MEASURES[row].base
        mine = self._nested.sum(row, line)
        rests = [
            mine - self._nested.sum(part, line)
            for parts in self._nested.parts[row]
            for part in parts
            if self._nested.parts[part]
        ]
        if base in self._counts and base is not None and not self._nested.parts[row]:
            rests.append(self._nested.sum(base, line) - mine)
        return row not in ADDENDS and any(map(self._is_small, rests))

    def _leave_out(self, row: str, line: list[Name]) -> None:
        """Hide a whole line, zeros too: nothing is told of how it is made up."""
        self._hidden[row] |= {name for name in line if not self._cells[row][name].fixed}

    def _inside(self, row: str) -> set[str]:
        """The rows nested in one, however deep; those nested in the sum that it is an addend of."""
        found = {part for parts in self._nested.parts[row] for part in parts}
        if row in ADDENDS and SUM in self._counts:
            found |= {part for parts in self._nested.parts[SUM] for part in parts} - set(ADDENDS)
        for part in list(found):
            found |= self._inside(part)
        return found & set(self._rows)

    def _has_room(self, row: str, name: Name) -> bool:
        """Let a count reach as far as it must; whether it can."""
        cell = self._cells[row][name]
        if cell.fixed or cell.up is None:
            return True
        return self._make_room(row, name, max(cell.up, cell.low + self._rules.threshold - 1))

    def _make_room(self, row: str, name: Name, up: int) -> bool:
        """Let a count reach so far, and its base with it where that is in the way."""
        cell = self._cells[row][name]
        lacking = up - cell.high
        if lacking <= 0 or not cell.value:
            return True
        base = "registered" if row in ADDENDS else MEASURES[row].base
        if base is None or not self._push(base, name, lacking):
            return False
        cell.beyond = lacking
        return True

    def _see_to_the_sum(self) -> None:
        """Leave out all where an addend that is left out is alone in a small count of the sum."""
        one, other = ADDENDS
        if SUM in self._cells or not {one, other} <= self._cells.keys():
            return
        left_out = self._hidden[other] == {*self._counts[other]}
        small = (n for n in self._counts[other] if self._is_small(self._nested.at(SUM, n)))
        if left_out and any(not self._nested.at(one, name) for name in small):
            for row in self._rows:
                self._leave_out(row, list(self._counts[row]))

    def _of(self, name: str) -> set[Name]:
        """The hidden slices of a measure, which may follow from those of others."""
        counts, same = self._counts[name], same_as(name)
        if self._dimension == RISK_LEVEL.name and name in HIGH_RISK:
            # At other risk levels nobody is at high risk: that is no secret.
            found = self._hidden.get(HIGH_RISK[name], set()) & set(HIGH)
        elif same in self._hidden:
            found = self._hidden[same]
        elif same == SUM:
            found = self._hidden[ADDENDS[0]] | self._hidden[ADDENDS[1]]
            found = {n for n in found if (SUM, self._dimension, n) not in KNOWN}
        else:
            found = {n for n, count in counts.items() if self._is_small(count)}
        zeros = set() if self._rules.zeros else {n for n, count in counts.items() if not count}
        return {n for n in counts if n in found} | zeros
