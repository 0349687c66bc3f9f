"""The definitions that a board's figures can be worked out under."""

from __future__ import annotations

from boardtui.core.criterion.definition import Definition
from boardtui.core.words.days import day_text
from boardtui.review import NotThereError
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Selection
from boardtui.store.held.snapshots import SnapshotKey

NAMES = ("settings", "now", "then")
"""The settings' own; that of this day's figures as stored; that of the baseline's."""


def definition_named(name: str, selection: Selection, own: Definition) -> Definition:
    """A definition by one of the names.

    Raises:
        NotThereError: the day whose definition is asked for has no records, or is no day at all.
    """
    if name == "settings":
        return own
    day, snapshot = selection.day, selection.snapshot
    if name == "then":
        if selection.baseline is None:
            raise NotThereError(
                "Nothing is compared with, so there is no definition of then. Give a day that has "
                "records to compare with, or another definition."
            )
        day, snapshot = selection.baseline.as_at, selection.baseline.snapshot
    if snapshot is None:
        raise NotThereError(
            f"{selection.force.name} has no records as at {day_text(day)}, and without them no "
            f"definition of {name}: figures that were published come with no such definition."
        )
    return snapshot.definition


def definition_between(
    name: str, then: SnapshotKey, now: SnapshotKey, own: Definition
) -> Definition:
    """A definition by one of the names, for a flow between two snapshots.

    Where there are no records to work one out of, it is the one that a flow is stored under.
    """
    if not then.given.records or not now.given.records:
        return now.definition
    return {"settings": own, "now": now.definition, "then": then.definition}[name]


def definitions(selection: Selection, own: Definition) -> dict[Definition, str]:
    """Every definition at hand, each once, with whose it is in words."""
    found: dict[Definition, list[str]] = {own: ["the settings"]}
    baseline = selection.baseline.snapshot if selection.baseline else None
    for snapshot in (selection.snapshot, baseline):
        if snapshot is not None:
            words = f"the figures of {day_text(snapshot.as_at)} as stored"
            found.setdefault(snapshot.definition, []).append(words)
    return {definition: ", ".join(whose) for definition, whose in found.items()}


def fixed(review: Review) -> list[Definition]:
    """The other definitions than is asked for that figures without records stand under."""
    computed = (side.computed for side in (review.now, review.then))
    under = dict.fromkeys(each.definition for each in computed if each is not None)
    return [definition for definition in under if definition != review.definition]
