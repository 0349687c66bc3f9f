"""How wide text is on a screen, in cells: a Chinese character takes two, a combining accent none.

Only the standard library: terminals differ over the rarest characters, and so would any table.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203a\u2190-\u2193\u2212\u2248"
    "\u2500-\u25fc]*"
)
"""Text of one cell a character: nearly all there is, and known without looking characters up."""

NO_WIDTH = frozenset(("Mn", "Me", "Mc"))
UNSHOWN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Categories that can move, hide or reverse their neighbours, or have no agreed width."""

ELLIPSIS = "…"


def shown(text: str) -> str:
    """Text as it may be drawn: whatever could move or hide its neighbours becomes a "�".

    Ingest refuses such text; a database can come from elsewhere.
    """
    if NARROW.fullmatch(text):
        return text
    from unicodedata import category

    return "".join(
        "" if "\ufe00" <= c <= "\ufe0f" else "�" if category(c) in UNSHOWN else c for c in text
    )


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """The cells that text takes."""
    return len(text) if NARROW.fullmatch(text) else sum(map(_width_of, text))


def split(text: str, cells: int) -> tuple[str, str]:
    """As much of a text as fits into cells, at least one character of it, and the rest."""
    used = accumulate(map(_width_of, text))
    fits = max(1, sum(1 for end in used if end <= cells))
    return text[:fits], text[fits:]


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
    if NARROW.fullmatch(character):
        return 1
    from unicodedata import category, east_asian_width

    # The vowels and final consonants that a Korean syllable is built up of stand on its first.
    joined = "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff"
    if joined or category(character) in NO_WIDTH:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
