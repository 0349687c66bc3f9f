"""A file as text: its digest, its encoding, and where its rows begin."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO

from msgspec import Struct

from boardtui.ingest.unreadable import UnreadableFileError

PIECE = 1 << 23
_SEPARATED = re.compile(rb'"?sep=(.)"?\r?\n', re.IGNORECASE)
"""A first line that tells Excel what stands between fields, and that Excel does not show."""
_NOTHING = re.compile(rb"[ \t,;]*\r?\n")
"""A row in which nothing is filled in."""
_HEAD = 1 << 16
"""How far into a file its first row is looked for."""


class Text(Struct, frozen=True):
    """A file of text.

    `encoding` is Python's name of it, `called` a person's; its rows begin at the byte `start`,
    with so many empty ones `above` them.
    `plain` says that it has no quotation marks, and no line ends but those of Unix or Windows.
    """

    file: BinaryIO
    digest: str
    encoding: str
    called: str
    start: int
    above: int
    plain: bool

    def rows(self) -> io.TextIOWrapper:
        """The rows as text, to be read and then detached."""
        self.file.seek(self.start)
        return io.TextIOWrapper(self.file, encoding=self.encoding, newline="")


def read_text(file: BinaryIO) -> Text:
    """Find a file's encoding.

    Raises:
        UnreadableFileError: it is not text.
    """
    digest, utf16 = sha256(), _utf16(file)
    if utf16 is not None:
        return _transcoded(file, utf16)
    utf8 = codecs.getincrementaldecoder("utf-8")()
    is_utf8 = plain = True
    for piece in pieces(file, 0):
        if b"\0" in piece:
            raise UnreadableFileError("is not a text file: it has zero bytes in it")
        digest.update(piece)
        is_utf8 = is_utf8 and _decodes(utf8, piece)
        plain = plain and b'"' not in piece and piece.count(b"\r") == piece.count(b"\r\n")
    if is_utf8 and _decodes(utf8, b"", final=True):
        return Text(file, digest.hexdigest(), "utf-8", "UTF-8", *_start(file), plain)
    _see_windows(file)
    return Text(file, digest.hexdigest(), "cp1252", "Windows-1252", *_start(file), plain)


def pieces(file: BinaryIO, start: int) -> Iterator[bytes]:
    """A file from a byte on, in pieces that end where lines do, but perhaps for the last."""
    file.seek(start)
    rest = b""
    while piece := file.read(PIECE):
        cut = piece.rfind(b"\n") + 1
        if cut:
            yield rest + piece[:cut]
            rest = piece[cut:]
        else:
            rest += piece
    if rest:
        yield rest


def _utf16(file: BinaryIO) -> str | None:
    """The kind of UTF-16 that a file is in, by its mark or by where its zero bytes are."""
    file.seek(0)
    first = file.read(4)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    zeros = [byte == 0 for byte in first]
    by_zeros = {(False, True, False, True): "utf-16-le", (True, False, True, False): "utf-16-be"}
    return by_zeros.get((zeros[0], zeros[1], zeros[2], zeros[3])) if len(zeros) > 3 else None


def _transcoded(file: BinaryIO, encoding: str) -> Text:
    """A file in UTF-16, in memory as UTF-8."""
    digest, decoder = sha256(), codecs.getincrementaldecoder(encoding)()
    utf8 = io.BytesIO()
    file.seek(0)
    try:
        while piece := file.read(PIECE):
            digest.update(piece)
            utf8.write(decoder.decode(piece).encode("utf-8"))
        decoder.decode(b"", final=True)
    except UnicodeError as error:
        raise UnreadableFileError("is text in UTF-16, but damaged: save it as CSV UTF-8") from error
    content = utf8.getvalue()
    if b"\0" in content:
        raise UnreadableFileError("is not a text file: it has zero bytes in it")
    plain = b'"' not in content and content.count(b"\r") == content.count(b"\r\n")
    return Text(utf8, digest.hexdigest(), "utf-8", "UTF-16", *_start(utf8), plain)


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        return False
    return True


def _see_windows(file: BinaryIO) -> None:
    file.seek(0)
    decoder = codecs.getincrementaldecoder("cp1252")()
    while piece := file.read(PIECE):
        if not _decodes(decoder, piece):
            raise UnreadableFileError(
                "is neither UTF-8 nor Windows-1252 text: save it as CSV UTF-8"
            )


def _start(file: BinaryIO) -> tuple[int, int]:
    """Where the rows begin, and how many empty ones stand above them.

    They begin after a byte-order mark, a line for Excel alone, and rows of nothing.
    """
    file.seek(0)
    first = file.read(_HEAD)
    start = len(codecs.BOM_UTF8) if first.startswith(codecs.BOM_UTF8) else 0
    if found := _SEPARATED.match(first, start):
        start = found.end()
    above = 0
    while found := _NOTHING.match(first, start):
        start, above = found.end(), above + 1
    return start, above
