"""The cards of a board in rows, and what height each row has of the screen's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from boardtui.panels.cards.band import BACKLOGS, Band, Sizes, inner, widths_of
from boardtui.panels.cards.fit import SPARE
from boardtui.panels.cards.standing import ANY_WIDTH, Standing

SHOWN = 6
"""Cards that stand at most; the others are named in the last line."""

BESIDE = 3
"""Cards that stand side by side at most."""

LEAST_WIDTH = 26
"""Columns that a card needs with its border."""

BREATH = 2
"""Blank rows that a row of cards has beyond what it needs, on a board that is not full."""

FIRST: Sizes = (3, 5, 10)
LATER: Sizes = (3, 3, 5)


def likely_width(width: int) -> int:
    """The columns of text that a card of a full board has on a screen of a width."""
    beside = min(BESIDE, width // LEAST_WIDTH)
    return inner(width // beside) if beside > 1 else ANY_WIDTH


def _ways(there: Sequence[Standing], width: int) -> Iterator[list[Band]]:
    """The ways to set the first cards, the best first; none where the screen is too narrow."""
    first = there[:SHOWN]
    most = min(BESIDE, width // LEAST_WIDTH)
    for beside in range(most, max(1, most - 2), -1) if first else ():
        yield _bands(_tables_last(first, beside), width)
        yield _bands(_even(first, beside), width)


def _tables_last(there: Sequence[Standing], beside: int) -> list[Sequence[Standing]]:
    """Cards with a number first; tables below, over all the width or two side by side."""
    numbers = [each for each in there if each.card.headline is not None]
    tables = [each for each in there if each.card.headline is None]
    return [*_even(numbers, beside), *_even(tables, min(2, beside))]


def _even(there: Sequence[Standing], beside: int) -> list[Sequence[Standing]]:
    """As few rows as hold the cards, as even as can be, the fuller ones first."""
    rows = -(-len(there) // beside)
    ends = [-(-len(there) * n // rows) for n in range(rows + 1)] if rows else []
    return [there[start:end] for start, end in pairwise(ends)]


def _bands(rows: Sequence[Sequence[Standing]], width: int) -> list[Band]:
    widths = [widths_of(row, width, LEAST_WIDTH) for row in rows]
    backlogs = [
        inner(wide)
        for row, across in zip(rows, widths, strict=True)
        for each, wide in zip(row, across, strict=True)
        if each.of.name in BACKLOGS
    ]
    return [
        Band(row, across, min(backlogs, default=0), FIRST if row[0].number <= BESIDE else LATER)
        for row, across in zip(rows, widths, strict=True)
    ]


def arranged(there: Sequence[Standing], width: int, height: int) -> list[Band]:
    """The first cards in rows: the first way in which all say enough, with large digits.

    Without these, where no way has room for them; none, where no cards have.
    """
    found: list[Band] = []
    rank = 0
    for bands in _ways(there, width):
        if not grow(bands, height):
            continue
        this = 1 + all(band.enough for band in bands) * (1 + all(band.drawn for band in bands))
        if this > rank:
            found, rank = bands, this
        if rank == BEST:
            break
    return found


BEST = 3
"""How good a way is in which all cards say enough, and all numbers are large."""


def grow(bands: Sequence[Band], height: int) -> bool:
    """Give the rows of a screen to the rows of cards, in stages; whether there are enough.

    Up to where all that every card says has room, the first row of cards comes first. What is left
    goes to one that lacks some; else a full board fills its screen, and another has some breath.
    """
    for band in bands:
        band.rows, band.largest = band.stages[0][0], band.sizes[-1]
    left = height - sum(band.rows for band in bands)
    for number, stages in enumerate(zip_longest(*(band.stages for band in bands))):
        pairs = [pair for pair in zip(bands, stages, strict=True) if pair[1] is not None]
        if number > SPARE:
            pairs.sort(key=lambda pair: pair[1][0] - pair[0].rows)
        for band, (rows, size) in pairs:
            more = rows - band.rows
            if 0 < more <= left and size <= _largest(band, bands[0]):
                band.rows += more
                left -= more
    for band in bands[1:]:
        band.largest = _largest(band, bands[0])
    _give(bands, left)
    return left >= 0


def _largest(band: Band, first: Band) -> int:
    """The size that the digits of a row may have: those below the first are smaller than its."""
    return (
        band.sizes[-1] if band is first else max(band.sizes[1], min(band.sizes[-1], first.size - 1))
    )


def _give(bands: Sequence[Band], rest: int) -> None:
    """Give what is left of the rows."""
    lacking = [band for band in bands if band.lacks is not None]
    full = sum(len(band.there) for band in bands) == SHOWN
    takers = [min(lacking, key=lambda band: band.lacks or 0)] if lacking else bands
    for place, band in enumerate(takers):
        share = max(0, rest) // (len(takers) - place)
        more = share if lacking or full else min(share, BREATH)
        band.rows += more
        rest -= more
