"""How wide text is on a screen, in cells: a Chinese character takes two, a combining accent none.

Only the standard library: terminals differ over the rarest characters, and so would any table.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, takewhile

from boardtui.core.words.shown import is_plain

NO_WIDTH = frozenset(("Mn", "Me", "Mc"))
ELLIPSIS = "…"


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """The cells that text takes."""
    return len(text) if is_plain(text) else sum(map(_width_of, text))


def split(text: str, cells: int) -> tuple[str, str]:
    """As much of a text as fits into cells, at least one character of it, and the rest."""
    used = accumulate(map(_width_of, text))
    fits = max(1, sum(1 for _ in takewhile(lambda end: end <= cells, used)))
    return text[:fits], text[fits:]


def pieces(text: str, first: int, rest: int) -> Iterator[str]:
    """A text in pieces that fit into so many cells each, the first into as many as it has."""
    start = used = 0
    room = first
    for at, character in enumerate(text):
        wide = _width_of(character)
        if used + wide > room and at > start:
            yield text[start:at]
            start, used, room = at, 0, rest
        used += wide
    yield text[start:]


def shortened(text: str, cells: int) -> str:
    """Text that fits into cells; where it was cut, an ellipsis says so."""
    if width(text) <= cells:
        return text
    if cells <= 1:
        return ELLIPSIS[:cells]
    head, _ = split(text, cells - 1)
    return (head.rstrip() if width(head) < cells else "") + ELLIPSIS


def padded(text: str, cells: int) -> str:
    """Text filled up with blanks to a width."""
    return text + " " * (cells - width(text))


def _width_of(character: str) -> int:
    if is_plain(character):
        return 1
    from unicodedata import category, east_asian_width

    # The vowels and final consonants that a Korean syllable is built up of stand on its first.
    joined = "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff"
    if joined or category(character) in NO_WIDTH:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
