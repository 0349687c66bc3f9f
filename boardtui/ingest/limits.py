"""How large a file may be: what would be a slip or a trap is told before it fills the memory."""

from __future__ import annotations

from msgspec import Struct

from boardtui.ingest.sheets.cell import Place
from boardtui.ingest.unreadable import UnreadableFileError


class Limits(Struct, frozen=True):
    """The most rows and columns that a file may have, filled in."""

    rows: int
    columns: int

    def see_rows(self, number: int) -> None:
        """See that a file may have so many rows.

        Raises:
            UnreadableFileError: it may not.
        """
        if number > self.rows:
            raise UnreadableFileError(
                f"has more than {self.rows:,} rows: if it is meant to, raise most_rows under "
                "[extract] in the settings"
            )

    def see_columns(self, number: int) -> None:
        """See that a file may have so many columns.

        Raises:
            UnreadableFileError: it may not.
        """
        if number > self.columns:
            raise UnreadableFileError(
                f"has more than {self.columns:,} columns: if it is meant to, raise most_columns "
                "under [extract] in the settings"
            )

    def see_column(self, row: int, column: int) -> None:
        """See that a cell may be filled in, in a row from 1 and a column from 0.

        Raises:
            UnreadableFileError: it may not.
        """
        if column >= self.columns:
            raise UnreadableFileError(
                f"has a cell filled in at {Place(row, column)}, beyond its first {self.columns:,} "
                "columns: empty it, or raise most_columns under [extract] in the settings"
            )
