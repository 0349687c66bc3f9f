"""One case as text, JSON and rows: its last record, and all that happened, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from boardtui.core.history.history import Event, History
from boardtui.core.words.days import day_text
from boardtui.panels.case_history import state_words
from boardtui.review.day.selection import Selection

HEADER = ("force", "synthetic", "case_ref", "day", "kind", "what")


def lines(selection: Selection, history: History, events: Sequence[Event]) -> Iterator[str]:
    """The case as lines; each event has its day and its kind before it."""
    synthetic = " (SYNTHETIC)" if selection.force.synthetic else ""
    yield f"{selection.force.name}{synthetic}. Case {history.case_ref}."
    yield from state_words(history)
    if events:
        yield ""
    for event in events:
        yield f"{day_text(event.day)}, {event.kind.value}: {event.text}"


def rows(selection: Selection, history: History, events: Sequence[Event]) -> Iterator[list[object]]:
    """A row for each event."""
    whose = [selection.force.name, selection.force.synthetic, history.case_ref]
    return ([*whose, event.day, event.kind.value, event.text] for event in events)


def case_json(selection: Selection, history: History, events: Sequence[Event]) -> dict[str, Any]:
    """The columns of the last record, with the day of its snapshot, and the events."""
    day, row = history.records[-1]
    return {
        "version": 1,
        "force": selection.force.name,
        "synthetic": selection.force.synthetic,
        "case_ref": history.case_ref,
        "as_at": day,
        "record": dict(row),
        "events": [
            {"day": event.day, "kind": event.kind.value, "what": event.text} for event in events
        ],
    }
