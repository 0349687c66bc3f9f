"""Which key of a line of keys a cell belongs to: a click on it does what the key does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.style import Style
from textual.strip import Strip

from boardtui.panels import cells


def cap_at(strip: Strip, x: int, key: Style) -> str | None:
    """The key whose cap or words stand in a cell; `key` is how caps are drawn."""
    for cap, start, end in caps(strip, key):
        if start <= x < end:
            return cap
    return None


def caps(strip: Strip, key: Style) -> Iterator[tuple[str, int, int]]:
    """Each cap of a line, from its first cell to the one after its words.

    The words end before two blanks. Of caps that share their words each has its own cells, and the
    last one the words.
    """
    found = list(_drawn_as(strip, key))
    for number, (cap, start) in enumerate(found):
        after = found[number + 1][1] if number + 1 < len(found) else strip.cell_length
        text = strip.crop(start, after).text
        told = re.split(r" {2,}", text, maxsplit=1)[0].rstrip()
        yield cap, start, start + cells.width(told)


def _drawn_as(strip: Strip, key: Style) -> Iterator[tuple[str, int]]:
    at = 0
    for segment in strip:
        if segment.style == key:
            for match in re.finditer(r"\S+", segment.text):
                yield match.group(), at + cells.width(segment.text[: match.start()])
        at += segment.cell_length
