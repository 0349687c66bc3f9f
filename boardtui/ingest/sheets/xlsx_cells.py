"""The cells of one sheet of an XLSX file, from its XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from boardtui.ingest.sheets.cell import Merge, Place, Raw, Sink, column_of
from boardtui.ingest.sheets.xml_stream import read_xml, whole

_DIGITS = "0123456789"
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII)


def read_cells(pieces: Iterable[bytes], sink: Sink) -> None:
    """Read a sheet into a sink; a cell's style is the number of its style.

    Raises:
        UnreadableFileError: the sheet is damaged.
    """
    read_xml(pieces, _Sheet(sink))


class _Sheet:
    """What has been read of the row and cell under way."""

    def __init__(self, sink: Sink) -> None:
        self.parts: list[str] = []
        self._sink = sink
        self._row = 0
        self._column = -1
        self._columns: dict[str, int] = {}
        self._cell: dict[str, str] | None = None
        self._take: Callable[[int, Raw], None] | None = None
        self._text, self._formula = "", ""
        self._has_value = False
        self._phonetic = False

    @property
    def done(self) -> bool:
        return self._sink.done

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.parts.clear()
        if name == "c":
            self._cell = attributes
        elif name == "row":
            self._begin_row(attributes)
        elif name == "rPh":
            self._phonetic = True
        elif name == "f":
            self._formula = "="
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and _true(attributes.get("hidden")):
            self._sink.hidden_columns(
                whole(attributes.get("min"), 1) - 1, whole(attributes.get("max"), 1) - 1
            )

    def end(self, name: str) -> None:
        if name == "v":
            self._text = "".join(self.parts)
            self._has_value = True
        elif name == "c":
            self._end_cell()
        elif name == "t":
            if self._cell is not None and not self._phonetic:
                self._text += "".join(self.parts)
        elif name == "f":
            self._formula = f"={''.join(self.parts)}"
        elif name == "row":
            self._take = None
            self._sink.end_row()
        elif name == "rPh":
            self._phonetic = False

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = whole(attributes.get("r"), self._row + 1)
        if number <= self._row:
            raise ValueError(f"row {number} after row {self._row}")
        self._row, self._column = number, -1
        hidden = _true(attributes.get("hidden")) or attributes.get("ht") == "0"
        self._take = self._sink.row(number, hidden)

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None or self._take is None:
            raise ValueError("a cell outside a row")
        column = self._place(cell.get("r"))
        if self._text or self._formula:
            self._take(column, self._raw(cell))
            self._text, self._formula = "", ""
        self._has_value = False

    def _place(self, reference: str | None) -> int:
        """The cell's column."""
        if reference is None:
            self._column += 1
            return self._column
        name = reference.rstrip(_DIGITS)
        column = self._columns.get(name)
        if column is None:
            column = self._columns[name] = column_of(name)
        if column <= self._column:
            raise ValueError(f"cell {reference} out of its order")
        self._column = column
        return column

    def _raw(self, cell: dict[str, str]) -> Raw:
        kind = cell.get("t")
        # A text that was worked out to be empty is a value all the same.
        worked_out = self._text or (self._has_value and kind == "str")
        return kind, cell.get("s"), self._text, None if worked_out else self._formula

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        self._sink.merged(Merge(_cell_place(first), _cell_place(last or first)))


def _cell_place(reference: str) -> Place:
    found = _CELL.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    return Place(int(found[2]), column_of(found[1]))


def _true(text: str | None) -> bool:
    return text in ("1", "true")
