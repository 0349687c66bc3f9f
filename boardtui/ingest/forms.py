"""How a database takes rows: as its driver's values, or as the text of a COPY.

Rows can be made ready for it where it is out of reach; what they lack is the ids that it gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from itertools import repeat
from typing import Any

from msgspec import Struct

from boardtui.ingest.copied_text import copied, joined, lines, written

Row = tuple[object, ...]

BATCH = 4_000
"""Rows to one call of a driver: few enough to stay in the processor's cache."""

Batch = bytes | Sequence[Sequence[Any]]
"""Some rows: the lines of a COPY, or their values column by column."""


class Form(Enum):
    """What a database's driver takes."""

    LINES = "lines"
    """PostgreSQL: the text of a COPY."""
    DAYS_AS_TEXT = "days as text"
    """SQLite: values, with days as ISO has them."""
    VALUES = "values"
    """Any other: values as they are."""

    def day(self, day: date | None) -> str | date | None:
        """A day as the driver takes it."""
        return day.isoformat() if day is not None and self is Form.DAYS_AS_TEXT else day

    def given(self, values: Sequence[object]) -> Sequence[object]:
        """Values as a batch has them."""
        if self is Form.LINES:
            return written(values)
        return [self.day(value) if isinstance(value, date) else value for value in values]

    def batch(self, columns: Sequence[Sequence[Any]]) -> Batch:
        """Rows of values that are `given`, column by column."""
        return joined(columns).encode() if self is Form.LINES else columns

    def rows(self, table: str, columns: tuple[str, ...], rows: Sequence[Row]) -> Rows:
        """Rows of a table, of which each day is a `day`."""
        parts = (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
        as_lines = self is Form.LINES
        return Rows(
            *(table, columns, len(rows)),
            [lines(part).encode() if as_lines else list(zip(*part, strict=True)) for part in parts],
        )


class Rows(Struct, frozen=True):
    """Rows of a table, in the form of a database; before the `columns` come those of ids.

    `number` is how many there are.
    """

    table: str
    columns: tuple[str, ...]
    number: int
    batches: Iterable[Batch]


def lines_under(ids: Iterable[object], given: Batch) -> bytes:
    """Lines of a COPY with ids before each: no value has the end of a line in it as such."""
    assert isinstance(given, bytes)
    before = "".join(f"{copied(id)}\t" for id in ids).encode()
    return before + given[:-1].replace(b"\n", b"\n" + before) + b"\n"


def rows_under(ids: Iterable[object], given: Batch) -> list[Row]:
    """Rows of values with ids before each."""
    assert not isinstance(given, bytes)
    return list(zip(*map(repeat, ids), *given, strict=False))  # the same ids have no end
