"""Which of a column's distinct texts hold personal data of a kind.

A column of references may have a million distinct texts, and an ingest no time for them: they are
looked at through their stems, in which every digit is a 9 (a million numbered references have one),
and the shapes of those, in which letters are A or a. Only what has a shape that may hold personal
data is looked at itself.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
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

    def places(self, kind: Kind, latest: int) -> list[int]:
        """The places of the texts that hold personal data of a kind."""
        shapes = set(filter(kind.shapes.search, set(self._shapes.values())))
        if not shapes:
            return []
        stems = {stem: shape for stem, shape in self._shapes.items() if shape in shapes}
        if kind.may_be_chance:
            return list(self._most_of_a_shape(kind, latest, stems))
        if kind.by_digits:
            places = (place for place, stem in enumerate(self._stems) if stem in stems)
            return [place for place in places if kind.holds(self._texts[place], latest)]
        held = {stem for stem in stems if kind.holds(stem, latest)}
        return [place for place, stem in enumerate(self._stems) if stem in held] if held else []

    def _most_of_a_shape(self, kind: Kind, latest: int, stems: Mapping[str, str]) -> Iterator[int]:
        by_shape: dict[str, list[int]] = {}
        for place, stem in enumerate(self._stems):
            if stem in stems:
                by_shape.setdefault(stems[stem], []).append(place)
        for places in by_shape.values():
            few = sample(places)
            if len(few) < len(places) and not _most(self._held(kind, latest, few), few):
                continue
            held = self._held(kind, latest, places)
            if _most(held, places):
                yield from held

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
