"""Values as cells of a table that a spreadsheet opens: nothing in them is run."""

from __future__ import annotations

from datetime import date

from boardtui.core.words.shown import shown

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula; some take the wide signs too."""


def harmless(text: str) -> str:
    """Text as it may be shown, with an apostrophe before what a spreadsheet would run."""
    written = shown(text)
    return f"'{written}" if text.startswith(FORMULA) or written.startswith(FORMULA) else written


def cell(value: object) -> object:
    """A value as a cell, of a file as of what is copied: numbers stay, text is made harmless."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case str():
            return harmless(value)
    return value
