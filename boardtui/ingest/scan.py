"""A first pass over a CSV file: its digest, its encoding, and rows with too many or few fields.

pandas fills short rows with blanks and can take a long row for an index without a word, so that
rows are counted here: by their commas where the file has no quotation mark, which takes a fraction
of a second for a million rows, else by the csv module.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import BinaryIO

PIECE = 1 << 23


class NotCsvError(Exception):
    """The file cannot be read as CSV; the message is the end of a sentence on the file."""


@dataclass(slots=True)
class Scan:
    """What the first pass found; `misshapen` has row numbers with their count of fields."""

    digest: str
    encoding: str
    header: list[str] = field(default_factory=list)
    records: int = 0
    """How many rows there are after the header."""
    misshapen: list[tuple[int, int]] = field(default_factory=list)


def scan(file: BinaryIO) -> Scan:
    """Look a CSV file through.

    Raises:
        NotCsvError: it is not text, not CSV, or empty.
    """
    digest, utf8 = sha256(), codecs.getincrementaldecoder("utf-8")()
    is_utf8, plain = True, True
    shape = _Shape()
    for piece in _lines(file):
        if b"\0" in piece:
            raise NotCsvError(_not_text(digest.copy().digest(), piece))
        digest.update(piece)
        if is_utf8:
            try:
                utf8.decode(piece)
            except UnicodeDecodeError:
                is_utf8 = False
        plain = plain and b'"' not in piece and piece.count(b"\r") == piece.count(b"\r\n")
        if plain:
            shape.count(piece)
    is_utf8 = is_utf8 and _ended(utf8)
    found = Scan(digest.hexdigest(), _encoding(file, is_utf8))
    if plain and shape.records:
        _from_shape(file, found, shape)
    else:
        _from_reader(file, found)
    if not any(name.strip() for name in found.header):
        raise NotCsvError("is empty: its first row should name the columns")
    return found


def _ended(utf8: codecs.IncrementalDecoder) -> bool:
    """Whether what was decoded ends with a whole character."""
    try:
        utf8.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The file in pieces that end where lines do, but perhaps for the last."""
    file.seek(0)
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


def _not_text(before: bytes, piece: bytes) -> str:
    first = before == sha256().digest()
    if first and piece.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "is text in UTF-16: save it as CSV UTF-8"
    if first and piece.startswith(b"PK"):
        return "is not a CSV file but a ZIP archive or a spreadsheet: name it .xlsx or .ods"
    return "is not a text file: it has zero bytes in it"


def _encoding(file: BinaryIO, is_utf8: bool) -> str:
    file.seek(0)
    if is_utf8:
        return "utf-8-sig" if file.read(3) == codecs.BOM_UTF8 else "utf-8"
    decoder = codecs.getincrementaldecoder("cp1252")()
    try:
        while piece := file.read(PIECE):
            decoder.decode(piece)
    except UnicodeDecodeError as error:
        raise NotCsvError("is neither UTF-8 nor Windows-1252 text: save it as CSV UTF-8") from error
    return "cp1252"


NOT_MARKS = bytes(set(range(256)) - set(b",\n"))


class _Shape:
    """Counts the fields of each line of a file without quotation marks."""

    def __init__(self) -> None:
        self.records = 0
        self.fields = 0
        self.wrong: list[tuple[int, int]] = []

    def count(self, piece: bytes) -> None:
        # What is left of a good piece is the same few marks again and again: one comparison.
        marks = piece.translate(None, NOT_MARKS)
        if not piece.endswith(b"\n"):
            piece, marks = piece + b"\n", marks + b"\n"
        self.fields = self.fields or marks.index(b"\n") + 1
        good = b"," * (self.fields - 1) + b"\n"
        lines, rest = divmod(len(marks), len(good))
        if not rest and marks == good * lines:
            self.records += lines
            return
        for line in piece.splitlines():
            self.records += 1
            fields = line.count(b",") + 1
            if line and fields != self.fields:
                self.wrong.append((self.records, fields))


def _from_shape(file: BinaryIO, found: Scan, shape: _Shape) -> None:
    file.seek(0)
    first = file.readline().decode(found.encoding)
    found.header = first.rstrip("\r\n").split(",")
    found.records, found.misshapen = shape.records - 1, shape.wrong


def _from_reader(file: BinaryIO, found: Scan) -> None:
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=found.encoding, newline="")
    reader = csv.reader(text, strict=True)
    row = 0
    try:
        for row, fields in enumerate(reader, start=1):
            if row == 1:
                found.header, expected = fields, len(fields)
            elif fields and len(fields) != expected:
                found.misshapen.append((row, len(fields)))
    except csv.Error as error:
        raise NotCsvError(
            f"cannot be read as CSV at row {row + 1} ({error}): is a quotation mark left open?"
        ) from error
    finally:
        text.detach()
    found.records = max(row - 1, 0)
