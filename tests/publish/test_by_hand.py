"""Tables of which it was worked out by hand what can be worked out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import Rules
from boardtui.publish.kinds import Kinds
from boardtui.publish.layout import Ints, Layout
from boardtui.publish.offering import offer
from boardtui.publish.pattern import Known, Pattern
from boardtui.publish.programs import programs_of
from boardtui.publish.proving import Prover

Place = tuple[str, str | None, str | None]
"""A measure, a unit and a level; None where it is of all."""

REGISTERED = frozenset({"registered"})
MANAGED = frozenset({"registered", "managed"})


class HandTable:
    """People in units and levels, of whom chosen counts are hidden and all others are shown."""

    def __init__(
        self, people: Mapping[frozenset[str], Sequence[Sequence[int]]], threshold: int
    ) -> None:
        """Take how many people of each kind there are, by unit and level."""
        kinds = tuple(people)
        measures = tuple(sorted(frozenset.union(*kinds)))
        rows = next(iter(people.values()))
        units = [chr(ord("A") + place) for place in range(len(rows))]
        levels = [str(place + 1) for place in range(len(rows[0]))]
        known = Kinds(measures, dict(zip(measures, measures, strict=True)), kinds, {})
        slices = {"unit": units, "mappa_level": levels}
        self.layout = Layout(known, kinds, slices, ["mappa_level"])
        self.people = self._numbers(people)
        true = self.layout.cells.values(self.people)
        nothing = Known.nothing(len(true))
        self.pattern = Pattern(self.layout, true, Rules(Audience.BOARD, threshold), nothing)

    def _numbers(self, people: Mapping[frozenset[str], Sequence[Sequence[int]]]) -> Ints:
        layout = self.layout
        found = np.zeros(layout.count, dtype=np.int64)
        for row, kind in enumerate(layout.here):
            found[layout.blocks["mappa_level", None][row].ravel()] = np.ravel(people[kind])
        for place in reversed(range(layout.splits.count)):
            found[layout.parents[place]] = found[layout.splits.at(place)].sum()
        return found

    def cell(self, place: Place) -> int:
        measure, unit, level = place
        pairs = (("unit", unit), ("mappa_level", level))
        by = tuple(name for name, value in pairs if value is not None)
        name = (measure, by, tuple(value for _, value in pairs if value is not None))
        return next(cell for cell, names in enumerate(self.layout.names) if name in names)

    def exposed(self, hidden: Collection[Place]) -> dict[Place, tuple[int, int]]:
        """Which of some hidden counts can be placed too closely, and where."""
        prover = self._prover(hidden)
        failing = set(prover.failing())
        return {p: prover.between(self.cell(p)) for p in hidden if self.cell(p) in failing}

    def between(self, hidden: Collection[Place]) -> dict[Place, tuple[int, int]]:
        """Where a reader can place some hidden counts."""
        prover = self._prover(hidden)
        prover.know()
        return {place: prover.between(self.cell(place)) for place in hidden}

    def _prover(self, hidden: Collection[Place]) -> Prover:
        self.pattern.hidden[:] = False
        self.pattern.hidden[[self.cell(place) for place in hidden]] = True
        programs = programs_of(self.pattern, self.people)
        return Prover(self.pattern, self.people, programs, lambda *progress: None)


def of_registered(*places: str) -> list[Place]:
    """Counts of the registered by unit and level: "A1"."""
    return [("registered", place[0], place[1]) for place in places]


def test_two_hidden_in_each_row_and_column_are_not_enough() -> None:
    """The example of sdcTable (tests/testthat/test-simpleheuristic.R), whose last rows are of other
    people than its first: all of the first two rows less all of the first and third column leaves
    the one count of 47 exactly, (230 + 250) − (89 + 124 + 31) − 189."""
    rows = ((30, 47, 64, 89), (90, 124, 5, 31), (92, 100, 59, 85), (800, 991, 651, 685))
    table = HandTable({REGISTERED: rows}, threshold=50)
    hidden = of_registered("A1", "A2", "A3", "B1", "B3", "C2", "C4", "D2", "D4")
    assert table.exposed(hidden) == dict.fromkeys(of_registered("A2"), (47, 47))
    # A and B have 94 and 95 left in levels 1 and 3, of which 120 are at level 1; C and D have 185
    # and 1,676 in levels 2 and 4, of which 1,091 are at level 2.
    bounds = ((26, 93), (47, 47), (1, 68), (27, 94), (1, 68), (1, 184), (1, 184), (907, 1090),
              (586, 769))  # fmt: skip
    assert table.between(hidden) == dict(zip(hidden, bounds, strict=True))


def test_the_fewest_people_are_hidden_that_protect_one_small_count() -> None:
    """By hand: 2 needs a rectangle, of which that with 10, 9 and 12 hides fewest. Along it the 2
    can be 8 more, since 9 can be 1 at least, or 1 less."""
    table = HandTable({REGISTERED: ((2, 10, 20), (15, 30, 6), (9, 12, 40))}, threshold=5)
    offer(table.pattern, table.people, lambda *progress: None)
    hidden = of_registered("A1", "A2", "C1", "C2")
    assert set(np.flatnonzero(table.pattern.hidden)) == {table.cell(place) for place in hidden}
    bounds = ((1, 10), (2, 11), (1, 10), (11, 20))
    assert table.between(hidden) == dict(zip(hidden, bounds, strict=True))
    for place in hidden[1:]:
        assert table.exposed([each for each in hidden if each != place])


def test_a_part_is_bounded_by_what_it_is_part_of() -> None:
    """By hand: 13 managed in A and B, of whom A has at most all four who are registered there."""
    registered_only = ((0, 0), (20, 11), (5, 6))
    managed = ((2, 2), (5, 4), (16, 14))
    table = HandTable({MANAGED: managed, REGISTERED: registered_only}, threshold=5)
    for by in (("mappa_level",), ("unit", "mappa_level")):
        for measure in ("registered", "managed"):
            table.pattern.withdraw((measure, by), "not thought of here")
    hidden: list[Place] = [("managed", "A", None), ("managed", "B", None)]
    assert table.between(hidden) == dict(zip(hidden, ((1, 4), (9, 12)), strict=True))
    assert set(table.exposed(hidden)) == set(hidden)
    # With how many are registered there hidden too, and in C, it is the 13 alone that bound it.
    more: list[Place] = [("registered", "A", None), ("registered", "B", None)]
    bounds = table.between([*hidden, *more])
    assert (bounds[hidden[0]], bounds[hidden[1]]) == ((1, 12), (1, 12))
    assert not table.exposed([*hidden, *more])
