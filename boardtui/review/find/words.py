"""Words, and how near what was typed comes to them."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import chain
from string import ascii_lowercase


def words_of(text: str) -> list[str]:
    """A text's words and numbers, without case, accents or punctuation."""
    letters = text.casefold()
    if not letters.isascii():
        plain = unicodedata.normalize("NFKD", letters)
        letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.findall(r"[^\W_]+", letters)


SMALL_WORDS = frozenset(
    words_of(
        "a an and are as at be been by cases did do does for from had has have how in is it "
        "many me much of often on or our people show since than that the their them there they "
        "to was were what which who with would"
    )
)
"""Words of a question that may go unmatched, unless nothing else was typed."""

ALSO = {
    "overdue": ("late", "backlog"),
    "custody": ("prison",),
    "caseload": ("workload",),
    "without": ("no",),
    "dark": ("theme", "colour", "color"),
    "day": ("snapshot",),
}
"""Words of names, and what people say at a meeting instead."""

MOST_HELD = 32
"""Words whose slips are held while one types on."""


MOST_INDEXED = 1_024
"""Words of which it is held what else they are found by, while names are gathered."""


class Closeness(IntEnum):
    """How a word that was typed is found among the words of a name, the nearest first."""

    EXACT = 1
    PREFIX = 2
    SUBSTRING = 3
    TYPO = 4


class Spellings:
    """The names of some things, each with its words, sorted to be looked up while one types.

    A thing has as many spellings as it can be called by: "over 180 days", "181–365 days". Words
    that all of them share ("officer") are held once.
    """

    def __init__(self, spellings: Iterable[tuple[int, Sequence[str]]], shared: Iterable[str] = ()):
        """Take the number of the thing that is called so, and the words of the name."""
        listed = list(spellings)
        self.things = array("I", (thing for thing, _ in listed))
        # A blank on either side of each word: what is within one is not found across two.
        self._texts = [f" {' '.join(words)} " for _, words in listed]
        self._all = "\n".join(self._texts)
        places: dict[str, list[int]] = {}
        for place, (_, words) in enumerate(listed):
            for each in set(chain.from_iterable(map(_indexed, words))):
                places.setdefault(each, []).append(place)
        # Of thousands of days most have the same few words: these are sorted, and not the days.
        ordered = sorted(places)
        self._words = [word for word in ordered for _ in places[word]]
        self._places = array("I", chain.from_iterable(map(places.__getitem__, ordered)))
        self._shared = tuple(shared)

    def words(self) -> Iterator[str]:
        """Every word, in order; some more than once."""
        yield from self._shared
        yield from self._words

    def near(self, word: str, around: int = 20) -> list[str]:
        """The shared words, and those that stand about the word in order."""
        at = bisect_left(self._words, word)
        return [*self._shared, *self._words[max(0, at - around) : at + around]]

    def matching(self, word: str, *, typos: bool) -> dict[int, int]:
        """The places of the spellings that have the word of their own, each with its closeness."""
        found: dict[int, int] = {}
        if typos:
            for slip in slips(word):
                self._take(found, slip, Closeness.TYPO, begun=len(slip) > 3)
        if len(word) > 1:
            for within in (word, *_run_together(word)):
                if within in self._all:
                    inside = [place for place, text in enumerate(self._texts) if within in text]
                    found.update(dict.fromkeys(inside, Closeness.SUBSTRING))
        self._take(found, word, Closeness.PREFIX, begun=True)
        for alike in _alike(word):
            self._take(found, alike, Closeness.PREFIX)
        self._take(found, word, Closeness.EXACT)
        return found

    def having(self, word: str) -> dict[int, int]:
        """The places of the spellings that have just the word."""
        found: dict[int, int] = {}
        self._take(found, word, Closeness.EXACT)
        return found

    def _take(
        self, found: dict[int, int], word: str, how: Closeness, *, begun: bool = False
    ) -> None:
        """Take in the spellings that have the word, or with `begun` one that it begins."""
        words = self._words
        first = bisect_left(words, word)
        if first < len(words) and words[first].startswith(word):
            end = bisect_right(words, word + "\U0010ffff" if begun else word, lo=first)
            found.update(dict.fromkeys(self._places[first:end], how))

    def shared(self, word: str, *, typos: bool) -> int:
        """How close the word is to those that all things share; 0 where it is not."""
        if word in self._shared:
            return Closeness.EXACT
        if any(each.startswith(word) for each in self._shared):
            return Closeness.PREFIX
        if typos and not set(slips(word)).isdisjoint(self._shared):
            return Closeness.TYPO
        return 0


def _run_together(word: str) -> Iterator[str]:
    """A word as two whole ones that were typed as one: "om17", "northwest".

    A number may have more digits, as while it is typed.
    """
    for place in range(1, len(word)):
        end = "" if word[place].isdigit() else " "
        yield f" {word[:place]} {word[place:]}{end}"


@lru_cache(maxsize=MOST_INDEXED)
def _indexed(word: str) -> tuple[str, ...]:
    """A word of a name, what is said for it, and a number without the zeros before it."""
    bare = _bare(word)
    return (word, *ALSO.get(word, ()), *((bare,) if bare else ()))


def _bare(word: str) -> str | None:
    if word[0] == "0" and word.isascii() and word.isdigit():
        return word.lstrip("0") or None
    return None


def _alike(word: str) -> list[str]:
    """What is as good as the word: a number without its zeros, the singular of a plural."""
    alike = [bare] if (bare := _bare(word)) else []
    if len(word) > 3 and word.endswith("s"):
        alike.append(word[:-1])
    return alike


@lru_cache(maxsize=MOST_HELD)
def slips(word: str) -> frozenset[str]:
    """What may have been meant by a word with one slip of the keys in it.

    A letter left out, put in, wrong, or two changed over; after Norvig, "How to Write a Spelling
    Corrector" (norvig.com/spell-correct.html). A number has none: 17 is not a slip for 18.
    """
    if not 3 <= len(word) <= 24 or not word.isalpha():
        return frozenset()
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return frozenset(
        [before + letter + after for before, after in parts for letter in ascii_lowercase]
        + [before + letter + after[1:] for before, after in parts for letter in ascii_lowercase]
        + [before + after[1:] for before, after in parts]
        + [before + after[1::-1] + after[2:] for before, after in parts]
    )
