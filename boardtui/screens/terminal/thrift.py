"""What is written to a terminal without what it knows already: over a slow line each byte counts.

Every run of text comes with all of its style, and a reset behind it. Where the next run has the
same style, or a part of it, that is not sent again.
"""

from __future__ import annotations

import re

_STYLE = re.compile(r"\x1b\[([0-9;]*)m")
_BETWEEN = re.compile(r"(?:\n|\x1b\[[0-9]+;[0-9]+H)*")
"""What may stand between two runs without changing how text is drawn: moves of the cursor."""

_COLOURS = re.compile(r"([34])8;(?:2;[0-9]+;[0-9]+;[0-9]+|5;[0-9]+)|[0-9]+")

RESET = "\x1b[0m"

Style = tuple[str, str, str]
"""What a style sets: its attributes, the colour of text, and that of the ground."""


def thrifty(text: str) -> str:
    """The same for a terminal, in fewer bytes; every text begins and ends without a style."""
    out: list[str] = []
    at = 0
    style: Style | None = NONE
    """What is in force; None where runs were set over one another, which nobody here adds up."""
    held = True
    """Whether a reset was held back, which may not be needed."""
    for found in _STYLE.finditer(text):
        between = text[at : found.start()]
        if held and style != NONE and not _BETWEEN.fullmatch(between):
            out.append(RESET)
            style = NONE
        out.append(between)
        at = found.end()
        if found[1] in ("", "0"):
            held = True
        else:
            wanted = _read(found[1])
            out.append(_from(style, wanted, found[0]) if held else found[0])
            style, held = wanted if held else None, False
    if held and style != NONE:
        out.append(RESET)
    out.append(text[at:])
    return "".join(out)


NONE: Style = ("", "", "")


def _read(codes: str) -> Style:
    """The attributes and colours that the codes of a style set."""
    parts = {"3": "", "4": ""}
    attributes = []
    for found in _COLOURS.finditer(codes):
        if found[1]:
            parts[found[1]] = found[0]
        else:
            attributes.append(found[0])
    return ";".join(attributes), parts["3"], parts["4"]


def _from(before: Style | None, after: Style, whole: str) -> str:
    """What leads from one style to another: what has changed, where nothing is to be taken back."""
    if before == NONE:
        return whole
    if (
        before is None
        or before[0] != after[0]
        or (before[1] and not after[1])
        or (before[2] and not after[2])
    ):
        return RESET + whole
    changed = [new for old, new in zip(before[1:], after[1:], strict=True) if new != old]
    return f"\x1b[{';'.join(changed)}m" if changed else ""
