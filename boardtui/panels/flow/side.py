"""One backlog's flow for a screen: as much of it as has room at once, and the rest below."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from boardtui.core.flow.counts import Flow
from boardtui.panels import cells
from boardtui.panels.cards.bars import Scale
from boardtui.panels.cards.words import strong
from boardtui.panels.flow.beside import beside_lines
from boardtui.panels.flow.rest import rest_lines
from boardtui.panels.flow.sentence import sentences
from boardtui.panels.flow.totals import totals_of
from boardtui.panels.flow.waterfall import (
    ALL_PARTS,
    CLEARED_ALONE,
    NO_PARTS,
    Told,
    scale_for,
    waterfall_lines,
)
from boardtui.panels.text import Line, chunk, quiet, space, wrapped
from boardtui.panels.totals import totals_lines
from boardtui.review.flow.start import FlowStart

BLANK: Line = ()

WIDE = 90
"""Columns from which all but the sentence is set in."""

BLOCKS = ("sentence", "totals", "waterfall", "beside", "table", "rest")
"""What a side says, in order."""

TABLE = BLOCKS.index("table")

TALL = 40
"""Rows from which a screen is read part by part; on one with fewer they would be too much."""

SQUEEZED = (1, 0)
"""The blocks that give up the blank row before them for what would have no room, in turn."""


class Side(Struct, frozen=True):
    """A backlog's flow, and the lines of its table, for a width."""

    flow: Flow
    start: FlowStart
    table: Sequence[Line]
    width: int

    def blocks(self, told: Told, scale: Scale) -> list[Sequence[Line]]:
        """Sentence, totals, waterfall, what it would not show, table, and what is left to tell."""
        flow, room = self.flow, room_of(self.width)
        inside: list[Sequence[Line]] = [
            totals_lines(totals_of(flow), room),
            waterfall_lines(flow, told, self.start.unknown, room, scale),
            [*beside_lines(flow, room), *self._notes()],
            self.table,
            rest_lines(flow, told, self.start.unknown, room),
        ]
        lead = space(margin_of(self.width))
        moved = ([(lead, *line) if line else line for line in block] for block in inside)
        return [self._sentence(), *moved]

    def _sentence(self) -> list[Line]:
        """The longest sentence that has room on one row; else the shortest, on several."""
        room = self.width - 2
        ways = list(sentences(self.flow))
        one = next((way for way in ways if cells.width(way) <= room), ways[-1])
        return [(space(1), *line) for line in wrapped([chunk(strong(one))], room)]

    def _notes(self) -> list[Line]:
        """From which day it is, where that is not then; and what files of the time don't say."""
        room = room_of(self.width)
        return [line for note in self.start.notes for line in wrapped([chunk(quiet(note))], room)]


def margin_of(width: int) -> int:
    """The blank columns before all of a side but the sentence."""
    return 3 if width >= WIDE else 1


def room_of(width: int) -> int:
    """The columns of all of a side but the sentence."""
    return width - margin_of(width) - 1


def arranged(sides: Sequence[Side], height: int) -> list[list[Line]]:
    """The lines of each side, so that the first rows, as many as the height, say what matters most.

    The parts of a sum stand under it where there is room for that, else below the table. What is
    below the first screen begins with the second. Sides beside each other have their blocks begin
    on the same rows.
    """
    whole = _Blocks.of(sides, ALL_PARTS)
    if height >= TALL and whole.height(len(BLOCKS)) <= height:
        return whole.stacked(range(len(BLOCKS)))
    cleared, bare = _Blocks.of(sides, CLEARED_ALONE), _Blocks.of(sides, NO_PARTS)
    for blocks, count in ((cleared, TABLE + 1), (cleared, TABLE), (bare, TABLE)):
        over = max(0, blocks.height(count) - height)
        if over <= len(SQUEEZED):
            return blocks.parted(count, height, over)
    return bare.stacked(range(len(BLOCKS)))


class _Blocks(Struct, frozen=True):
    """The blocks of each side, each as high as the one beside it."""

    sides: list[list[list[Line]]]

    @staticmethod
    def of(sides: Sequence[Side], told: Told) -> _Blocks:
        scales = [scale_for(side.flow, told, room_of(side.width)) for side in sides]
        # One scale for all that stands on a screen.
        scale = min(scales, key=lambda each: each.unit or math.inf)
        found = [side.blocks(told, scale) for side in sides]
        high = [max(map(len, beside)) for beside in zip(*found, strict=True)]
        return _Blocks(
            [
                [
                    [*block, *[BLANK] * (tall - len(block))]
                    for block, tall in zip(side, high, strict=True)
                ]
                for side in found
            ]
        )

    def height(self, count: int) -> int:
        """The rows of the first blocks, with a blank one before each."""
        return sum(len(block) + 1 for block in self.sides[0][:count] if block)

    def stacked(self, which: range, squeezed: int = 0) -> list[list[Line]]:
        """Some blocks of each side, with a blank row before each but for so many."""
        found: list[list[Line]] = [[] for _ in self.sides]
        for lines, blocks in zip(found, self.sides, strict=True):
            for number, block in enumerate(blocks[place] for place in which if blocks[place]):
                close = number in SQUEEZED[:squeezed]
                lines += block if close else [BLANK, *block]
        return found

    def parted(self, count: int, height: int, squeezed: int) -> list[list[Line]]:
        """The first blocks on a screen of their own, and the others below it."""
        first = self.stacked(range(count), squeezed)
        below = self.stacked(range(count, len(BLOCKS)))
        return [
            [*lines, *[BLANK] * (height - len(lines)), *rest]
            for lines, rest in zip(first, below, strict=True)
        ]
