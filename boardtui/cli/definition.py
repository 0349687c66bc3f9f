"""What `--definition` asks for: a review under it, and what text says of it."""

from __future__ import annotations

from boardtui.cli.failure import say
from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.definition import Definition
from boardtui.panels.notes import removed_notes
from boardtui.review.day.definitions import definition_named, fixed
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Selection
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import older_note


def reviewed(
    database: Database, selection: Selection, name: str, own: Definition, audience: Rules
) -> Review:
    """What is looked at, worked out again where it was stored under another definition.

    Raises:
        NotThereError: the definition that was asked for by `name` is not there.
    """
    definition = definition_named(name, selection, own)
    review = Review(database, selection, definition, audience=audience)
    if older := older_note(database):
        say(f"{older[:1].upper()}{older[1:]}.")
    for stored in fixed(review):
        say(
            "There are no records to work figures out of again; they stand as they were stored: "
            f"{stored.in_full()}."
        )
    if review.stale:
        say(
            "The figures were stored under another definition; working them out again: "
            f"{definition.in_full()}."
        )
        review.restate()
        for note in removed_notes(review):
            say(f"{note[:1].upper()}{note[1:]}.")
    return review


def under(definition: Definition, own: Definition) -> list[str]:
    """What text says of a definition that is not the settings'; nothing of theirs."""
    if definition == own:
        return []
    return [f"Not under the settings' definition, but: {definition.in_full()}."]


def told(review: Review, own: Definition) -> list[str]:
    """What text says before all else: of a definition not the settings', and of what is hidden."""
    return [*under(review.definition, own), *filter(None, [review.audience.in_words])]
