"""Cells of XLSX sheets that hold no value: an error, or a formula that nothing has worked out.

The reader gives these as blank, and blank means not recorded: a broken lookup would take people out
of a backlog.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import join, normpath
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import BadZipFile, ZipFile

Uncomputed = Mapping[int, Mapping[int, str]]
"""What stands in such cells, by row and column from 0: "#N/A", "=DATE(2024,1,1)"."""

_SIGNS = re.compile(rb'<(?:\w+:)?f[\s>/]|t="e"')
_WINDOW, _OVERLAP = 1 << 20, 16
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def uncomputed(content: bytes) -> Uncomputed:
    """The cells without a value in the first sheet of an XLSX file; none of any other file."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            name = _first_sheet(archive)
            if name is None or not _may_have(archive, name):
                return {}
            with archive.open(name) as sheet:
                found: dict[int, dict[int, str]] = {}
                for row, column, text in _without_value(sheet):
                    found.setdefault(row, {})[column] = text
                return found
    except (BadZipFile, KeyError, ParseError):
        return {}


def _first_sheet(archive: ZipFile) -> str | None:
    """The part of the archive that holds the first sheet."""
    if "xl/workbook.xml" not in archive.namelist():
        return None
    sheets = _each(archive, "xl/workbook.xml", "sheet")
    first = {_local(key): value for key, value in next(sheets, {}).items()}
    for each in _each(archive, "xl/_rels/workbook.xml.rels", "Relationship"):
        if each["Id"] == first.get("id"):
            target = each["Target"]
            return target[1:] if target[:1] == "/" else normpath(join("xl", target))
    return None


def _each(archive: ZipFile, name: str, tag: str) -> Iterator[dict[str, str]]:
    """The attributes of each element of a kind in a part of the archive."""
    with archive.open(name) as part:
        for _, each in iterparse(part):
            if _local(each.tag) == tag:
                yield each.attrib


def _may_have(archive: ZipFile, name: str) -> bool:
    """Whether there is a formula or an error at all: most sheets have none, which is soon seen."""
    with archive.open(name) as sheet:
        before = b""
        while piece := sheet.read(_WINDOW):
            if _SIGNS.search(before + piece):
                return True
            before = piece[-_OVERLAP:]
    return False


def _without_value(sheet: IO[bytes]) -> Iterator[tuple[int, int, str]]:
    row = column = -1
    for event, each in iterparse(sheet, events=("start", "end")):
        tag = _local(each.tag)
        if event == "start" and tag == "row":
            row, column = int(each.get("r", row + 2)) - 1, -1
        elif event == "end" and tag == "c":
            place = _CELL.fullmatch(each.get("r", ""))
            column = _number(place[1]) if place else column + 1
            if text := _text(each):
                yield row, column, text
        elif event == "end" and tag == "row":
            each.clear()


def _text(cell: Element) -> str | None:
    """What is to be said of a cell that holds no value; None of one that does."""
    inner = {_local(each.tag): (each.text or "").strip() for each in cell}
    if cell.get("t") == "e":
        return inner.get("v") or "#ERROR"
    if "f" not in inner or inner.get("v"):
        return None
    # A text that was worked out to be empty is a value all the same.
    return None if "v" in inner and cell.get("t") == "str" else f"={inner['f']}"


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _local(name: str) -> str:
    return name.rpartition("}")[2]
