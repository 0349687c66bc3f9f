"""The definitions that a board's figures can be worked out under."""

from __future__ import annotations

from boardtui.core.days import day_text
from boardtui.core.definition import Definition
from boardtui.review.selection import Selection

NAMES = ("settings", "now", "then")
"""The settings' own; that of this day's figures as stored; that of the baseline's."""


def definition_named(name: str, selection: Selection, own: Definition) -> Definition:
    """A definition by one of the names; the settings' where the day has no records."""
    snapshot = selection.snapshot
    if name == "then":
        snapshot = selection.baseline.snapshot if selection.baseline else None
    return own if name == "settings" or snapshot is None else snapshot.definition


def definitions(selection: Selection, own: Definition) -> dict[Definition, str]:
    """Every definition at hand, each once, with whose it is in words."""
    found: dict[Definition, list[str]] = {own: ["the settings"]}
    baseline = selection.baseline.snapshot if selection.baseline else None
    for snapshot in (selection.snapshot, baseline):
        if snapshot is not None:
            words = f"the figures of {day_text(snapshot.as_at)} as stored"
            found.setdefault(snapshot.definition, []).append(words)
    return {definition: ", ".join(whose) for definition, whose in found.items()}
