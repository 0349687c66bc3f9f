"""Values and names that may be personal, as they may be shown: their shape, and nothing of them."""

from __future__ import annotations

LONGEST = 40
"""Characters of a value that are shown of it: the shape of more says no more."""


def masked(text: str) -> str:
    """A text with x for each letter, X for a capital and 9 for each digit."""
    return "".join(map(_masked, text[:LONGEST])) + ("…" if len(text) > LONGEST else "")


def _masked(character: str) -> str:
    if character.isdigit():
        return "9"
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return character if character.isascii() else "?"
