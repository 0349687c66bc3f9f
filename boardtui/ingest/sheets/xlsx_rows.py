"""The rows of a sheet of an XLSX file, nearly all of them read by one regular expression.

A sheet may have a million rows, written one like the other. Those in which there is nothing but
numbers and texts, as every program writes them, are read here, in a third of the time that an XML
parser takes with Python's help. Whatever is written otherwise goes to the parser, which then sees a
sheet in which only the plain rows are missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from boardtui.ingest.sheets.cell import Sink
from boardtui.ingest.sheets.xlsx_cells import SheetReader
from boardtui.ingest.sheets.xml_stream import XmlStream, told_as_damaged_xml

_TEXT = r"[^<&\x00-\x1f]*"
_PLAIN = re.compile(
    rf"""
      <c\ r="([A-Z]{{1,3}})[0-9]{{1,7}}"(?:\ s="([0-9]{{1,5}})")?(?:\ t="([a-zA-Z]{{1,9}})")?
        (?: /> | >
          (?: <v>({_TEXT})</v> | <is><t(?:\ xml:space="preserve")?>({_TEXT})</t></is> )?
        </c>)
    | <row((?:\ [a-zA-Z0-9:]{{1,20}}="[^"<&]{{0,40}}")*)>
    | (</row>)
    | ([^<]+|<)
    """,
    re.VERBOSE,
)
"""A cell's letters, style, type, value or text; a row's attributes; its end; anything else."""

_ATTRIBUTE = re.compile(r'([a-zA-Z0-9:]+)="([^"]*)"')
_BEGIN, _END = b"<sheetData>", b"</row>"
_ENCODINGS = ("utf-8", "us-ascii")
LONGEST_ROW = 1 << 20
"""Bytes of a row that are waited for: a longer one is read as it comes."""


def read_rows(pieces: Iterable[bytes], sink: Sink) -> None:
    """Read a sheet into a sink; a cell's style is the number of its style.

    Raises:
        UnreadableFileError: the sheet is damaged.
    """
    reader = SheetReader(sink)
    stream = XmlStream(reader)
    rest, began, plain = b"", False, False
    for piece in pieces:
        rest += piece
        if not began:
            head, sign, rest = rest.partition(_BEGIN)
            stream.feed(head + sign)
            began = bool(sign)
            plain = _between_rows(stream, reader)
        rows, sign, rest = rest.rpartition(_END)
        rows += sign
        if not (plain and _read_plain(rows, reader)):
            stream.feed(rows)
            plain = _between_rows(stream, reader)
        if len(rest) > LONGEST_ROW:
            stream.feed(rest)
            rest, plain = b"", False
        if reader.done:
            return
    stream.feed(rest, last=True)


def _between_rows(stream: XmlStream, reader: SheetReader) -> bool:
    """Whether the parser has just seen the end of a row, or their beginning: it may miss some."""
    return stream.settled and reader.in_rows and stream.encoding in _ENCODINGS


def _read_plain(rows: bytes, reader: SheetReader) -> bool:
    """Read rows into a reader, all or none; whether they were plain."""
    with told_as_damaged_xml():
        found = _PLAIN.findall(rows.decode())
        if any(other for *_, other in found):
            return False
        for letters, style, kind, value, text, attributes, end, _ in found:
            if letters:
                column = reader.column(letters)
                shown = value or text
                if shown > " " or shown.strip():
                    reader.take(column, (kind or None, style or None, shown, None))
            elif end:
                reader.end_row()
            else:
                reader.begin_row(dict(_ATTRIBUTE.findall(attributes)))
    return True
