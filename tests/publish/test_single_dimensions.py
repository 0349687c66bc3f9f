"""Slices of one dimension are shown where none of them is small, whatever is hidden of crosses."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import Rules
from boardtui.publish import programs
from boardtui.publish.fewer import Fewer
from boardtui.publish.layout import Ints, Layout
from boardtui.publish.offering import offer
from boardtui.publish.pattern import Known, Pattern
from boardtui.publish.programs import programs_of
from boardtui.publish.protection import Protection
from boardtui.publish.proving import Prover
from tests.publish.test_small_tables import layout_of

RULES = Rules(Audience.BOARD, 5)
UNITS = ("A", "B", "C", "D", "E")
KINDS = (
    frozenset({"registered"}),
    frozenset({"registered", "managed", "actively_managed"}),
    frozenset({"registered", "managed", "reactively_managed"}),
)


def nothing(*progress: object) -> None:
    """Nobody waits for it."""


def people_of(layout: Layout, chance: Random) -> Ints:
    """Some people of each kind in each unit and level, some of them few."""
    found = np.zeros(layout.count, dtype=np.int64)
    block = layout.blocks["mappa_level", None]
    for row, counts in enumerate(((6, 9, 12, 2), (20, 40, 60), (7, 9, 11, 3))):
        numbers = block[row].ravel()
        found[numbers] = chance.choices(counts, k=len(numbers))
    for place in reversed(range(layout.splits.count)):
        found[layout.parents[place]] = found[layout.splits.at(place)].sum()
    return found


@pytest.mark.parametrize("seed", range(3))
def test_none_is_hidden_for_a_cross(seed: int) -> None:
    layout = layout_of(*KINDS, units=UNITS)
    people = people_of(layout, Random(seed))
    pattern = Pattern(layout, layout.cells.values(people), RULES, Known.nothing(layout.cells.count))
    single = pattern.single
    assert (pattern.true[single] >= RULES.threshold).all()
    offer(pattern, people, nothing)
    assert not Prover(pattern, people, programs_of(pattern, people), nothing).failing()
    assert pattern.hidden[~single].any()
    assert not pattern.hidden[single].any()
    assert not [by for _, by in pattern.not_offered if len(by) == 1]


def test_two_that_hide_nothing_but_each_other_are_shown_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By hand: who is managed is managed actively or reactively, so that of one level neither the
    managed nor the reactively managed can be shown where the other is hidden."""
    monkeypatch.setattr(programs, "WIDE", 0)  # as where there are many people
    layout = layout_of(*KINDS, units=UNITS)
    people = people_of(layout, Random(1))
    pattern = Pattern(layout, layout.cells.values(people), RULES, Known.nothing(layout.cells.count))
    for table in pattern.tables:
        if len(table[1]) > 1:
            pattern.withdraw(table, "not thought of here")
    names = {name: cell for cell, names in enumerate(layout.names) for name in names}
    both = [names[m, ("mappa_level",), ("1",)] for m in ("managed", "reactively_managed")]
    pattern.hidden[both] = True
    Fewer(Protection(pattern, people, nothing)).hide_fewer()
    assert not pattern.hidden.any()
