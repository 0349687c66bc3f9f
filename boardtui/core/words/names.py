"""Names of forces and units: when two are the same, and when one is a slip of the pen.

One name is written in many ways: "Avon & Somerset", "AVON AND SOMERSET [note 2]". All that compare
names do so here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NOTES = r"(?:\s*\[\s*notes?\b[^\[\]]*\])+\s*$"
"""References to notes at the end of a name, as published tables have them."""


def tidied(name: str) -> str:
    """A name as it is kept: composed characters, single spaces, no reference to a note."""
    composed = unicodedata.normalize("NFC", name)
    if "[" in composed:
        composed = re.sub(_NOTES, "", composed, flags=re.IGNORECASE)
    return " ".join(composed.split())


def folded(name: str) -> str:
    """What a name is compared by.

    Case, spacing, Unicode form, "&" or "and", and a reference to a note at its end make no
    difference.
    """
    plain = tidied(unicodedata.normalize("NFKC", name)).casefold()
    return " ".join(unicodedata.normalize("NFKC", plain).replace("&", " and ").split())


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same one."""
    return one == other or folded(one) == folded(other)


def slip_of(name: str, known: Iterable[str]) -> str | None:
    """The known name of which one is a slip of the pen; None where it is no such.

    A slip is one letter too many, too few or another, or two neighbours that changed places.
    """
    given = folded(name)
    return next((each for each in known if _is_slip(given, folded(each))), None)


def _is_slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one == other or len(long) - len(short) > 1:
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    rest_short, rest_long = short[start:], long[start:]
    if len(short) < len(long):
        return rest_short == rest_long[1:]
    swapped = rest_short[1:2] + rest_short[:1] == rest_long[:2]
    return rest_short[1:] == rest_long[1:] or (swapped and rest_short[2:] == rest_long[2:])
