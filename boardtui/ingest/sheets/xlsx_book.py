"""XLSX files: which sheets there are, where their parts are, and what their cells show."""

from __future__ import annotations

import re
from functools import cached_property
from posixpath import dirname, join, normpath

from boardtui.ingest.sheets.archive import DAMAGED, Archive
from boardtui.ingest.sheets.book import Sheet, SinkFor
from boardtui.ingest.sheets.cell import AN_ERROR, NOT_WORKED_OUT, Raw, Shown, is_error
from boardtui.ingest.sheets.number_format import GENERAL, NumberFormat
from boardtui.ingest.sheets.xlsx_rows import read_rows
from boardtui.ingest.sheets.xlsx_styles import read_formats
from boardtui.ingest.sheets.xlsx_texts import read_texts
from boardtui.ingest.sheets.xml_stream import Reader, read_xml
from boardtui.ingest.unreadable import UnreadableFileError

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How XLSX writes characters that XML cannot hold (ECMA-376, part 1, 22.9.2.19)."""


class XlsxBook:
    """An XLSX file.

    Raises:
        UnreadableFileError: it is damaged.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._workbook = _related(archive, "", "/officeDocument").get("", "")
        if not archive.has(self._workbook):
            raise UnreadableFileError(DAMAGED)
        if self._workbook.endswith(".bin"):
            raise UnreadableFileError(
                "is an XLSB file, which is not read: open it in a spreadsheet program and save it "
                "as .xlsx"
            )
        found = _Workbook()
        read_xml(archive.list_pieces(self._workbook), found)
        self._epoch_1904 = found.epoch_1904
        self._sheets = found.sheets
        self._parts = _related(archive, self._workbook, "/worksheet")

    def read(self, sink_for: SinkFor) -> None:
        """Read the sheets that a sink is given for, in their order.

        Raises:
            UnreadableFileError: one is damaged.
        """
        for each in self._sheets:
            part = self._parts.get(each["id"])
            visible = each.get("state", "visible") == "visible"
            sink = sink_for(Sheet(each["name"], visible, of_cells=part is not None))
            if sink is not None and part is not None:
                read_rows(self._archive.pieces(part), sink)

    def show(self, raw: Raw) -> Shown:
        """What a cell shows."""
        kind, style, text, formula = raw
        if kind == "e":
            return Shown(text or "#ERROR", AN_ERROR)
        if formula:
            return Shown(formula, NOT_WORKED_OUT)
        match kind:
            case None | "n":
                return self._format(style).number(text, self._epoch_1904)
            case "b":
                return Shown("TRUE" if text.strip() in ("1", "true") else "FALSE")
            case "d":
                return Shown(text.strip().removesuffix("T00:00:00"))
        if kind == "s":
            text = self._text(text.strip())
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        return Shown(text, AN_ERROR) if is_error(text) else self._format(style).text(text)

    def _text(self, number: str) -> str:
        if not (number.isascii() and number.isdigit()) or int(number) >= len(self._texts):
            raise UnreadableFileError(f"{DAMAGED} (a cell's text is not in it)")
        return self._texts[int(number)]

    def _format(self, style: str | None) -> NumberFormat:
        number = int(style) if style is not None and style.isdigit() else 0
        return self._formats[number] if number < len(self._formats) else GENERAL

    @cached_property
    def _texts(self) -> list[str]:
        part = _related(self._archive, self._workbook, "/sharedStrings").get("")
        return read_texts(self._archive.pieces(part)) if part else []

    @cached_property
    def _formats(self) -> list[NumberFormat]:
        part = _related(self._archive, self._workbook, "/styles").get("")
        return read_formats(self._archive.list_pieces(part)) if part else []


def _related(archive: Archive, part: str, kind: str) -> dict[str, str]:
    """The parts that a part names as of a kind, by its own identifiers; "" gives the first."""
    folder = dirname(part)
    name = f"{join(folder, '_rels', part[len(folder) :].lstrip('/'))}.rels"
    if not archive.has(name):
        return {}
    found = _Relations(kind)
    read_xml(archive.list_pieces(name), found)
    parts = {
        each: target[1:] if target.startswith("/") else normpath(join(folder, target))
        for each, target in found.targets.items()
    }
    return {"": next(iter(parts.values()))} | parts if parts else {}


class _Relations(Reader):
    """What a part names as related to it, of one kind."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}
        self._kind = kind

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        if name == "Relationship" and attributes.get("Type", "").endswith(self._kind):
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class _Workbook(Reader):
    """The sheets in their order, and from when days are counted."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[dict[str, str]] = []
        self.epoch_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        if name == "workbookPr":
            self.epoch_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet":
            local = {key.rpartition(":")[2]: value for key, value in attributes.items()}
            self.sheets.append({"name": "", "id": ""} | local)
