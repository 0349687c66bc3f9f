"""Names of people: of each text whether it reads as one, and what that says of a column.

A single text can only be known by names that are common, or by a title before it. Of a column most
texts are enough: where they read as names, so do the others that nobody knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from boardtui.ingest.personal.known_names import GIVEN, SURNAMES
from boardtui.ingest.personal.words import words

SHAPES = re.compile(r"[^\W\d_].*[ ,].*[^\W\d_]")

TITLES = words(
    """
    mr mrs miss ms dr prof rev revd sir dame lord lady mx master
    """
)
"""What stands before a name and nothing else."""

RANKS = words(
    """
    pc dc wpc wdc ps ds sgt insp di dci supt dsu det con cons constable sergeant inspector
    detective psi pcso om vo
    """
)
"""What stands before the names of police officers, and before the names of their units."""

NOT_OF_NAMES = words(
    """
    access and area arms assessment basic beach borough bridge castle central centre city
    command community cop cops cottage council county court cross custody dale department desk
    district division east eastern estate field forest force gate green group hall harbour head
    heath high hill hospital house hub hundred island lane local lodge low lower management
    market mappa mid middle moor most mount new none north northern not of office old park place
    police port public quay ref region registered resort risk riverside road royal rural section
    sector sex south southern spa square st stable station street supervision support team the
    proactive reactive response moso tool town turn unit upper urban vale valley view village
    violent visor visits ward water west western wharf wood woods yard
    """
)
"""Words of units, places and tools, which no name of a person is taken to have."""

LEAST = 3
"""Distinct texts from which a column is judged by most of them."""

REMEMBERED = 1 << 16
"""Texts whose parts are known: of a force's snapshots most come again."""

LONGEST = 100
"""Characters of a name."""

MOST_WORDS = 5
"""Words of a name, titles not counted."""

_WORD = r"[^\W\d_](?:[^\W\d_]|['’.-])*"
_READS = re.compile(rf"(?:{_WORD}|[0-9]+)(?:,? +\(?(?:{_WORD}|[0-9]+)\)?|,{_WORD})*")
_PARTS = re.compile(rf"{_WORD}|[0-9]+")


def is_name(text: str) -> bool:
    """Whether one text reads as the name of a person: common names, or a title before names."""
    before, names = _parts(text)
    if not names:
        return False
    if not TITLES.isdisjoint(before):
        return True
    given = any(name in GIVEN for name in names)
    surname = any(name in SURNAMES for name in names)
    if not RANKS.isdisjoint(before):
        return given or surname
    initials = sum(len(name) == 1 for name in names)
    return len(names) > 1 and (given or (surname and 0 < initials < len(names)))


def is_titled(text: str) -> bool:
    """Whether a text has a title or a rank before names: in units, that alone tells a person's."""
    return bool(_parts(text)[0]) and is_name(text)


def are_names(texts: Sequence[str], *, references: bool) -> bool:
    """Whether most of some distinct texts read as names of people.

    In a column of `references` also those of nothing but words, of which one in five is known.
    """
    if len(texts) < LEAST:
        return False
    if _most(sum(map(is_name, texts)), texts):
        return True
    if not references:
        return False
    in_words = [names for _, names in map(_parts, texts) if names]
    known = sum(any(name in GIVEN or name in SURNAMES for name in names) for names in in_words)
    return _most(len(in_words), texts) and known * 5 >= len(texts)


def _most(some: int, texts: Collection[str]) -> bool:
    return some * 2 > len(texts)


@lru_cache(REMEMBERED)
def _parts(text: str) -> tuple[Collection[str], Sequence[str]]:
    """The titles and ranks in a text, and the words of the name that it may be, folded.

    No words where it can be none: words of a unit in it, numbers without a rank, too many words.
    """
    if len(text) > LONGEST or _READS.fullmatch(text) is None:
        return _NOTHING
    words = [_folded(word) for word in _PARTS.findall(text)]
    before = {word for word in words if word in TITLES or word in RANKS}
    names = [word for word in words if word not in before and not word.isdigit()]
    numbered = any(word.isdigit() for word in words)
    if len(names) > MOST_WORDS or (numbered and not before):
        return before, []
    if any(part in NOT_OF_NAMES for name in names for part in name.split("-")):
        return before, []
    return before, names


_NOTHING: tuple[Collection[str], Sequence[str]] = frozenset(), ()


def _folded(word: str) -> str:
    """A word in small letters, without accents, apostrophes and points."""
    plain = unicodedata.normalize("NFKD", word.replace("ł", "l").replace("Ł", "L"))
    kept = "".join(c for c in plain if c.isalnum() or c == "-")
    return kept.casefold().strip("-")
