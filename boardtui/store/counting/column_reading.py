"""Reading a snapshot's cases into memory, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

import numpy as np

from boardtui.core.criterion.definition import Definition
from boardtui.core.history.case import DATES
from boardtui.core.measures.counted_columns import counted_columns
from boardtui.store.connection.database import Database, Record, as_date
from boardtui.store.counting.columns import Codes, Column, Columns

BATCH = 20_000


def read_columns(database: Database, snapshot: int, day: date, definition: Definition) -> Columns:
    """Read a snapshot's cases into memory: some 80 bytes a case."""
    return Columns(columns_in_memory(database, snapshot, counted_columns()), day, definition)


def columns_in_memory(database: Database, snapshot: int, names: Sequence[str]) -> dict[str, Column]:
    """Some columns of a snapshot's cases."""
    parts: dict[str, list[Codes]] = {name: [] for name in names}
    texts = {name: _Numbered() for name in parts if name not in DATES}
    dates = {name: _Ordinals() for name in parts if name in DATES}
    numbers: dict[str, Callable[[Any], int]] = {
        **{name: numbered.__getitem__ for name, numbered in texts.items()},
        **{name: ordinals.__getitem__ for name, ordinals in dates.items()},
    }
    rows = database.stream(
        f"SELECT {', '.join(parts)} FROM cases WHERE snapshot_id = :snapshot",
        {"snapshot": snapshot},
    )
    for batch in _batches(rows):
        for name, values in zip(parts, zip(*batch, strict=True), strict=True):
            codes = map(numbers[name], values)
            parts[name].append(np.fromiter(codes, dtype=np.int64, count=len(values)))
    empty = np.zeros(0, dtype=np.int64)
    return {
        name: Column(
            np.concatenate(pieces) if pieces else empty,
            list(texts[name]) if name in texts else (),
        )
        for name, pieces in parts.items()
    }


class _Numbered(dict[str | None, int]):
    """Numbers texts as they come; None has the number 0."""

    def __init__(self) -> None:
        super().__init__({None: 0})

    def __missing__(self, value: str | None) -> int:
        self[value] = number = len(self)
        return number


class _Ordinals(dict[object, int]):
    """The ordinal of each date that a driver gives, worked out once; 0 for none."""

    def __missing__(self, value: object) -> int:
        day = as_date(value)
        self[value] = number = day.toordinal() if day else 0
        return number


def _batches(rows: Iterable[Record]) -> Iterator[list[Record]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        yield batch
