"""What the formats have in common: cells as they are stored, what each shows, where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, NoReturn, Protocol

Raw = tuple[str | None, str | None, str, str | None]
"""A cell as it is stored.

Its type; its style (XLSX) or its value (ODS); its text; and its formula, or None. Cells that are
stored alike show the same, so that each of these is looked at once for a whole column.
"""


class Shown(NamedTuple):
    """What a cell shows; where that is no value, `wrong` says what was expected instead."""

    text: str
    wrong: str | None = None


Show = Callable[[Raw], Shown]

AN_ERROR = "a value: the cell shows an error"
NOT_WORKED_OUT = (
    "a value: nothing has worked out the formula; open the file in a spreadsheet program, and save "
    "it"
)
HIDDEN_BY_FORMAT = "a value that can be seen: the format of the cell hides it"
TOO_MANY_DIGITS = (
    "a number of at most 15 digits, or text: of a longer number a spreadsheet loses the last digits"
)
MERGED = "a value of its own in each row: merged cells hold one for several"

_ERROR = re.compile(r"#[A-Z][A-Z0-9/_]*[!?]|#N/A|#GETTING_DATA|Err:[0-9]{3}", re.ASCII)


def is_error(text: str) -> bool:
    """Whether a text is what a cell in error shows, in any of the programs."""
    return _ERROR.fullmatch(text) is not None


class Place(NamedTuple):
    """Where a cell stands: its row, from 1, and its column, from 0."""

    row: int
    column: int

    def __str__(self) -> str:
        return f"{letters(self.column)}{self.row}"


class Merge(NamedTuple):
    """Cells that are merged to one."""

    first: Place
    last: Place

    def __str__(self) -> str:
        return f"{self.first}:{self.last}"


def outside(column: int, raw: Raw) -> NoReturn:
    """What takes a cell where there is no row.

    Raises:
        ValueError: always.
    """
    raise ValueError("a cell outside a row")


class Sink(Protocol):
    """Takes a sheet in, row by row, in the order of their numbers."""

    @property
    def done(self) -> bool:
        """Whether nothing more of the sheet is wanted."""
        ...

    def row(self, number: int, hidden: bool) -> Callable[[int, Raw], None]:
        """Begin a row; what comes back takes each filled cell, with its column from 0."""
        ...

    def end_row(self, times: int = 1) -> None:
        """End a row, which stands there so many times."""
        ...

    def merged(self, merge: Merge) -> None:
        """Cells are merged; this may come after their rows."""
        ...

    def hidden_columns(self, first: int, last: int) -> None:
        """The columns from the first to the last are hidden; this comes before any row."""
        ...


def letters(column: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    found = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def column_of(name: str) -> int:
    """The column with these letters, from 0; -1 where they are none."""
    number = 0
    for letter in name:
        if not "A" <= letter <= "Z" or number > 1_000_000:
            return -1
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
