"""A first pass over the rows of a CSV file: how many there are, and which have another shape.

pandas fills short rows with blanks and can take a long row for an index without a word, so that
rows are counted here: by what separates their fields where the file has no quotation mark, which
takes a fraction of a second for a million rows, else by the csv module.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence

from msgspec import Struct, field

from boardtui.ingest.csv.text import Text, pieces
from boardtui.ingest.header import Header
from boardtui.ingest.unreadable import UnreadableFileError


class Scan(Struct):
    """What the first pass found; `misshapen` has row numbers with their count of fields."""

    records: int = 0
    """How many rows there are after the header."""
    misshapen: list[tuple[int, int]] = field(default_factory=list)
    even: bool = False
    """Whether each line is a row of as many fields as the header, without a quotation mark."""


def scan(text: Text, delimiter: str, header: Header) -> Scan:
    """Look the rows through.

    Raises:
        UnreadableFileError: the file cannot be read as CSV.
    """
    shape = _Shape(header)
    if text.plain:
        lines = _Lines(shape, delimiter)
        for piece in pieces(text.file, text.start):
            lines.count(piece)
        wrong = [(text.above + row, fields) for row, fields in lines.wrong]
        return Scan(lines.rows - 1, wrong, lines.even)
    return _from_reader(text, delimiter, shape)


class _Shape:
    """How many fields a row may have: a field without a name above it may be absent, or blank."""

    def __init__(self, header: Header) -> None:
        self.least, self.usual = header.width, len(header.names)

    def fits(self, fields: Sequence[str | bytes]) -> bool:
        if self.least <= len(fields) <= self.usual:
            return True
        if len(fields) < self.least:
            return not any(each.strip() for each in fields)
        return not any(each.strip() for each in fields[self.usual :])


class _Lines:
    """Counts the fields of each line of a file without quotation marks."""

    def __init__(self, shape: _Shape, delimiter: str) -> None:
        self.rows = 0
        self.even = True
        self.wrong: list[tuple[int, int]] = []
        self._shape = shape
        self._delimiter = delimiter.encode()
        self._not_marks = bytes(set(range(256)) - set(self._delimiter + b"\n"))
        self._good = self._delimiter * (shape.usual - 1) + b"\n"

    def count(self, piece: bytes) -> None:
        # What is left of a good piece is the same few marks again and again: one comparison.
        marks = piece.translate(None, self._not_marks)
        if not piece.endswith(b"\n"):
            piece, marks = piece + b"\n", marks + b"\n"
        lines, rest = divmod(len(marks), len(self._good))
        if not rest and marks == self._good * lines:
            self.rows += lines
            return
        self.even = False
        for line in piece.splitlines():
            self.rows += 1
            fields = line.split(self._delimiter)
            if line and not self._shape.fits(fields):
                self.wrong.append((self.rows, len(fields)))


def _from_reader(text: Text, delimiter: str, shape: _Shape) -> Scan:
    found, row = Scan(), 0
    rows = text.rows()
    try:
        for row, fields in enumerate(csv.reader(rows, delimiter=delimiter, strict=True), start=1):
            if fields and not shape.fits(fields):
                found.misshapen.append((text.above + row, len(fields)))
    except csv.Error as error:
        raise UnreadableFileError(
            f"cannot be read as CSV at row {text.above + row + 1} ({error}): is a quotation mark "
            "left open?"
        ) from error
    finally:
        rows.detach()
    found.records = max(row - 1, 0)
    return found
