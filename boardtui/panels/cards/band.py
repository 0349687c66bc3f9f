"""Rows of cards: which stand side by side, how high each row is, and how large its digits are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from boardtui.panels.cards.card import Card
from boardtui.panels.cards.digits import can_draw
from boardtui.panels.cards.fit import SPARE, head_height, least_height, whole_height
from boardtui.panels.cards.headline import draws, has_room
from boardtui.panels.cards.standing import Standing

PADDING = 1
"""Blank columns between a card's border and its text."""

FRAME = 2
"""Rows of a card's border."""

BACKLOGS = ("overdue_visits", "overdue_assessments")
"""The cards whose bars are on one scale."""

ALL = 99
"""A need that every block meets."""

Sizes = tuple[int, int, int]
"""The rows of the digits of a row of cards: at least, usually, at most."""


class Band:
    """A row of cards side by side, each made for its width; `rows` is how high it is.

    What it may grow to are `stages`: heights, each with the size of the digits there. `largest` is
    the size that these may have beside other rows of cards.
    """

    def __init__(
        self, there: Sequence[Standing], widths: Sequence[int], backlogs: int, sizes: Sizes
    ) -> None:
        """Take cards from left to right; bars of backlogs have room in so many columns."""
        self.there = there
        self.widths = widths
        self.sizes = sizes
        self.cards = [
            each.at(inner(width), backlogs if each.of.name in BACKLOGS else inner(width))
            for each, width in zip(there, widths, strict=True)
        ]
        self._heads: dict[int, list[int]] = {}
        self.stages = list(self._stages())
        self.rows = 0
        self.largest = sizes[-1]

    def _stages(self) -> Iterator[tuple[int, int]]:
        least, usual, most = self.sizes
        yield self._least(least, 1), least
        for need in range(1, SPARE):
            yield self._least(usual, need), usual
        sizes = (usual, most) if self._may_have(most) else (usual,)
        for need, loose in ((SPARE - 1, False), (ALL, False), (ALL, True)):
            yield from ((self._whole(size, need, loose=loose), size) for size in sizes)

    def _may_have(self, size: int) -> bool:
        """Whether all numbers of the row have room in larger digits, and the words beside them."""
        return all(
            has_room(card.headline, wide, size, self.sizes[1])
            for card, wide in self._made()
            if card.headline
        )

    @property
    def drawn(self) -> bool:
        """Whether all its numbers have room in large digits, if not the largest."""
        return all(
            not can_draw(card.headline.value) or draws(card.headline, wide, self.sizes[0])
            for card, wide in self._made()
            if card.headline
        )

    def _made(self) -> Iterator[tuple[Card, int]]:
        return zip(self.cards, map(inner, self.widths), strict=True)

    def _least(self, size: int, need: int) -> int:
        """The rows with the border, as short as what is needed can be said."""
        heads = zip(self.cards, self._heights(size), strict=True)
        return FRAME + max(least_height(card, head, need) for card, head in heads)

    def _whole(self, size: int, need: int, *, loose: bool = False) -> int:
        """The rows with the border, with all that is needed in full."""
        heads = zip(self.cards, self._heights(size), strict=True)
        return FRAME + max(whole_height(card, head, need, loose=loose) for card, head in heads)

    def _heights(self, size: int) -> list[int]:
        """The rows of each card's headline in digits of a size."""
        if size not in self._heads:
            self._heads[size] = [head_height(card, wide, size) for card, wide in self._made()]
        return self._heads[size]

    @property
    def size(self) -> int:
        """The rows of its digits: the most that its height has room for."""
        sizes = (size for rows, size in self.stages if rows <= self.rows and size <= self.largest)
        return max(sizes, default=self.sizes[0])

    @property
    def enough(self) -> bool:
        """Whether it has its usual digits, and what stands first beside them."""
        return self.rows >= self.stages[2][0]

    @property
    def lacks(self) -> int | None:
        """The first of its stages that it has no rows for; None where it has all it can use."""
        short = (
            number
            for number, (rows, size) in enumerate(self.stages)
            if rows > self.rows and size <= self.largest
        )
        return next(short, None)

    @property
    def grown(self) -> bool:
        """Whether it has all the rows that it can use."""
        return self.lacks is None


def inner(width: int) -> int:
    """The columns of text in a card of a width."""
    return width - 2 - 2 * PADDING


def widths_of(there: Sequence[Standing], width: int, least: int) -> list[int]:
    """The columns of each card by its weight; all alike, where one would have too little."""
    weights = [each.of.weight for each in there]
    ends = [round(width * sum(weights[:n]) / sum(weights)) for n in range(len(weights) + 1)]
    widths = [end - start for start, end in pairwise(ends)]
    if min(widths) < least and max(weights) > min(weights):
        ends = [round(width * n / len(there)) for n in range(len(there) + 1)]
        widths = [end - start for start, end in pairwise(ends)]
    return widths
