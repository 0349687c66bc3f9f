"""What is odd in the files of the day on the board, and was stored all the same."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.words.days import day_text
from boardtui.core.words.wording import counted
from boardtui.panels.notes import notes_of
from boardtui.review.day.review import Review
from boardtui.store.held.files import Warned

KEY = "!"
"""The key that lists them."""


def warnings_note(review: Review) -> str | None:
    """How much is odd, in short: "2 rows left out, 3 warnings"; None where nothing is."""
    snapshot, count = review.selection.snapshot, len(review.warnings)
    parts = []
    if snapshot is not None and snapshot.left_out:
        parts.append(f"{counted(snapshot.left_out, 'rows')} left out")
    if count:
        parts.append(counted(count, "warnings"))
    return ", ".join(parts) or None


def warnings_page(review: Review, notes: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    """A title, and what to bear in mind: of the day, of the board (`notes`), of each file.

    Where single cases are closed, no row and no value of one is told.
    """
    selection = review.selection
    rows = [("Note", note) for note in (*notes_of(review), *notes)]
    rows += [(each.file, said(each, review.cases_open)) for each in review.warnings]
    if selection.snapshot is None:
        rows.append(("No warnings", "this day has published figures only, and no files of records"))
    elif review.audience.published:
        rows.append(("Not published", "what was odd in the files of this day"))
    elif not review.warnings:
        rows.append(("No warnings", "nothing odd was found in the files of this day"))
    return f"Warnings · {selection.force.name} · {day_text(selection.day)}", rows


def said(warned: Warned, with_value: bool) -> str:
    """A warning with its count and, where they may be told, its first row and the value in it."""
    from boardtui.core.words.warning_text import warning_text

    text = warning_text(warned.message, warned.rows)
    row = f"row {warned.row}" if warned.row is not None else ""
    value = f"“{warned.value}”" if warned.value else "blank" if row else ""
    where = ", ".join(filter(None, (row, value)))
    if not where or not with_value:
        return text
    return f"{text} ({'the first: ' if warned.rows > 1 else ''}{where})"
