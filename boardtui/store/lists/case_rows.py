"""A row of the cases table as a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from boardtui.core.history.case import COLUMNS, DATES, Case
from boardtui.store.connection.database import as_date

_PLACES = tuple(COLUMNS.index(name) for name in DATES)


def case_of(row: Sequence[object]) -> Case:
    """A case from its columns, in their order."""
    values: list[Any] = list(row)
    for place in _PLACES:
        values[place] = as_date(values[place])
    return Case(*values)
