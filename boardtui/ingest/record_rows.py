"""The rows of an extract as they are put into its table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.forms import BATCH, Batch, Form, Rows
from boardtui.ingest.request import Progress


def record_rows(form: Form, extract: Extract, progress: Progress) -> Rows:
    """The good rows of a file; they are made as they are taken."""
    batches = _batches(form, extract, progress)
    return Rows(extract.kind, tuple(extract.columns), extract.stored, batches)


def _batches(form: Form, extract: Extract, progress: Progress) -> Iterator[Batch]:
    columns = [(_given(form, each), each.coded.codes) for each in extract.columns.values()]
    good, total = np.flatnonzero(extract.good), extract.stored
    for start in range(0, total, BATCH):
        chosen = good[start : start + BATCH]
        yield form.batch([values[codes[chosen]].tolist() for values, codes in columns])
        progress(f"storing {extract.kind}", min(start + BATCH, total), total)


def _given(form: Form, column: Column) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    values = np.empty(len(column.values), dtype=object)
    values[:] = form.given(column.values)
    return values
