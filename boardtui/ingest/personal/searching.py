"""Which of a column's distinct texts hold personal data of a kind.

A column of references may have a million distinct texts, and an ingest no time for them: they are
looked at through their stems, in which every digit is a 9 (a million numbered references have one),
and the shapes of those, in which letters are A or a. Only what has a shape that may hold personal
data is looked at itself.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeVar

from boardtui.ingest.personal.kinds import Kind

T = TypeVar("T")

_DIGITS = str.maketrans(dict.fromkeys(string.digits, "9"))
_LETTERS = str.maketrans(
    dict.fromkeys(string.ascii_uppercase, "A") | dict.fromkeys(string.ascii_lowercase, "a")
)
_BETWEEN = "\0"

LONGEST = 2_000
"""Characters of a text that are looked at: a longer one is a fault in any column."""

SAMPLE = 400
"""About how many texts it is told from whether most of a million are meant."""


class Searched:
    """The distinct texts of a column, by their stems and shapes."""

    def __init__(self, texts: Sequence[str]) -> None:
        if max(map(len, texts), default=0) > LONGEST:
            texts = [text[:LONGEST] for text in texts]
        self._texts = texts
        self._stems = _translated(texts, _DIGITS)

    @cached_property
    def _shapes(self) -> Mapping[str, str]:
        """The shape of each distinct stem."""
        stems = list(dict.fromkeys(self._stems))
        return dict(zip(stems, _translated(stems, _LETTERS), strict=True))

    @cached_property
    def _by_shape(self) -> Mapping[str, list[int]]:
        """The places of the texts of each shape."""
        if len(shapes := set(self._shapes.values())) == 1:
            return {shape: list(range(len(self._stems))) for shape in shapes}
        found: dict[str, list[int]] = {}
        for place, shape in enumerate(map(self._shapes.__getitem__, self._stems)):
            found.setdefault(shape, []).append(place)
        return found

    def places(self, kind: Kind, latest: int) -> list[int]:
        """The places of the texts that hold personal data of a kind."""
        shapes = list(filter(kind.shapes.search, set(self._shapes.values())))
        if not shapes:
            return []
        if kind.may_be_chance:
            held_by_shape = (self._if_most(kind, latest, shape) for shape in shapes)
            return sorted(chain.from_iterable(held_by_shape))
        if kind.by_digits:
            places = sorted(place for shape in shapes for place in self._by_shape[shape])
            return self._held(kind, latest, places)
        stems = (stem for stem, shape in self._shapes.items() if shape in shapes)
        held = {stem for stem in stems if kind.holds(stem, latest)}
        return [place for place, stem in enumerate(self._stems) if stem in held] if held else []

    def _if_most(self, kind: Kind, latest: int, shape: str) -> list[int]:
        """Those of a shape that hold it, where most do; else none."""
        places = self._by_shape[shape]
        few = sample(places)
        if len(few) < len(places) and not _most(self._held(kind, latest, few), few):
            return []
        held = self._held(kind, latest, places)
        return held if _most(held, places) else []

    def _held(self, kind: Kind, latest: int, places: Iterable[int]) -> list[int]:
        return [place for place in places if kind.holds(self._texts[place], latest)]


def sample(all_: Sequence[T]) -> Sequence[T]:
    """A few of many, from the first to the last."""
    return all_[:: max(1, len(all_) // SAMPLE)]


def _most(some: Sequence[int], places: Sequence[int]) -> bool:
    return len(some) * 2 >= len(places)


def _translated(texts: Sequence[str], table: Mapping[int, str]) -> list[str]:
    """Each text translated: all at once, which takes a tenth of the time."""
    found = _BETWEEN.join(texts).translate(table).split(_BETWEEN)
    return found if len(found) == len(texts) else [text.translate(table) for text in texts]
