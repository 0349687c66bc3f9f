"""Rows as the text that PostgreSQL's COPY takes: a line each, and tabs between values.

See postgresql.org/docs/current/sql-copy.html, "Text Format".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from boardtui.ingest.day_values import REMEMBERED

NOTHING = r"\N"

_ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def lines(rows: Sequence[tuple[object, ...]]) -> str:
    """Some rows as lines."""
    return joined([_column(values) for values in zip(*rows, strict=True)])


def joined(columns: Sequence[Iterable[str]]) -> str:
    """The lines of rows that come column by column, each value as it stands in a line."""
    return "\n".join(map("\t".join, zip(*columns, strict=True))) + "\n"


def _column(values: Sequence[Any]) -> Iterable[str]:
    # Most columns have few values in many rows: each is written once.
    distinct = list(set(values))
    if len(distinct) == 1:
        return [copied(distinct[0])] * len(values)
    return map(dict(zip(distinct, written(distinct), strict=True)).__getitem__, values)


def written(values: Sequence[Any]) -> list[str]:
    """Values as they stand in a line."""
    try:
        text = "".join(["" if value is None else value for value in values])
    except TypeError:
        return list(map(copied, values))  # It is no column of texts.
    # One look at all of them settles the usual case, in which none has to be escaped.
    if text.isprintable() and "\\" not in text:
        return [NOTHING if value is None else value for value in values]
    return list(map(copied, values))


def copied(value: object) -> str:
    """A value as it stands in a line."""
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, str):
        return value.translate(_ESCAPED) if not value.isprintable() or "\\" in value else value
    return NOTHING if value is None else str(value)


@lru_cache(REMEMBERED)
def _day(day: date) -> str:
    return day.isoformat()
