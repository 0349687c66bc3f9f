"""What is sent to a terminal, without the colour codes that it needs no more.

Each run of text comes with all of its colours and a reset behind it, which makes two thirds of the
bytes of a screen. Of what changes from one run to the next mostly a colour is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

CODES = re.compile(r"\x1b\[([0-9;]*)m")
"""What changes how text looks: ECMA-48, SGR."""

MOVES = re.compile(r"(?:\r|\n|\x1b\[[0-9]*(?:;[0-9]*)?[ABCDGHf])*")
"""What moves the cursor alone, however text looks."""

MOST_LOOKS = 2_048
"""Looks whose changes are held."""

OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 7: 27, 8: 28, 9: 29}
"""What takes an attribute away: bold and faint go together."""


class Look(Struct, frozen=True):
    """How text looks: its attributes by their codes, and the codes of its two colours."""

    attributes: frozenset[int] = frozenset()
    colour: str = ""
    ground: str = ""


PLAIN = Look()


class Thrift:
    """Knows how a terminal draws at the moment, and leaves out what would change nothing."""

    def __init__(self) -> None:
        self._drawn: Look | None = PLAIN
        """How it draws; None where that is not known."""
        self._wanted = PLAIN

    def spared(self, text: str) -> str:
        """What is left to send of a text, by which the terminal shows the same."""
        return "".join(self._sent(text))

    def _sent(self, text: str) -> Iterator[str]:
        for number, part in enumerate(CODES.split(text)):
            if number % 2:
                look = after(self._wanted, part)
                if look is None:
                    # A code that is not known here: the terminal may.
                    yield from (self._change(), f"\x1b[{part}m")
                    self._drawn, look = None, self._wanted
                self._wanted = look
            elif part:
                if not MOVES.fullmatch(part):
                    yield self._change()
                yield part
        yield self._change()

    def _change(self) -> str:
        change = changing(self._drawn, self._wanted)
        self._drawn = self._wanted
        return change


@lru_cache(maxsize=MOST_LOOKS)
def after(look: Look, codes: str) -> Look | None:
    """How text looks after some codes; None where one of them is not known."""
    numbers = [int(code or 0) for code in codes.split(";")]
    place = 0
    while place < len(numbers):
        code = numbers[place]
        if code in (38, 48):
            more = {5: 3, 2: 5}.get(numbers[place + 1] if place + 1 < len(numbers) else -1)
            if more is None or place + more > len(numbers):
                return None
            colour = ";".join(map(str, numbers[place : place + more]))
            look = replace(look, colour=colour) if code == 38 else replace(look, ground=colour)
            place += more
            continue
        found = _one(look, code)
        if found is None:
            return None
        look, place = found, place + 1
    return look


def _one(look: Look, code: int) -> Look | None:
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
    return None


@lru_cache(maxsize=MOST_LOOKS)
def changing(drawn: Look | None, wanted: Look) -> str:
    """The shortest codes by which a terminal that draws so draws as is wanted."""
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
