"""Putting the rows of an extract into its table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.request import Progress
from boardtui.ingest.writer import BATCH, Writer


def load(writer: Writer, extract: Extract, snapshot: int, progress: Progress) -> None:
    """Store the good rows of a file under a snapshot."""
    table, total = extract.kind, extract.stored
    writer.drop_indexes(table, total)
    names = ("snapshot_id", *extract.columns)
    writer.insert_columns(table, names, _batches(writer, extract, snapshot, progress))


def _batches(
    writer: Writer, extract: Extract, snapshot: int, progress: Progress
) -> Iterator[list[list[object]]]:
    columns = [(_given(writer, each), each.coded.codes) for each in extract.columns.values()]
    good, total = np.flatnonzero(extract.good), extract.stored
    for start in range(0, total, BATCH):
        chosen = good[start : start + BATCH]
        yield [
            writer.given([snapshot]) * len(chosen),
            *(values[codes[chosen]].tolist() for values, codes in columns),
        ]
        progress(f"storing {extract.kind}", min(start + BATCH, total), total)


def _given(writer: Writer, column: Column) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    values = np.empty(len(column.values), dtype=object)
    values[:] = writer.given(column.values)
    return values
