"""Rows as the text that PostgreSQL's COPY takes: a line each, and tabs between values.

See postgresql.org/docs/current/sql-copy.html, "Text Format".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

NOTHING = r"\N"

_ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def lines(rows: Sequence[tuple[object, ...]]) -> str:
    """Some rows as lines."""
    return joined([_column(values) for values in zip(*rows, strict=True)])


def joined(columns: Sequence[Iterable[str]]) -> str:
    """The lines of rows that come column by column, each value as it stands in a line."""
    return "\n".join(map("\t".join, zip(*columns, strict=True))) + "\n"


def _column(values: Sequence[Any]) -> Iterable[str]:
    known = [value for value in values if value is not None]
    try:
        text = "".join(known)
    except TypeError:
        pass  # It is no column of texts.
    else:
        # One look at all of them settles the usual case, in which none has to be escaped.
        if text.isprintable() and "\\" not in text:
            if len(known) == len(values):
                return values
            return [NOTHING if value is None else value for value in values]
    # Most other columns have few values in many rows: each is written once.
    written = {value: copied(value) for value in set(values)}
    return map(written.__getitem__, values)


def copied(value: object) -> str:
    """A value as it stands in a line."""
    if isinstance(value, str):
        return value.translate(_ESCAPED) if not value.isprintable() or "\\" in value else value
    if value is None:
        return NOTHING
    return value.isoformat() if isinstance(value, date) else str(value)
