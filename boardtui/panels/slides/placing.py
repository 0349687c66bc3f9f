"""Placing the parts of a slide: as many as have room, what is large as large as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.panels.slides.message import Part
from boardtui.panels.text import Line, line_width, space

BLANK: Line = ()

WIDEST_GAP = 2
"""Blank rows between two parts at most."""


def centred(line: Line, width: int) -> Line:
    """A line in the middle of a width."""
    lead = (width - line_width(line)) // 2
    return (space(lead), *line) if lead > 0 and line else line


def stacked(parts: Sequence[Part], height: int, *, high: bool = False) -> list[Line]:
    """Parts one under another in so many rows: those needed first, each then as tall as it can be.

    Blank rows come before larger forms, and what is left over stands above and below; with `high`,
    below alone.
    """
    taken = _taken(parts, height)
    gaps = sum(parts[place].apart for place in list(taken)[1:])
    spare = height - sum(map(len, taken.values()))
    blanks = min(gaps, spare)
    spare -= blanks
    # What is large comes first on a slide, and grows last.
    for place in reversed(list(taken)):
        for form in parts[place].forms:
            longer = len(form) - len(taken[place])
            if 0 < longer <= spare:
                spare -= longer
                taken[place] = form
    extra = 1 if gaps and spare >= 2 * gaps else 0
    above = 0 if high else (spare - extra * gaps) // 3
    return [BLANK] * above + _set(parts, taken, blanks, 1 + extra)


def _taken(parts: Sequence[Part], height: int) -> dict[int, tuple[Line, ...]]:
    """The parts that have room, by their place, each with as few rows as it can have."""
    found: dict[int, tuple[Line, ...]] = {}
    for place, part in sorted(enumerate(parts), key=lambda pair: pair[1].need):
        least = part.forms[-1] if part.forms else ()
        if least and len(least) <= height:
            found[place] = least
            height -= len(least)
    return dict(sorted(found.items()))


def _set(
    parts: Sequence[Part], taken: dict[int, tuple[Line, ...]], blanks: int, each: int
) -> list[Line]:
    lines: list[Line] = []
    for place, form in taken.items():
        if lines and parts[place].apart and blanks:
            lines += [BLANK] * each
            blanks -= 1
        lines += form
    return lines
