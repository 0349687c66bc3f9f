"""What stands on a screen, counted: words and numbers, without large digits and bars."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)*")
NUMBER = re.compile(r"[+−-]?\d+(?:[.,]\d+)*")


def words(text: str) -> int:
    """Two letters or more in a row, with their apostrophe."""
    return len(WORD.findall(text))


def numbers(text: str) -> int:
    """Runs of digits, each with its sign, comma or point."""
    return len(NUMBER.findall(text))
