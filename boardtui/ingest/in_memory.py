"""The stored cases as they are still in memory, for the store to count without reading them."""

from __future__ import annotations

from datetime import date

import numpy as np

from boardtui.core.criterion.definition import Definition
from boardtui.core.history.case import DATES
from boardtui.core.measures.counted_columns import counted_columns
from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.values import Value
from boardtui.store.counting import columns as store


def cases_in_memory(cases: Extract, day: date, definition: Definition) -> store.Columns:
    """The good rows of a cases file, as the store's own reading of them would be."""
    columns = {
        name: (_dates if name in DATES else _texts)(cases.columns[name], cases)
        for name in counted_columns()
    }
    return store.Columns(columns, day, definition)


def _texts(column: Column, cases: Extract) -> store.Column:
    # Several spellings may have one value ("High", "high"), which then has one number.
    numbers: dict[Value, int] = {None: 0}
    mine = [numbers.setdefault(value, len(numbers)) for value in column.values]
    codes = np.array(mine, dtype=np.int64)[column.coded.codes[cases.good]]
    return store.Column(codes, [None if value is None else str(value) for value in numbers])


def _dates(column: Column, cases: Extract) -> store.Column:
    return store.Column(ordinals(column)[cases.good], ())


def ordinals(column: Column) -> store.Codes:
    """Each row's day as a number; 0 where there is none."""
    days = [value.toordinal() if isinstance(value, date) else 0 for value in column.values]
    found: store.Codes = np.array(days, dtype=np.int64)[column.coded.codes]
    return found
