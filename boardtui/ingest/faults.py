"""Faults: what was wrong in a file, where, and what was expected instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import replace


class IngestUsageError(Exception):
    """The request makes no sense; the message is a sentence for whoever gave it."""


class IngestFailedError(Exception):
    """The work could not be done (no space, no permission, busy); the database is unchanged."""


class Fault(Struct, frozen=True):
    """One thing wrong in a file; `row` counts as a spreadsheet does, the header being row 1.

    `row`, `column` and `value` are None where the fault is of the whole file.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    expected: str


class RowNumbers(Protocol):
    """Row numbers: a list of them, or an array of a million."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Any: ...


class FaultGroup(Struct, frozen=True):
    """Faults of one kind: the same column, and the same thing expected.

    A column in which every row is wrong holds a million faults: they are made when looked at.
    """

    file: str
    column: str | None
    expected: str
    rows: RowNumbers
    """The rows' numbers; empty for a fault of the whole file."""
    value_at: Callable[[int], str | None]
    """The value of the fault at a place in `rows`."""

    def __len__(self) -> int:
        return len(self.rows) or 1

    def __iter__(self) -> Iterator[Fault]:
        if not len(self.rows):
            yield Fault(self.file, None, self.column, self.value_at(0), self.expected)
        for place, row in enumerate(self.rows):
            yield Fault(self.file, int(row), self.column, self.value_at(place), self.expected)

    def kept(self) -> FaultGroup:
        """The same with its own values alone, which keeps nothing else of its file in memory."""
        if not len(self.rows):
            return replace(self, rows=(), value_at=_Values((self.value_at(0),)))
        rows = [int(row) for row in self.rows]
        return replace(
            self, rows=rows, value_at=_Values(tuple(map(self.value_at, range(len(rows)))))
        )


class _Values(Struct, frozen=True):
    """The values of faults, as they are looked up."""

    values: tuple[str | None, ...]

    def __call__(self, place: int) -> str | None:
        return self.values[place]


class Faults(Struct, frozen=True):
    """All faults of all files, by kind; iterating gives each one."""

    groups: tuple[FaultGroup, ...] = ()

    def __len__(self) -> int:
        return sum(map(len, self.groups))

    def __iter__(self) -> Iterator[Fault]:
        for group in self.groups:
            yield from group


def of_file(file: str, expected: str, column: str | None = None) -> FaultGroup:
    """A fault of a whole file, said in one sentence."""
    return FaultGroup(file, column, expected, (), _Values((None,)))


def of_rows(
    file: str, column: str | None, expected: str, faults: Iterable[tuple[int, str | None]]
) -> FaultGroup:
    """Faults of a few rows, each given by its number and its value."""
    listed = list(faults)
    values = _Values(tuple(value for _, value in listed))
    return FaultGroup(file, column, expected, [row for row, _ in listed], values)


class IngestRefusedError(Exception):
    """The data was refused and nothing was stored; the message is a sentence for the user.

    `faults` has every fault of every file; it is empty where the reason is not in a file.
    """

    def __init__(self, message: str, faults: Faults | None = None) -> None:
        super().__init__(message)
        self.faults = faults if faults is not None else Faults()
