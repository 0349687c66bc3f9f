"""What a reader must know of a database or a day before trusting a number of it."""

from __future__ import annotations

from boardtui.core.criterion.definition import Definition
from boardtui.core.measures.people import actively_managed
from boardtui.core.words.wording import counted, number_text, value_text
from boardtui.panels.choices import speaker
from boardtui.review.day.choices import chosen_otherwise
from boardtui.review.day.definitions import fixed
from boardtui.review.day.review import Review
from boardtui.store.connection.opening import is_older, older_note

NOT_SEALED = "not sealed: stored before seals, and boardtui upgrade seals it as it stands"


def notes_of(review: Review) -> list[str]:
    """The notes, most of which there are seldom."""
    notes = [] if review.cases_open else [_closed(review)]
    if older := older_note(review.database):
        notes.append(older)
    if is_older(review.database):
        notes.append(NOT_SEALED)
    snapshot = review.selection.snapshot
    if snapshot is not None and not snapshot.given.records:
        notes.append("figures without records: nothing can be listed, crossed or worked out again")
    if snapshot is not None and snapshot.left_out:
        rows = (
            "1 row was" if snapshot.left_out == 1 else f"{number_text(snapshot.left_out)} rows were"
        )
        notes.append(f"{rows} refused at ingest and left out of these records")
    notes += removed_notes(review)
    return [*notes, *chosen_notes(review)]


def removed_notes(review: Review) -> list[str]:
    """That figures count people whose records are gone, and what is worked out of them does not."""
    now, baseline = review.selection.snapshot, review.selection.baseline
    then = None if baseline is None else baseline.snapshot
    gone = [
        f"{counted(day.removed, 'people')} {word}"
        for word, day in (("now", now), ("then", then))
        if day is not None and day.removed and day.given.records
    ]
    if not gone:
        return []
    return [
        f"removed since under retention rules: {', '.join(gone)}; the figures stored before count "
        "them, the records do not"
    ]


def _closed(review: Review) -> str:
    """That single cases are closed, and with them what is hidden from who is shown the board."""
    if not review.audience.hides:
        return "single cases are closed on this screen"
    return f"shown to {review.audience.room}: single cases are closed, and small counts hidden"


def standing_notes(review: Review) -> list[str]:
    """What is to be known of the figures that stand: taken for granted, or chosen by somebody."""
    assumed = (one.assumed for one in review.figures(actively_managed.name))
    stored = map(fixed_note, fixed(review))
    removed = removed_notes(review) if review.restated else []
    return [*dict.fromkeys(filter(None, assumed)), *stored, *removed, *chosen_notes(review)]


def fixed_note(definition: Definition) -> str:
    """That figures cannot be worked out under the definition that is asked for."""
    return f"as stored, for want of records: {definition.in_full()}"


def chosen_notes(review: Review) -> list[str]:
    """That figures stand which somebody chose among those given, in place of the usual ones."""
    return [
        f"{one.measure.title}: {value_text(one.figure)}, said by {speaker(one.figure)}, was chosen "
        f"of {len(one.others) + 1} given"
        if one.figure.source
        else f"{one.measure.title}: {value_text(one.figure)} by the records was chosen"
        for one in chosen_otherwise(review)
    ]
