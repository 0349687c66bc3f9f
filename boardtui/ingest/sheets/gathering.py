"""Gathering the wanted columns of a sheet, below the row that names them."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import numpy as np

from boardtui.ingest.coded import Coded, Codes, RawTable, Rows
from boardtui.ingest.header import Header
from boardtui.ingest.limits import Limits
from boardtui.ingest.request import Progress
from boardtui.ingest.sheets.cell import MERGED, Merge, Place, Raw, Show, Shown
from boardtui.ingest.unreadable import UnreadableFileError

TOLD_EVERY = 50_000
"""Rows between two words on how far it is."""
MOST_MERGES = 100_000
BLANK = Shown("")


class Gathering:
    """A sink of the rows below a header."""

    done = False

    def __init__(self, header: Header, show: Show, limits: Limits, progress: Progress) -> None:
        self._header, self._show, self._limits, self._progress = header, show, limits, progress
        self._columns = [_Column() for _ in header.places]
        self._slots = {place: slot for slot, place in enumerate(header.places.values())}
        self._nothing = [0] * len(self._columns)
        self._row: list[int] = []
        self._cell = self._taker()
        self._number, self._hidden = 0, False
        self._codes = array("i")
        self._numbers = array("q")
        self._merges: list[Merge] = []
        self._hidden_columns: list[tuple[int, int]] = []
        self.hidden_rows: list[int] = []
        """The numbers of the rows that are hidden."""

    def row(self, number: int, hidden: bool) -> Callable[[int, Raw], None]:
        self._number, self._hidden = number, hidden
        self._row[:] = self._nothing
        return self._cell

    def _taker(self) -> Callable[[int, Raw], None]:
        """What takes a cell. A sheet has millions: nothing is looked up twice."""
        row, show = self._row, self._show
        wanted = {place: (slot, self._columns[slot]) for place, slot in self._slots.items()}
        seen = {place: (slot, column.places) for place, (slot, column) in wanted.items()}

        def take(column: int, raw: Raw) -> None:
            if column not in seen:
                self._beside(column, raw)
                return
            slot, places = seen[column]
            place = places.get(raw)
            if place is None:
                place = places[raw] = wanted[column][1].place_of(show(raw))
            row[slot] = place

        return take

    def _beside(self, column: int, raw: Raw) -> None:
        """See that a cell outside the wanted columns is in one that is passed over, or blank."""
        if column in self._header.ignored or not self._show(raw).text.strip():
            return
        self._limits.see_column(self._number, column)
        cell = Place(self._number, column)
        raise UnreadableFileError(
            f"has a column without a name in which {cell} is filled in: name the column or empty it"
        )

    def end_row(self, times: int = 1) -> None:
        if not any(self._row):
            return
        count = len(self._numbers) + times
        self._limits.see_rows(count)
        self._codes.extend(self._row * times)
        self._numbers.extend(range(self._number, self._number + times))
        if self._hidden:
            self.hidden_rows.extend(range(self._number, self._number + times))
        if count % TOLD_EVERY < times:
            self._progress("reading", count, None)

    def merged(self, merge: Merge) -> None:
        if merge.first != merge.last:
            if len(self._merges) == MOST_MERGES:
                raise UnreadableFileError(
                    f"has more than {MOST_MERGES:,} merged cells: unmerge them"
                )
            self._merges.append(merge)

    def hidden_columns(self, first: int, last: int) -> None:
        self._hidden_columns.append((first, last))

    @property
    def names_hidden(self) -> list[str]:
        """The names of the wanted columns that are hidden."""
        return [
            self._header.names[place]
            for place in self._slots
            if any(first <= place <= last for first, last in self._hidden_columns)
        ]

    def table(self) -> RawTable:
        """What was gathered."""
        rows = np.array(self._numbers, dtype=np.int64)
        codes = np.array(self._codes, dtype=np.int32).reshape(len(rows), len(self._columns))
        columns = {}
        for name, place in self._header.places.items():
            slot = self._slots[place]
            mine = codes[:, slot].copy()
            self._mark_merged(rows, mine, place, self._columns[slot])
            columns[name] = self._columns[slot].finished(mine)
        return RawTable(columns, self._header.called, rows).without_blank_rows()

    def _mark_merged(self, rows: Rows, codes: Codes, place: int, column: _Column) -> None:
        """Put a fault in place of what stands in merged cells of a column."""
        marked = 0
        for merge in sorted(self._merges):
            if merge.first.column <= place <= merge.last.column:
                first = max(marked, int(np.searchsorted(rows, merge.first.row)))
                marked = max(marked, int(np.searchsorted(rows, merge.last.row, side="right")))
                if first < marked:
                    shown = Shown(f"merged cells {merge}", MERGED)
                    codes[first:marked] = column.place_of(shown)


class _Column:
    """What the cells of a column show, each way of showing once."""

    def __init__(self) -> None:
        self.places: dict[Raw, int] = {}
        self._shown: dict[Shown, int] = {BLANK: 0}

    def place_of(self, shown: Shown) -> int:
        stripped = Shown(shown.text.strip(), shown.wrong)
        return self._shown.setdefault(stripped, len(self._shown))

    def finished(self, codes: Codes) -> Coded:
        wrong = {place: each.wrong for each, place in self._shown.items() if each.wrong is not None}
        return Coded(codes, [each.text for each in self._shown], wrong)
