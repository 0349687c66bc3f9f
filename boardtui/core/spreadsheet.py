"""Text that is safe to open in a spreadsheet."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def harmless(text: str, shown: str | None = None) -> str:
    """The text with an apostrophe before what a spreadsheet would run.

    `shown` is the text as it is to be written, where that is not as it was.
    """
    written = text if shown is None else shown
    return f"'{written}" if text.startswith(FORMULA) else written
