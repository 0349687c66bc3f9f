"""How text looks on a terminal, and the shortest codes that make it look otherwise."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

MOST_LOOKS = 2_048
"""Looks whose changes are held."""

OFF = {1: 22, 2: 22, 3: 23, 4: 24, 7: 27, 8: 28, 9: 29, 21: 24, 53: 55}
"""What takes an attribute away: bold and faint go together. ECMA-48, SGR.

Those that blink (5, 6) are not here: nothing does.
"""

REVERSED = 7

SEEN_ON_BLANKS = frozenset({4, REVERSED, 9, 21, 53})
"""Attributes by which a blank looks otherwise."""


class Look(Struct, frozen=True):
    """How text looks: its attributes by their codes, and the codes of its two colours."""

    attributes: frozenset[int] = frozenset()
    colour: str = ""
    ground: str = ""


PLAIN = Look()


@lru_cache(maxsize=MOST_LOOKS)
def after(look: Look, codes: str) -> Look:
    """How text looks after some codes; those that are not known change nothing."""
    numbers = [int(code or 0) for code in codes.split(";")]
    while numbers:
        code = numbers.pop(0)
        if code in (38, 48):
            count = {5: 1, 2: 3}.get(numbers[0] if numbers else -1, 0)
            colour = ";".join(map(str, [code, *numbers[: 1 + count]]))
            numbers = numbers[1 + count :]
            look = replace(look, colour=colour) if code == 38 else replace(look, ground=colour)
        else:
            look = _one(look, code)
    return look


def _one(look: Look, code: int) -> Look:
    if code == 0:
        return PLAIN
    if code in OFF:
        return replace(look, attributes=look.attributes | {code})
    if code in OFF.values():
        left = frozenset(one for one in look.attributes if OFF[one] != code)
        return replace(look, attributes=left)
    if 30 <= code <= 37 or 90 <= code <= 97:
        return replace(look, colour=str(code))
    if 40 <= code <= 47 or 100 <= code <= 107:
        return replace(look, ground=str(code))
    if code in (39, 49):
        return replace(look, colour="") if code == 39 else replace(look, ground="")
    return look


@lru_cache(maxsize=MOST_LOOKS)
def blank(look: Look) -> Look:
    """What of a look is to be seen on a blank: its ground, and lines through or under it."""
    if REVERSED in look.attributes:
        return look
    lines = look.attributes & SEEN_ON_BLANKS
    return Look(lines, look.colour if lines else "", look.ground)


@lru_cache(maxsize=MOST_LOOKS)
def erasing(look: Look | None, ground: str) -> Look:
    """The look nearest to one by which what is erased is of a ground, and nothing else."""
    if look is None:
        return Look(ground=ground)
    return replace(look, attributes=look.attributes - SEEN_ON_BLANKS, ground=ground)


@lru_cache(maxsize=MOST_LOOKS)
def changing(drawn: Look | None, wanted: Look) -> str:
    """The shortest codes by which a terminal that draws so draws as is wanted.

    `drawn` is None where it is not known how it draws.
    """
    if drawn == wanted:
        return ""
    anew = [code for code in (wanted.colour, wanted.ground) if code]
    anew = [*map(str, sorted(wanted.attributes)), *anew]
    fresh = f"\x1b[{';'.join(['0', *anew])}m" if anew else "\x1b[m"
    if drawn is None:
        return fresh
    gone = {OFF[one] for one in drawn.attributes - wanted.attributes}
    # What takes one away may take another with it that stays.
    kept = {one for one in wanted.attributes if one not in drawn.attributes or OFF[one] in gone}
    codes = [*map(str, sorted(gone)), *map(str, sorted(kept))]
    if drawn.colour != wanted.colour:
        codes.append(wanted.colour or "39")
    if drawn.ground != wanted.ground:
        codes.append(wanted.ground or "49")
    return min(fresh, f"\x1b[{';'.join(codes)}m", key=len)
