"""The head of every screen: which force, which day, against what, and what to bear in mind."""

from __future__ import annotations

from boardtui.core.days import day_text
from boardtui.core.wording import number_text
from boardtui.review.review import Review


def heading_lines(review: Review, width: int, notes: tuple[str, ...] = ()) -> list[str]:
    """The heading, on one line where there is room, else on as many as it needs."""
    selection = review.selection
    synthetic = " (SYNTHETIC)" if selection.force.synthetic else ""
    origin = "" if selection.snapshot else " · published figures only"
    left = f"{selection.force.name}{synthetic} · as at {day_text(selection.day)}{origin}"
    against = selection.baseline.label if selection.baseline else "nothing"
    right = f"against: {against}"
    if len(left) + len(right) + 3 <= width:
        lines = [left + " " * (width - len(left) - len(right)) + right]
    else:
        lines = [*_broken(left, width), *_broken(right, width)]
    return lines + [row for note in (*_notes(review), *notes) for row in _broken(note, width)]


def _notes(review: Review) -> list[str]:
    """What a reader must know before trusting a number."""
    notes = []
    snapshot = review.selection.snapshot
    if snapshot is not None and snapshot.left_out:
        rows = (
            "1 row was" if snapshot.left_out == 1 else f"{number_text(snapshot.left_out)} rows were"
        )
        notes.append(f"{rows} refused at ingest and left out of these records")
    return notes


def _broken(text: str, width: int) -> list[str]:
    """Text on as many lines as it needs, broken between words."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return [
        line[start : start + width] for line in lines for start in range(0, len(line) or 1, width)
    ]
