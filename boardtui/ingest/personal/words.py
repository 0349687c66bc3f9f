"""Sets of words, written one after the other."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, with blanks between them."""
    return frozenset(text.split())
