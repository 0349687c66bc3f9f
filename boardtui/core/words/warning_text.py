"""Warnings in words: what is odd in a file that was stored all the same."""

from __future__ import annotations

from boardtui.core.words.wording import counted


def warning_text(message: str, rows: int) -> str:
    """A warning with its count: "3 rows where last_visit is before registered_on".

    One of a whole file, which has no rows, is a sentence already.
    """
    return f"{counted(rows, 'rows')} where {message}" if rows else message
