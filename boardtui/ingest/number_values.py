"""Numbers: written plainly, with no thousands marked and no exponent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from boardtui.ingest.values import Parsed, Value, Wrong, one_by_one

_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_PER_CENT = "%"
_DECIMAL = re.compile(r"-?(?:[0-9]{1,15}(?:\.[0-9]{1,15})?|\.[0-9]{1,15})", re.ASCII)


class Whole(Struct, frozen=True):
    """A whole number of things."""

    def parse(self, texts: Sequence[str]) -> Parsed:
        """See `Kind.parse`."""
        return one_by_one(texts, self._one)

    def _one(self, text: str) -> Value | Wrong:
        return int(text) if _WHOLE.fullmatch(text) else Wrong("a whole number")


class PartOfPost(Struct, frozen=True):
    """A part of a full-time post: above 0, at most 1."""

    def parse(self, texts: Sequence[str]) -> Parsed:
        """See `Kind.parse`."""
        return one_by_one(texts, self._one)

    def _one(self, text: str) -> Value | Wrong:
        number = float(text) if _DECIMAL.fullmatch(text) else 0.0
        return number if 0 < number <= 1 else Wrong("a number above 0 and at most 1")


class Plain(Struct, frozen=True):
    """A number as it was written: its digits say how far it was rounded, so it stays text.

    It may end with %, as spreadsheets show a per cent.
    """

    def parse(self, texts: Sequence[str]) -> Parsed:
        """See `Kind.parse`."""
        return one_by_one(texts, self._one)

    def _one(self, text: str) -> Value | Wrong:
        digits = text.removesuffix(_PER_CENT).rstrip()
        return text if _DECIMAL.fullmatch(digits) else Wrong("a plain number like 1500 or 15.5")
