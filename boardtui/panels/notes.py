"""What a reader must know of a database or a day before trusting a number of it."""

from __future__ import annotations

from boardtui.core.words.wording import number_text
from boardtui.review.day.review import Review
from boardtui.store.connection.database import older_note


def notes_of(review: Review) -> list[str]:
    """The notes, most of which there are seldom."""
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
    return notes
