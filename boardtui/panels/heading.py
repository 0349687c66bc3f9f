"""The head of every screen: which force, which day, against what, and what to bear in mind."""

from __future__ import annotations

from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import number_text
from boardtui.panels import cells
from boardtui.panels.notes import chosen_notes
from boardtui.review.day.review import Review
from boardtui.store.connection.opening import older_note


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


def notes_of(review: Review) -> list[str]:
    """What a reader must know before trusting a number."""
    notes = [] if review.cases_open else ["single cases are closed on this screen"]
    if older := older_note(review.database):
        notes.append(older)
    snapshot = review.selection.snapshot
    if snapshot is not None and not snapshot.given.records:
        notes.append("figures without records: nothing can be listed, crossed or worked out again")
    if snapshot is not None and snapshot.left_out:
        rows = (
            "1 row was" if snapshot.left_out == 1 else f"{number_text(snapshot.left_out)} rows were"
        )
        notes.append(f"{rows} refused at ingest and left out of these records")
    return [*notes, *chosen_notes(review)]


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
