"""Putting words together: a measure with up to three slices of different dimensions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from boardtui.review.find.parts import Part, Stack

MEASURE = "measure"
"""The kind of the part that is a measure; the other kinds are dimensions."""

MOST_SLICES = 3


def stacks(
    parts: Iterable[Part],
    words: int,
    dimensions: Mapping[int, frozenset[str]],
    most: int = MOST_SLICES,
) -> Iterator[Stack]:
    """Every set of parts that together has all the words (a bit each), and no part too many.

    At most one part is a measure; the others are slices of different dimensions, so many at the
    `most`, which that measure must have (`dimensions`, by its number). No part can be left
    out of a set without a word going unmatched, so that the order of words makes no difference.
    """
    having: dict[int, list[Part]] = {}
    for part in parts:
        for bit in _bits(part.mask & words):
            having.setdefault(bit, []).append(part)
    seen: set[frozenset[int]] = set()

    def widened(chosen: Stack, mask: int) -> Iterator[Stack]:
        left = words & ~mask
        if not left:
            key = frozenset(map(id, chosen))
            if key not in seen and _needs_all(chosen, words):
                seen.add(key)
                yield chosen
            return
        for part in having.get(left & -left, ()):
            if _goes_with(part, chosen, dimensions, most):
                yield from widened((*chosen, part), mask | part.mask)

    return widened((), 0)


def _goes_with(
    part: Part, chosen: Stack, dimensions: Mapping[int, frozenset[str]], most: int
) -> bool:
    kinds = {other.kind for other in chosen}
    if part.kind in kinds:
        return False
    slices = (kinds | {part.kind}) - {MEASURE}
    measure = next((p for p in (part, *chosen) if p.kind == MEASURE), None)
    if measure is not None and not slices <= dimensions[measure.things[0]]:
        return False
    return len(slices) <= most


def _needs_all(chosen: Stack, words: int) -> bool:
    for one in chosen:
        others = 0
        for other in chosen:
            if other is not one:
                others |= other.mask
        if not words & ~others:
            return False
    return True


def _bits(mask: int) -> Iterator[int]:
    while mask:
        yield mask & -mask
        mask &= mask - 1
