"""A picture as PNG, made of its SVG with a font of our own: the same on a machine without fonts."""

from __future__ import annotations

from pathlib import Path
from struct import pack
from zlib import crc32

from boardtui.core.words.shown import shown
from boardtui.export.picture.picture import Picture
from boardtui.export.picture.svg import svg

FONTS = Path(__file__).parent / "fonts"

PIXELS = 2
"""Pixels for a unit of the SVG, by which a cell is 20 by 40: sharp on a projector, and on paper."""

BEGINNING = 8 + 25
"""The bytes of a PNG's signature and its header, which texts come after."""


def png(picture: Picture) -> bytes:
    """The picture as the bytes of a PNG file, with what it is of as text in it."""
    from resvg_py import svg_to_bytes

    drawn = svg_to_bytes(
        svg_string=svg(picture),
        skip_system_fonts=True,
        font_files=[str(path) for path in sorted(FONTS.glob("*.ttf"))],
        zoom=PIXELS,
    )
    texts = b"".join(
        _text(name, "\n".join(map(shown, lines)))
        for name, lines in (("Title", [picture.title]), ("Description", picture.about))
    )
    return drawn[:BEGINNING] + texts + drawn[BEGINNING:]


def _text(name: str, text: str) -> bytes:
    """A chunk of text in UTF-8, not compressed (PNG, third edition, 11.3.3.4: iTXt)."""
    content = b"iTXt" + name.encode() + b"\0\0\0\0\0" + text.encode()
    return pack(">I", len(content) - 4) + content + pack(">I", crc32(content))
