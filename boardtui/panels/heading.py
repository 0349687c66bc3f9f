"""The head of every screen: which force, which day, against what, and what to bear in mind."""

from __future__ import annotations

from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.notes import notes_of
from boardtui.review.day.review import Review


def heading_lines(review: Review, width: int, notes: tuple[str, ...] = ()) -> list[str]:
    """The heading, on one line where there is room, else on as many as it needs."""
    selection = review.selection
    synthetic = " (SYNTHETIC)" if selection.force.synthetic else ""
    origin = "" if selection.snapshot else " · published figures only"
    left = shown(f"{selection.force.name}{synthetic} · as at {day_text(selection.day)}{origin}")
    against = selection.baseline.label if selection.baseline else "nothing"
    right = shown(f"against: {against}")
    apart = width - cells.width(left) - cells.width(right)
    if apart >= 3:
        lines = [left + " " * apart + right]
    else:
        lines = [*broken(left, width), *broken(right, width)]
    said = (shown(note) for note in (*notes_of(review), *notes))
    return lines + [row for note in said for row in broken(note, width)]


def broken(text: str, width: int) -> list[str]:
    """Text on as many lines as it needs: broken at a middle dot, else between words."""
    lines: list[str] = []
    for part in text.split(" · "):
        if lines and cells.width(longer := f"{lines[-1]} · {part}") <= width:
            lines[-1] = longer
        else:
            lines += _broken_between_words(part, width)
    return lines


def _broken_between_words(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and cells.width(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
        while cells.width(lines[-1]) > width > 1:
            lines[-1:] = cells.split(lines[-1], width)
    return lines
