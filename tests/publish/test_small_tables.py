"""The audit says of all small tables what going through every table says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import numpy as np
import pytest

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import Rules
from boardtui.publish.kinds import Kinds
from boardtui.publish.layout import Ints, Layout
from boardtui.publish.pattern import Known, Pattern
from boardtui.publish.program import Flags
from boardtui.publish.programs import programs_of
from boardtui.publish.proving import Prover

UNITS, LEVELS = ("A", "B"), ("1", "2", "3")
THRESHOLD = 3
RULES = Rules(Audience.BOARD, THRESHOLD)


def layout_of(*kinds: frozenset[str], units: tuple[str, ...] = UNITS) -> Layout:
    """People of some kinds in units and levels: every count is a cell."""
    measures = tuple(sorted(frozenset.union(*kinds)))
    known = Kinds(measures, dict(zip(measures, measures, strict=True)), kinds, {})
    return Layout(known, kinds, {"unit": units, "mappa_level": LEVELS}, ["mappa_level"])


def people_in(layout: Layout, table: tuple[int, ...]) -> Ints:
    """The numbers of people of one kind whose table this is, unit by unit."""
    found = np.zeros(layout.count, dtype=np.int64)
    found[layout.blocks["mappa_level", None].ravel()] = table
    for parent, place in zip(layout.parents[::-1], range(layout.splits.count)[::-1], strict=True):
        found[parent] = found[layout.splits.at(place)].sum()
    return found


def tables(total: int, places: int = 6) -> Iterator[tuple[int, ...]]:
    """Every way in which so many people can be in so many places."""
    if places == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in tables(total - first, places - 1))


def is_first(table: tuple[int, ...]) -> bool:
    """Whether no table that is the same but for its order comes before."""
    rows = table[:3], table[3:]
    turned = ([row[place] for place in order] for order in permutations(range(3)) for row in rows)
    pairs = zip(turned, turned, strict=True)
    alike = (tuple(one + other) for pair in pairs for one, other in (pair, pair[::-1]))
    return table == min(alike)


def exposed(true: Ints, hidden: Flags, others: Ints) -> set[int]:
    """The hidden cells that a reader who goes through every table can place too closely."""
    same = (others[:, ~hidden] == true[~hidden]).all(axis=1)
    possible = others[same & (others[:, hidden] >= 1).all(axis=1)]
    low, high = possible.min(axis=0), possible.max(axis=0)
    close = (high < THRESHOLD) | (high - low + 1 < THRESHOLD)
    return set(np.flatnonzero(close & hidden).tolist())


@pytest.mark.parametrize("total", [5, 8])
def test_the_audit_of_every_small_table_is_what_all_tables_say(total: int) -> None:
    layout = layout_of(frozenset({"registered"}))
    all_tables = list(tables(total))
    others = np.array([layout.cells.values(people_in(layout, table)) for table in all_tables])
    safe = unsafe = 0
    for number, table in enumerate(filter(is_first, all_tables)):
        people = people_in(layout, table)
        pattern = Pattern(layout, layout.cells.values(people), RULES, Known.nothing(len(others[0])))
        pattern.hidden |= pattern.primary
        # Beside what is small, one, two or three others are hidden: which, goes round.
        more = np.flatnonzero(pattern.hideable())
        pattern.hidden[np.roll(more, number)[: 1 + number % 3]] = True
        prover = Prover(pattern, people, programs_of(pattern, people), lambda *progress: None)
        found = exposed(pattern.true, pattern.hidden, others)
        assert set(prover.failing()) == found, (table, pattern.hidden)
        unsafe += len(found)
        safe += int(pattern.hidden.sum()) - len(found)
    assert unsafe
    assert safe or total < 2 * THRESHOLD
