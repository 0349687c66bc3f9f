"""Without its crosses, a pattern counts the same people, unless a reader knows the crosses."""

from __future__ import annotations

from random import Random

import numpy as np

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import Rules
from boardtui.publish.layout import Ints
from boardtui.publish.narrowing import known_crosses, narrowed
from boardtui.publish.offering import offer
from boardtui.publish.pattern import Known, Pattern
from tests.publish.test_small_tables import layout_of, people_in

RULES = Rules(Audience.BOARD, 5)
CROSS = ("registered", ("unit", "mappa_level"))


def pattern_of(seed: int, known: bool = False) -> tuple[Pattern, Ints]:
    """Twelve counts by unit and level; a reader may know each of the first unit exactly."""
    layout = layout_of(frozenset({"registered"}), units=("A", "B", "C", "D"))
    chance = Random(seed)
    people = people_in(layout, tuple(chance.choice((0, 1, 3, 8, 40)) for _ in range(12)))
    true = layout.cells.values(people)
    nothing = Known.nothing(len(true))
    if known:
        for cell, names in enumerate(layout.names):
            if any(by == CROSS[1] and slices[0] == "A" for _, by, slices in names):
                nothing.low[cell] = nothing.high[cell] = true[cell]
    return Pattern(layout, true, RULES, nothing), people


def test_a_narrowed_pattern_has_the_same_counts_of_the_tables_it_has() -> None:
    pattern, people = pattern_of(1)
    pattern.hidden |= pattern.primary
    for crossed, count in (((), 8), (("mappa_level",), 20)):
        here = narrowed(pattern, people, crossed)
        layout = here.pattern.layout
        assert layout.cells.count == count
        assert (layout.cells.values(here.people) == here.pattern.true).all()
        assert (layout.splits.values(here.people) == here.people[layout.parents]).all()
        for cell, names in enumerate(layout.names):
            assert set(names) <= set(pattern.layout.names[here.cells[cell]])
        assert (here.pattern.hidden == pattern.hidden[here.cells]).all()


def test_what_is_hidden_of_a_narrowed_pattern_is_kept_by_the_other() -> None:
    pattern, people = pattern_of(2)
    here = narrowed(pattern, people, ())
    here.pattern.hidden[:] = ~here.pattern.whole
    here.pattern.withdraw(CROSS, "a reason")
    here.keep(pattern)
    assert pattern.not_offered == {CROSS: "a reason"}
    assert pattern.hidden.sum() == 7
    assert (pattern.hidden[here.cells] == here.pattern.hidden).all()


def test_a_cross_that_a_reader_knows_counts_where_it_is_not_offered() -> None:
    pattern, people = pattern_of(3)
    assert not known_crosses(pattern)
    pattern, people = pattern_of(3, known=True)
    assert known_crosses(pattern) == {"mappa_level"}
    proof = offer(pattern, people, lambda *progress: None)
    assert "mappa_level" in proof.pattern.layout.crossed
    low, high = proof.pattern.ends()
    told = [
        cell
        for cell, names in enumerate(proof.pattern.layout.names)
        if any(by == CROSS[1] and slices[0] == "A" for _, by, slices in names)
    ]
    assert told
    assert np.array_equal(low[told], high[told])
