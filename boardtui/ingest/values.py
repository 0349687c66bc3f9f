"""Kinds of value that a column can hold: text, one of a list.

A kind parses the distinct texts of a column, not its rows: a column of a million dates has a few
thousand of them. Texts come with the white space at their ends removed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from msgspec import Struct

Value = str | int | float | date | None


class Wrong(Struct, frozen=True):
    """What was expected of a text that is no value of its column's kind."""

    expected: str


class Parsed(NamedTuple):
    """The value of each text, and what was expected of those, by their place, that have none."""

    values: list[Value]
    wrong: dict[int, str]


def one_by_one(texts: Sequence[str], parse: Callable[[str], Value | Wrong]) -> Parsed:
    """Parse each text on its own."""
    found = list(map(parse, texts))
    values: list[Any] = found
    if Wrong not in set(map(type, found)):
        return Parsed(values, {})
    wrong = {place: each.expected for place, each in enumerate(found) if isinstance(each, Wrong)}
    for place in wrong:
        values[place] = None
    return Parsed(values, wrong)


class Kind(Protocol):
    """A kind of value."""

    def parse(self, texts: Sequence[str]) -> Parsed:
        """Parse the distinct texts of a column."""
        ...


REFUSED_CATEGORIES = ("Cc", "Cf", "Zl", "Zp", "Cs")
"""Control and formatting characters: they can move, hide or reverse what stands on a screen."""


class Text(Struct, frozen=True):
    """Text kept as written, at most `longest` characters of it."""

    longest: int = 200

    def parse(self, texts: Sequence[str]) -> Parsed:
        """See `Kind.parse`."""
        # One look at everything settles the usual case of a million good texts.
        if max(map(len, texts), default=0) <= self.longest and "".join(texts).isprintable():
            return Parsed(list(texts), {})
        return one_by_one(texts, self._one)

    def _one(self, text: str) -> Value | Wrong:
        wrong = self.wrong(text)
        return text if wrong is None else Wrong(wrong)

    def wrong(self, text: str) -> str | None:
        """What was expected of a text that cannot be kept; None where it can."""
        if len(text) > self.longest:
            return f"at most {self.longest:,} characters (there are {len(text):,})"
        if text.isprintable():
            return None
        for place, character in enumerate(text, start=1):
            if unicodedata.category(character) in REFUSED_CATEGORIES:
                return (
                    f"text without a control or formatting character "
                    f"(character {place} is U+{ord(character):04X})"
                )
        return None


TEXT = Text()

_SEPARATORS = re.compile(r"(?<=[^\W_])[\s_-]+(?=[^\W_])")
"""What may join words: before or after them a hyphen is a sign, and -1 is not 1."""


def folded(text: str) -> str:
    """A listed value's text with case, spaces, hyphens and underscores made no difference."""
    return _SEPARATORS.sub("", text).casefold()


class Listed(Struct, frozen=True):
    """One of the listed values, however its words are joined or capitalised."""

    values: tuple[str, ...]

    def parse(self, texts: Sequence[str]) -> Parsed:
        """See `Kind.parse`."""
        known = {folded(value): value for value in self.values}
        wrong = Wrong(f"one of: {', '.join(self.values)}")
        return one_by_one(texts, lambda text: known.get(folded(text[:100]), wrong))
