"""A pattern with fewer crosses: what is known of a snapshot where others are not told.

Of people who are in some units, and in some slices of another dimension, there are always some who
are in both at once in any way that adds up. So a cross of which a reader knows nothing does not
limit what people there could be, and a layout without it asks the same of far fewer numbers.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from msgspec import Struct

from boardtui.publish.layout import Ints, Layout
from boardtui.publish.pattern import MANY, Known, Pattern
from boardtui.publish.program import Flags


class Narrowed(Struct, frozen=True):
    """A pattern of some tables of another, with its people; `cells` are which of its cells."""

    pattern: Pattern
    people: Ints
    cells: Ints

    def keep(self, whole: Pattern) -> None:
        """Have hidden and not offered of the other pattern what is of this one."""
        hidden = np.zeros(len(whole.true), dtype=np.bool_)
        hidden[self.cells] = self.pattern.hidden
        whole.restore((hidden, self.pattern.not_offered))


def narrowed(whole: Pattern, people: Ints, crossed: Collection[str]) -> Narrowed:
    """The pattern of single dimensions, and of some of the dimensions that are crossed by unit."""
    wide = whole.layout
    layout = Layout(
        wide.kinds, wide.here, wide.slices, [name for name in wide.crossed if name in crossed]
    )
    places = {name: cell for cell, names in enumerate(wide.names) for name in names}
    cells = np.array([places[names[0]] for names in layout.names], dtype=np.int64)
    known = Known(whole.known.low[cells], whole.known.high[cells])
    pattern = Pattern(layout, whole.true[cells], whole.rules, known)
    pattern.restore((whole.hidden[cells], whole.not_offered))
    return Narrowed(pattern, _people(layout, wide, people), cells)


def _people(layout: Layout, wide: Layout, people: Ints) -> Ints:
    """How many people each number of a layout is, by the numbers of a wider one."""
    found = np.zeros(layout.count, dtype=np.int64)
    found[: len(layout.here)] = people[: len(wide.here)]
    for of, block in layout.blocks.items():
        there = block >= 0
        numbers = wide.blocks[of]
        counts = np.where(numbers >= 0, people[numbers], 0)
        if counts.shape != block.shape:
            counts = counts.sum(axis=1, keepdims=True)
        found[block[there]] = counts[there]
    return found


def known_crosses(pattern: Pattern) -> set[str]:
    """The dimensions of which a reader knows something by unit from elsewhere."""
    known = (pattern.known.low > 0) | (pattern.known.high < MANY)
    # Counts that are in a simpler table too are known of that.
    return _crossed(pattern, known & ~pattern.single & ~pattern.whole)


def implied_crosses(pattern: Pattern) -> set[str]:
    """The dimensions of which tables by unit alone say something by unit.

    Who is managed in a unit is who is on its register in the community: by unit and status.
    """
    return _crossed(pattern, pattern.single & pattern.layout.somebody())


def _crossed(pattern: Pattern, cells: Flags) -> set[str]:
    """The dimensions of the crosses that have some of some cells."""
    tables = pattern.tables.items()
    return {by[1] for (_, by), mine in tables if len(by) > 1 and cells[mine].any()}
