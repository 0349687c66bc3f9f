"""One line of counts whose sum is known: which of them are hidden besides the small ones.

A reader knows the sum, every count that is shown, and between what each hidden count must lie, all
else being as it is. A hidden count is then known to lie in an interval, which is worked out here
exactly. It is safe where that reaches far enough; until all are, one more is hidden.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

ANY = 10**12
"""More than any count: no bound."""


class Cell(Struct):
    """One count of a line: its `value`, and the `low` and `high` that what is nested in it, and
    what it is nested in, leave to it.

    Where it must be hidden, its interval has to reach up to `up` at least, or down to `down` at
    most. For itself alone it may be so much `beyond` its high: what bounds it then moves with it.
    One that is `fixed` is known from elsewhere, and hiding it would protect nothing; one that is
    `dear` is hidden for others where nothing else is enough.
    """

    value: int
    low: int = 0
    high: int = ANY
    up: int | None = None
    down: int | None = None
    beyond: int = 0
    fixed: bool = False
    dear: bool = False

    def reach_up(self, to: int) -> None:
        """Have it hidden, and its interval reach so far."""
        self.up = max(to, self.up or 0)

    @property
    def asked(self) -> bool:
        """Whether it must be hidden for its own sake."""
        return not self.fixed and (self.up is not None or self.down is not None)

    @property
    def room_down(self) -> int:
        return self.value - self.low

    @property
    def room_up(self) -> int:
        return self.high - self.value


def hidden_in(cells: Sequence[Cell], width: int) -> frozenset[int] | None:
    """The places of the cells that are hidden; None where no choice of them is safe.

    An interval that has to reach up holds `width` whole numbers at least. The choice is the same
    for the same line: of the shown cells above 0 the smallest that is enough, else the one that
    gives most, until all is safe; then those that turned out to be needless are shown again.
    """
    asked = {place for place, cell in enumerate(cells) if cell.asked}
    hidden = set(asked)
    added: list[int] = []
    while lacking := _lacking(cells, hidden, asked, width):
        found = _one_more(cells, hidden, lacking)
        if found is None:
            return None
        hidden.add(found)
        added.append(found)
    for place in sorted(added, key=lambda place: (-cells[place].value, place)):
        if not _lacking(cells, hidden - {place}, asked, width):
            hidden.remove(place)
    return frozenset(hidden)


class _Lack(Struct, frozen=True):
    """By how much intervals fall short: of room above, and of room below."""

    above: int = 0
    below: int = 0

    def __bool__(self) -> bool:
        return self.above > 0 or self.below > 0


def intervals(cells: Sequence[Cell], hidden: Collection[int]) -> dict[int, tuple[int, int]]:
    """The least and the most that each hidden cell can be, to a reader of the others."""
    down = sum(cells[place].room_down for place in hidden)
    up = sum(cells[place].room_up for place in hidden)
    return {place: _interval(cells[place], down, up) for place in hidden}


def _interval(cell: Cell, down: int, up: int) -> tuple[int, int]:
    """As above, where the rooms of all hidden cells have been added up."""
    most = min(cell.high + cell.beyond, cell.value + down - cell.room_down)
    return max(cell.low, cell.value - (up - cell.room_up)), most


def _lacking(cells: Sequence[Cell], hidden: set[int], asked: set[int], width: int) -> _Lack:
    down = sum(cells[place].room_down for place in hidden)
    up = sum(cells[place].room_up for place in hidden)
    above = below = 0
    for place in asked:
        cell = cells[place]
        least, most = _interval(cell, down, up)
        if cell.up is not None:
            above = max(above, max(cell.up, least + width - 1) - most)
        if cell.down is not None:
            below = max(below, least - cell.down)
    return _Lack(above, below)


def _one_more(cells: Sequence[Cell], hidden: set[int], lacking: _Lack) -> int | None:
    """The cell to hide next; None where none gives any room."""
    best: tuple[bool, bool, int, int, int] | None = None
    for place, cell in enumerate(cells):
        if place in hidden or cell.fixed or cell.value <= 0:
            continue
        above, below = min(cell.room_down, lacking.above), min(cell.room_up, lacking.below)
        given = max(0, above) + max(0, below)
        enough = above >= lacking.above and below >= lacking.below
        if given <= 0:
            continue
        rank = (not enough, cell.dear, 0 if enough else -given, cell.value, place)
        if best is None or rank < best:
            best = rank
    return best[4] if best else None
