"""The cells of the sheets of an ODS file, from its XML (OpenDocument 1.3, part 3, chapter 9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from boardtui.ingest.sheets.book import Sheet, SinkFor
from boardtui.ingest.sheets.cell import Merge, Place, Raw, Sink, outside
from boardtui.ingest.sheets.xml_stream import Reader, read_xml, whole

_SPACES = re.compile(r"[ \t\r\n]+")
_PASSED_OVER = frozenset(
    (
        *("table:table", "table:tracked-changes", "table:shapes", "office:forms"),
        *("office:annotation", "draw:frame", "draw:g", "draw:custom-shape", "draw:control"),
    )
)
"""What may stand in a sheet or a cell beside its cells or its text: tables, notes, drawings."""
_VALUES = {
    "date": "office:date-value",
    "time": "office:time-value",
    "boolean": "office:boolean-value",
    "string": "office:string-value",
}
MOST_COLUMNS = 1 << 15
"""More than any program has: a file with more is damaged, or a trap."""


def read_sheets(pieces: Iterable[bytes], sink_for: SinkFor) -> None:
    """Read the sheets that a sink is given for.

    The type of a cell that shows an error is "error"; of one that has a value and shows nothing,
    "hidden".

    Raises:
        UnreadableFileError: the document is damaged.
    """
    read_xml(pieces, _Document(sink_for), prefixed=True)


class _Document(Reader):
    """What has been read of the sheet, row and cell under way."""

    def __init__(self, sink_for: SinkFor) -> None:
        super().__init__()
        self._sink_for = sink_for
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._passing = 0
        """How deep it is in what is passed over."""
        self._passes_sheet = False
        self._sink: Sink | None = None
        self._take: Callable[[int, Raw], None] = outside
        self._hidden_groups: list[bool] = []
        self._row, self._times = 0, 0
        self._column = 0
        self._cell: dict[str, str] = {}
        self._lines: list[str] = []
        self._line = ""
        self._starts = {
            "table:table": self._begin_sheet,
            "table:table-column": self._columns,
            "table:table-row": self._begin_row,
            "table:table-row-group": self._begin_group,
            "table:table-column-group": self._begin_group,
            "style:style": self._begin_style,
            "style:table-properties": self._see_style,
            "text:s": self._add_space,
            "text:tab": self._add_space,
            "text:line-break": self._add_space,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self._passing:
            self.parts.clear()
            self._passing += name in _PASSED_OVER
        elif name == "text:p":
            self.parts.clear()
            self._line = ""
        elif name == "table:table-cell" or name == "table:covered-table-cell":
            self._cell = attributes
            self.parts.clear()
            self._lines.clear()
        elif begin := self._starts.get(name):
            begin(attributes)
        elif name in _PASSED_OVER:
            self._passing = 1

    def end(self, name: str) -> None:
        self.depth -= 1
        if self._passing:
            self._passing -= name in _PASSED_OVER
            if not self._passing:
                self._end_passing()
        elif name == "text:p":
            self._lines.append(self._line + self._collapsed())
        elif name == "table:table-cell":
            self._end_cell(self._cell)
        elif name == "table:covered-table-cell":
            # What stands under merged cells is not seen.
            self._column += whole(self._cell.get("table:number-columns-repeated"), 1)
        elif name == "table:table-row":
            self._end_row()
        elif name == "table:table":
            self._sink = None
        elif name in ("table:table-row-group", "table:table-column-group") and self._hidden_groups:
            self._hidden_groups.pop()

    def _end_passing(self) -> None:
        self.parts.clear()
        if self._passes_sheet:
            self._sink, self._passes_sheet = None, False

    def _pass_sheet(self) -> None:
        self._passing, self._passes_sheet = 1, True

    def _begin_sheet(self, attributes: dict[str, str]) -> None:
        if self._sink is not None:
            # A table in a cell.
            self._passing = 1
            return
        visible = attributes.get("table:style-name") not in self._hidden_styles
        self._sink = self._sink_for(Sheet(attributes.get("table:name", ""), visible))
        self._row, self._times, self._column = 1, 0, 0
        self._hidden_groups.clear()
        if self._sink is None:
            self._pass_sheet()

    def _begin_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get("style:name", "")

    def _see_style(self, attributes: dict[str, str]) -> None:
        if attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def _begin_group(self, attributes: dict[str, str]) -> None:
        self._hidden_groups.append(attributes.get("table:display") == "false")

    def _columns(self, attributes: dict[str, str]) -> None:
        first = self._column
        self._column += whole(attributes.get("table:number-columns-repeated"), 1)
        if self._sink is not None and self._hidden(attributes):
            self._sink.hidden_columns(first, self._column - 1)

    def _hidden(self, attributes: dict[str, str]) -> bool:
        return attributes.get("table:visibility", "visible") != "visible" or any(
            self._hidden_groups
        )

    def _begin_row(self, attributes: dict[str, str]) -> None:
        if self._sink is None:
            raise ValueError("a row outside a sheet")
        self._times = whole(attributes.get("table:number-rows-repeated"), 1)
        self._column = 0
        self.parts.clear()
        self._take = self._sink.row(self._row, self._hidden(attributes))

    def _end_row(self) -> None:
        self._take = outside
        if self._sink is not None:
            self._sink.end_row(self._times)
            if self._sink.done:
                self._pass_sheet()
        self._row += self._times

    def _end_cell(self, cell: dict[str, str]) -> None:
        column, repeated = self._column, cell.get("table:number-columns-repeated")
        self._column += 1 if repeated is None else whole(repeated, 1)
        raw = self._raw(cell)
        if raw is not None and repeated is None:
            self._take(column, raw)
        elif raw is not None:
            if self._column > MOST_COLUMNS:
                raise ValueError("more columns than any program has")
            for each in range(column, self._column):
                self._take(each, raw)
        if "table:number-rows-spanned" in cell or "table:number-columns-spanned" in cell:
            self._merge(cell, column)

    def _merge(self, cell: dict[str, str], column: int) -> None:
        down = whole(cell.get("table:number-rows-spanned"), 1)
        along = whole(cell.get("table:number-columns-spanned"), 1)
        if self._sink is not None and (down > 1 or along > 1):
            last = Place(self._row + down - 1, column + along - 1)
            self._sink.merged(Merge(Place(self._row, column), last))

    def _raw(self, cell: dict[str, str]) -> Raw | None:
        """The cell as it is stored; None where nothing is."""
        lines = self._lines
        text = "\n".join(lines)
        kind = cell.get("office:value-type")
        if cell.get("calcext:value-type") == "error":
            return "error", None, text, None
        value = cell.get(_VALUES.get(kind or "", "office:value"))
        if text or value:
            return ("hidden" if lines and not text else kind), value, text, None
        # A formula that was worked out to be an empty text shows a line with nothing in it.
        formula = cell.get("table:formula")
        return (kind, None, "", formula) if formula and not lines and kind != "string" else None

    def _collapsed(self) -> str:
        """The text so far, with its white space as it is shown."""
        parts = self.parts
        text = parts[0] if len(parts) == 1 else "".join(parts)
        parts.clear()
        return _SPACES.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text

    def _add_space(self, attributes: dict[str, str]) -> None:
        self._line += self._collapsed() + " " * min(whole(attributes.get("text:c"), 1), 1000)
