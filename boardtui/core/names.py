"""Names of forces and units: when two are the same.

One name is written in many ways: "Avon & Somerset", "AVON AND SOMERSET [note 2]". All that compare
names do so here.
"""

from __future__ import annotations

import re
import unicodedata

_NOTES = re.compile(r"(?:\s*\[\s*notes?\b[^\[\]]*\])+\s*$", re.IGNORECASE)
"""References to notes at the end of a name, as published tables have them."""


def tidied(name: str) -> str:
    """A name as it is kept: composed characters, single spaces, no reference to a note."""
    return " ".join(_NOTES.sub("", unicodedata.normalize("NFC", name)).split())


def folded(name: str) -> str:
    """What a name is compared by.

    Case, spacing, Unicode form, "&" or "and", and a reference to a note at its end make no
    difference.
    """
    plain = tidied(unicodedata.normalize("NFKC", name)).casefold()
    return " ".join(unicodedata.normalize("NFKC", plain).replace("&", " and ").split())
