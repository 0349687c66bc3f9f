"""What stands in a place of a table: a text, and the number in it where it is one."""

from __future__ import annotations

import re

from msgspec import Struct

from boardtui.core.words.shown import shown
from boardtui.core.words.wording import MINUS, number_text

TEXT = "@"
"""The number format of a cell that holds no number."""

_DIGIT = re.compile(r"[0-9]")
_BESIDE = re.compile(r" \([^()]*\)†?$")
"""A change in per cent, in brackets after the change."""

LONGEST_FORMAT = 200
"""Characters of a number format: a spreadsheet takes 255."""


class Cell(Struct, frozen=True):
    """A text as a reader sees it; for a spreadsheet also its number, and how that is written.

    `format` is a spreadsheet's number format, which writes `number` as `text` has it, with its
    hedge, unit and mark.
    """

    text: str
    number: float | None = None
    format: str = TEXT


def words(text: str) -> Cell:
    """A cell of text, whoever wrote it."""
    return Cell(shown(text))


def counted(text: str, number: float | None, places: int = 0) -> Cell:
    """A cell of a text with a number in it: "≈1,500", "17 months", "+56 (+26%)".

    Where the digits of the number do not stand in the text, or others stand there too, as in a
    range, the cell is a text alone.
    """
    written = shown(text)
    digits = number_text(abs(number), places) if number is not None else ""
    before, found, after = written.partition(digits) if digits else ("", "", "")
    others = _DIGIT.search(before + _BESIDE.sub("", after))
    if not found or number is None or others:
        return Cell(written)
    decimals = f".{'0' * places}" if places else ""
    sign = before[-1:] if before[-1:] in ("+", MINUS) else ""
    lead = _quoted(before.removesuffix(sign))
    number_format = f"#,##0{decimals}{_quoted(after)}"
    positive = '"+"' if sign else ""
    pattern = f'{lead}{positive}{number_format};{lead}"{MINUS}"{number_format}'
    if sign:
        pattern += f";{lead}{number_format}"
    return Cell(written, number, pattern) if len(pattern) <= LONGEST_FORMAT else Cell(written)


def shared(text: str, fraction: float | None) -> Cell:
    """A cell of a share: a fraction that a spreadsheet writes as a per cent with one place."""
    plain = fraction is not None and text.removesuffix("%").replace(".", "").isdigit()
    return Cell(text, fraction, "0.0%") if plain else Cell(text)


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), "”")}"' if text else ""
