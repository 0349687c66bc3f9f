"""Which sheet of a spreadsheet file is read, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from boardtui.ingest.fault_text import counted
from boardtui.ingest.faults import FaultGroup, of_file
from boardtui.ingest.header import Columns, Header, named
from boardtui.ingest.limits import Limits
from boardtui.ingest.request import Progress
from boardtui.ingest.sheets.archive import Archive
from boardtui.ingest.sheets.book import Book, Sheet
from boardtui.ingest.sheets.cell import Sink
from boardtui.ingest.sheets.gathering import Gathering
from boardtui.ingest.sheets.looking import Looking
from boardtui.ingest.sheets.none_chosen import why_none
from boardtui.ingest.sheets.ods_book import OdsBook
from boardtui.ingest.sheets.xlsx_book import XlsxBook
from boardtui.ingest.unreadable import UnreadableFileError

MOST_SHEETS = 1_000
EXAMPLES = 5
"""How many hidden rows are named."""


class Asked(Struct, frozen=True):
    """What is looked for: a kind of file, in the sheet of a name where one was given."""

    file: str
    kind: str
    sheet: str | None
    columns: Columns
    limits: Limits


def opened(archive: Archive) -> Book:
    """The spreadsheet that an archive holds.

    Raises:
        UnreadableFileError: it holds none, or a damaged or locked one.
    """
    return OdsBook(archive) if archive.has("content.xml") else XlsxBook(archive)


class Choice:
    """The first visible sheet that has the required columns, or the one that was named.

    Raises:
        UnreadableFileError: there is none, or it is damaged.
    """

    def __init__(self, book: Book, asked: Asked, progress: Progress) -> None:
        self._book, self._asked, self._progress = book, asked, progress
        self.looked: list[tuple[Sheet, Looking | None]] = []
        self._chosen: Sheet | None = None
        self._row = 0
        self._others: list[str] = []
        self.header = Header((), {})
        self.gathered: Gathering | None = None
        book.read(self._sink_for)
        if self._chosen is None:
            self.header = why_none(asked.file, asked.kind, asked.sheet, asked.columns, self.looked)

    @property
    def notes(self) -> Iterator[str]:
        """What is said of the sheet that was read, each the end of a sentence on the file."""
        if self._chosen is not None:
            where = f"; its row {self._row} names the columns" if self._row > 1 else ""
            yield f"was read from its sheet {named(self._chosen.name)}{where}"

    @property
    def doubts(self) -> Iterator[FaultGroup]:
        """What is odd in it."""
        if self._chosen is None or self.gathered is None:
            return
        file, name = self._asked.file, named(self._chosen.name)
        if not self._chosen.visible:
            yield of_file(file, f"its sheet {name} is hidden, and was read as it was named")
        if self._others:
            others = ", ".join(map(named, self._others))
            yield of_file(
                file,
                f"its sheet {name} was read, and has the same columns as others: {others}; "
                f"--sheet {self._asked.kind}=NAME says which is meant",
            )
        if rows := self.gathered.hidden_rows:
            first = ", ".join(map(str, rows[:EXAMPLES]))
            more = "" if len(rows) <= EXAMPLES else f" and {len(rows) - EXAMPLES:,} more"
            hidden = counted(len(rows), "hidden row")
            yield of_file(
                file, f"its sheet {name} has {hidden}, read with the others: {first}{more}"
            )
        if columns := self.gathered.names_hidden:
            yield of_file(
                file,
                f"its sheet {name} has hidden columns, read with the others: {', '.join(columns)}",
            )

    def _sink_for(self, sheet: Sheet) -> Sink | None:
        if len(self.looked) == MOST_SHEETS:
            raise UnreadableFileError(f"has more than {MOST_SHEETS:,} sheets")
        named = self._asked.sheet
        wanted = sheet.of_cells and (named is None or sheet.is_named(named))
        looking = self._looking(sheet) if wanted else None
        self.looked.append((sheet, looking))
        return looking

    def _looking(self, sheet: Sheet) -> Looking:
        asked = self._asked
        return Looking(
            self._book.show, asked.limits, asked.columns.known, partial(self._below, sheet)
        )

    def _below(self, sheet: Sheet, names: list[str], row: int) -> Sink | None:
        """What takes in the rows below a header that has all that is required."""
        if not sheet.visible and self._asked.sheet is None:
            return None
        if self._chosen is not None:
            self._others.append(sheet.name)
            return None
        self._chosen, self._row = sheet, row
        self.header = self._asked.columns.header(self._asked.file, names)
        if not self.header.faults:
            self.gathered = Gathering(
                self.header, self._book.show, self._asked.limits, self._progress
            )
        return self.gathered
