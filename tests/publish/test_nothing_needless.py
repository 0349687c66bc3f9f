"""Nothing is hidden that need not be: shown again, any one count gives others away."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import Rules
from boardtui.publish.offering import offer
from boardtui.publish.pattern import Known, Pattern
from boardtui.publish.programs import programs_of
from boardtui.publish.proving import Prover
from tests.publish.test_small_tables import layout_of, people_in

RULES = Rules(Audience.BOARD, 5)


def nothing(*progress: object) -> None:
    """Nobody waits for it."""


@pytest.mark.parametrize("seed", range(6))
def test_any_count_hidden_for_others_is_needed(seed: int) -> None:
    layout = layout_of(frozenset({"registered"}), units=("A", "B", "C", "D"))
    chance = Random(seed)
    table = tuple(chance.choice((1, 3, 8, 20, 40, 60)) for _ in range(12))
    people = people_in(layout, table)
    pattern = Pattern(layout, layout.cells.values(people), RULES, Known.nothing(layout.cells.count))
    offer(pattern, people, nothing)
    assert not Prover(pattern, people, programs_of(pattern, people), nothing).failing()
    others = np.flatnonzero(pattern.hidden & ~pattern.primary).tolist()
    assert others or not pattern.primary.any()
    for cell in others:
        pattern.hidden[cell] = False
        assert Prover(pattern, people, programs_of(pattern, people), nothing).failing(), cell
        pattern.hidden[cell] = True
