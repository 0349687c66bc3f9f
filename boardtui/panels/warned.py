"""What is odd in the files of the day on the board, and was stored all the same."""

from __future__ import annotations

from boardtui.core.days import day_text
from boardtui.core.warning_text import warning_text, warnings_text
from boardtui.review.review import Review
from boardtui.store.snapshot_files import Warned

KEY = "!"


def warnings_note(review: Review) -> str | None:
    """That there are warnings, with the key that lists them; None where there are none."""
    count = len(review.warnings)
    return f"{KEY} {warnings_text(count)}" if count else None


def warnings_page(review: Review) -> tuple[str, list[tuple[str, str]]]:
    """A title, and each warning by its file.

    Where single cases are closed, no row and no value of one is told.
    """
    selection = review.selection
    title = f"Warnings · {selection.force.name} · {day_text(selection.day)}"
    if selection.snapshot is None:
        return title, [("None", "this day has published figures only, and no files of records")]
    if not review.warnings:
        return title, [("None", "nothing odd was found in the files of this day")]
    return title, [(each.file, said(each, review.cases_open)) for each in review.warnings]


def said(warned: Warned, with_value: bool) -> str:
    """A warning with its count and, where they may be told, its first row and the value in it."""
    text = warning_text(warned.message, warned.rows)
    row = f"row {warned.row}" if warned.row is not None else ""
    value = f"“{warned.value}”" if warned.value else "blank" if row else ""
    where = ", ".join(filter(None, (row, value)))
    if not where or not with_value:
        return text
    return f"{text} ({'the first: ' if warned.rows > 1 else ''}{where})"
