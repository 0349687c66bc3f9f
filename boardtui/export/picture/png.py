"""A picture as PNG, made of its SVG with a font of our own: the same on a machine without fonts.

It is drawn by a process of its own. The renderer holds up all threads of the one it runs in: for a
second, of the largest pictures for nine, no key would be answered.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from struct import pack
from zlib import crc32

from boardtui.core.words.shown import shown
from boardtui.export.picture import rendering
from boardtui.export.picture.picture import Picture
from boardtui.export.picture.svg import svg
from boardtui.process.ending import last_act

FONTS = Path(__file__).parent / "fonts"

PIXELS = 2
"""Pixels for a unit of the SVG, by which a cell is 20 by 40: sharp on a projector, and on paper."""

COMMAND = (sys.executable, "-I", rendering.__file__)
"""The first words of the program that draws it."""

BEGINNING = 8 + 25
"""The bytes of a PNG's signature and its header, which texts come after."""

STEP = 0.1
"""Seconds from one look to the next at whether anybody still waits."""


def png(picture: Picture, waited_for: Callable[[], None] = lambda: None) -> bytes:
    """The picture as the bytes of a PNG file, with what it is of as text in it.

    `waited_for` is called now and then while it is drawn; what it raises ends the drawing.

    Raises:
        OSError: it could not be drawn.
    """
    drawn = _drawn(svg(picture), waited_for)
    texts = b"".join(
        _text(name, "\n".join(map(shown, lines)))
        for name, lines in (("Title", [picture.title]), ("Description", picture.about))
    )
    return drawn[:BEGINNING] + texts + drawn[BEGINNING:]


def _drawn(text: str, waited_for: Callable[[], None]) -> bytes:
    fonts = [str(path) for path in sorted(FONTS.glob("*.ttf"))]
    command, pipe = [*COMMAND, str(PIXELS), *fonts], subprocess.PIPE
    with (
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process,
        # Nobody waits for the picture of a board that is ended: it goes with it.
        last_act(process.kill),
    ):
        try:
            drawn = _answer(process, text.encode(), waited_for)
        except BaseException:
            process.kill()
            raise
    if process.returncode or not drawn:
        raise OSError("the picture could not be drawn as PNG; as SVG it may be")
    return drawn


def _answer(process: subprocess.Popen[bytes], text: bytes, waited_for: Callable[[], None]) -> bytes:
    given: bytes | None = text
    while True:
        try:
            return process.communicate(given, timeout=STEP)[0]
        except subprocess.TimeoutExpired:
            given = None
            waited_for()


def _text(name: str, text: str) -> bytes:
    """A chunk of text in UTF-8, not compressed (PNG, third edition, 11.3.3.4: iTXt)."""
    content = b"iTXt" + name.encode() + b"\0\0\0\0\0" + text.encode()
    return pack(">I", len(content) - 4) + content + pack(">I", crc32(content))
