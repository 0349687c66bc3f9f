"""The cells of one sheet of an XLSX file, from its XML."""

from __future__ import annotations

import re
from collections.abc import Callable

from boardtui.ingest.sheets.cell import Merge, Place, Raw, Sink, column_of, outside
from boardtui.ingest.sheets.xml_stream import Reader, whole

LAST_ROW = 1 << 20
"""The format has no more."""
_DIGITS = "0123456789"
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII)


class SheetReader(Reader):
    """What has been read of the row and cell under way; a cell's style is its number.

    It takes the elements of a sheet's XML, or from `begin_row` to `end_row` what another found in
    it.
    """

    def __init__(self, sink: Sink) -> None:
        super().__init__()
        self.in_rows = False
        """Whether it is among the rows of the sheet, and in none."""
        self.take: Callable[[int, Raw], None] = outside
        """What takes a cell of this row."""
        self._sink = sink
        self._row = 0
        self._column = -1
        self._columns: dict[str, int] = {}
        self._cell: dict[str, str] = {}
        self._formula = ""
        self._has_value = False
        self._runs: list[str] = []
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if name == "c":
            self._cell = attributes
            self.parts.clear()
        elif name == "v":
            self._has_value = True
        elif name == "t":
            self.parts.clear()
        elif name == "row":
            self.begin_row(attributes)
        elif name == "rPh":
            self._phonetic = True
        elif name == "sheetData":
            self.in_rows = True
        elif name == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self._sink.merged(Merge(_place(first), _place(last or first)))
        elif name == "col" and is_true(attributes.get("hidden")):
            low, high = attributes.get("min"), attributes.get("max")
            self._sink.hidden_columns(whole(low, 1) - 1, whole(high, 1) - 1)

    def end(self, name: str) -> None:
        self.depth -= 1
        if name == "c":
            self._end_cell()
        elif name == "v":
            pass
        elif name == "t":
            if not self._phonetic:
                self._runs.append("".join(self.parts))
        elif name == "is":
            self.parts[:] = self._runs
            self._runs.clear()
        elif name == "f":
            self._formula = f"={''.join(self.parts).strip()}"
            self.parts.clear()
        elif name == "row":
            self.end_row()
        elif name == "rPh":
            self._phonetic = False
        elif name == "sheetData":
            self.in_rows = False

    def begin_row(self, attributes: dict[str, str]) -> None:
        """Begin a row.

        Raises:
            ValueError: its number does not follow on those before, or it stands in another.
        """
        self.parts.clear()
        number = whole(attributes.get("r"), self._row + 1)
        if not self._row < number <= LAST_ROW or not self.in_rows:
            raise ValueError(f"row {number} after row {self._row}")
        self._row, self._column, self.in_rows = number, -1, False
        hidden = is_true(attributes.get("hidden")) or attributes.get("ht") == "0"
        self.take = self._sink.row(number, hidden)
        self.done = self._sink.done

    def end_row(self) -> None:
        """End the row under way.

        Raises:
            ValueError: there is none.
        """
        if self.in_rows:
            raise ValueError("the end of a row outside a row")
        self.take, self.in_rows = outside, True
        self._sink.end_row()
        self.done = self._sink.done

    def column(self, name: str) -> int:
        """The column with these letters.

        Raises:
            ValueError: it does not follow on those before in the row.
        """
        column = self._columns.get(name)
        if column is None:
            column = self._columns[name] = column_of(name)
        if column <= self._column:
            raise ValueError(f"cell {name}{self._row} out of its order")
        self._column = column
        return column

    def _end_cell(self) -> None:
        text = "".join(self.parts)
        cell = self._cell
        reference = cell.get("r")
        if reference is None:
            self._column += 1
        else:
            self.column(reference.rstrip(_DIGITS))
        formula = None
        if self._formula:
            # A text that was worked out to be empty is a value all the same.
            if not (text.strip() or (self._has_value and cell.get("t") == "str")):
                formula = self._formula
            self._formula = ""
        if formula or text.strip():
            self.take(self._column, (cell.get("t"), cell.get("s"), text, formula))
        self._has_value = False


def is_true(text: str | None) -> bool:
    return text in ("1", "true")


def _place(reference: str) -> Place:
    found = _CELL.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    return Place(int(found[2]), column_of(found[1]))
