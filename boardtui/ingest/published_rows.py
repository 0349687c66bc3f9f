"""The rows of files of published figures and inspections, each of which says its own force."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from boardtui.ingest.extract import Extract
from boardtui.ingest.faults import of_rows
from boardtui.ingest.force_names import DoubtfulNameError, ForceNames
from boardtui.ingest.unit_names import UnitNames
from boardtui.ingest.values import Value

Row = Mapping[str, Value]

T = TypeVar("T")


class Names(Struct, frozen=True):
    """The names that the rows of all files go by."""

    forces: ForceNames
    units: UnitNames

    def force(self, row: Row) -> str:
        """The force of a row.

        Raises:
            UnreadableRowError: its name may be a slip of the pen.
        """
        try:
            return self.forces.of(str(row["force"]))
        except DoubtfulNameError as error:
            raise UnreadableRowError("force", str(error)) from error


class UnreadableRowError(Exception):
    """A row makes no sense: the column at fault, and what was expected of it."""

    def __init__(self, column: str, expected: str) -> None:
        super().__init__(expected)
        self.column, self.expected = column, expected


def rows_of(extract: Extract) -> Iterator[tuple[int, Row]]:
    """The good rows of a small file, each with its place."""
    for place in range(len(extract.rows)):
        if extract.good[place]:
            yield place, {name: column.at(place) for name, column in extract.columns.items()}


def read_rows(extract: Extract, read: Callable[[Row], T]) -> list[T]:
    """What each good row of a file says; where it makes no sense, that is a fault of the file."""
    said: list[T] = []
    wrong: dict[tuple[str, str], list[tuple[int, str | None]]] = {}
    for place, row in rows_of(extract):
        try:
            said.append(read(row))
        except UnreadableRowError as error:
            extract.good[place] = False
            value = row[error.column]
            fault = (int(extract.rows[place]), None if value is None else str(value))
            wrong.setdefault((error.column, error.expected), []).append(fault)
    for (column, expected), faults in wrong.items():
        extract.faults.append(of_rows(extract.file, column, expected, faults))
    return said


def text_of(value: Value) -> str | None:
    """A value as text; None where it was not recorded."""
    return None if value is None else str(value)
