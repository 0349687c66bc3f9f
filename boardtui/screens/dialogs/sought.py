"""What was looked for with words that show what they find while they are typed."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from boardtui.screens.keys.ways import leading


class Sought:
    """The words of one search: those that stand at its end, else the longest that stood before."""

    def __init__(self, among: str) -> None:
        """Take the name of what is searched."""
        self._among = among
        self._standing = self._longest = ""

    def type(self, words: str) -> None:
        """Take the words as they stand now."""
        self._standing = words
        self._longest = max(self._longest, words, key=len)

    def write_down(self, sheet: Screen[Any]) -> bool:
        """Write down, once, that something was looked for; whether its finds may still be seen."""
        words = self._standing or self._longest
        self._standing = self._longest = ""
        return not words or leading(sheet).looked("find", words=words, among=self._among)
