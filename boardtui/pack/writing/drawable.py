"""Which characters a font can draw: a PDF that is archival has none without a picture of it."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path
from unicodedata import category

NEVER = ("Cc", "Cn", "Co", "Cs")
"""Categories of characters that have no agreed picture, whatever a font has for them."""


class Drawable:
    """The characters that some fonts have between them."""

    def __init__(self, fonts: Iterable[Path]) -> None:
        self._known: set[int] = set()
        for font in fonts:
            self._known |= characters(font.read_bytes())

    def drawn(self, text: str) -> str:
        """A text with the code of each character that none of the fonts has: "[U+6771]"."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(c if self._has(c) else f"[U+{ord(c):04X}]" for c in text)

    def _has(self, character: str) -> bool:
        return ord(character) in self._known and category(character) not in NEVER


def characters(font: bytes) -> set[int]:
    """The code points of a TrueType or OpenType font, from the table that maps them to pictures.

    (learn.microsoft.com/typography/opentype/spec/cmap, formats 4 and 12)
    """
    table = _table(font, b"cmap")
    found: set[int] = set()
    (count,) = struct.unpack_from(">H", table, 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", table, 8 + 8 * number)
        (kind,) = struct.unpack_from(">H", table, offset)
        if kind == 4:
            found |= _by_segments(table[offset:])
        elif kind == 12:
            found |= _by_groups(table[offset:])
    return found


def _table(font: bytes, name: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return font[offset : offset + length]
    return b"\0\0\0\0"


def _by_segments(table: bytes) -> set[int]:
    """Format 4: segments of the plane in which nearly all writing is."""
    (twice,) = struct.unpack_from(">H", table, 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + twice)
    deltas = struct.unpack_from(f">{count}h", table, 16 + 2 * twice)
    place = 16 + 3 * twice
    ranges = struct.unpack_from(f">{count}H", table, place)
    found: set[int] = set()
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if ranges[number]:
                at = place + 2 * number + ranges[number] + 2 * (code - start)
                glyph = struct.unpack_from(">H", table, at)[0]
                if not glyph:
                    continue
            if (glyph + deltas[number]) % 0x10000:
                found.add(code)
    return found


def _by_groups(table: bytes) -> set[int]:
    """Format 12: groups of all that Unicode has."""
    (count,) = struct.unpack_from(">I", table, 12)
    found: set[int] = set()
    for number in range(count):
        start, end, glyph = struct.unpack_from(">III", table, 16 + 12 * number)
        found.update(range(start + (glyph == 0), end + 1))
    return found
