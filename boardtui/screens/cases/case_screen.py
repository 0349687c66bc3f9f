"""One pseudonymous case: the facts first, then a timeline of all that is known of it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from boardtui.core.words.days import day_text
from boardtui.export.export import Export, about, file_name
from boardtui.panels.cards.words import label, line
from boardtui.panels.case_axis import axis_lines
from boardtui.panels.case_history import (
    event_columns,
    event_line,
    facts,
    in_full,
    legend,
    state_words,
)
from boardtui.panels.head import STEP, head
from boardtui.panels.sheet import MARGIN, Sheet
from boardtui.panels.text import Line, space
from boardtui.review.day.review import Review
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.sheet_view import SheetView
from boardtui.screens.drawing.table_screen import TableScreen
from boardtui.screens.keys.keys import key_caps
from boardtui.screens.keys.movement import jumps, pages, steps
from boardtui.screens.keys.ways import OF_RECORDS, TO_CARDS
from boardtui.store.lists.case_records import history_of

TALL = 24
"""The height from which a blank row stands before the timeline."""

AXIS = 4
"""Rows beside those of the events that a screen needs for them to be drawn on a line of time."""

IN_FULL = 2
"""The rows under the timeline for an event that its line cuts."""


class CaseScreen(TableScreen):
    """The timeline of one case, oldest first, with what its last record says above it."""

    named = "case"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="case.back", tooltip="Back to the list"),
        Binding("d", "define", "in full", id="case.define", tooltip="All of the current event"),
        *steps("case", "event", show=True),
        Binding("question_mark", "help", "keys", id="case.help", tooltip="List the keys"),
        jumps("case", "event"),
        *pages("case", "event"),
        *OF_RECORDS,
        *TO_CARDS,
        Binding("q", "app.quit", "quit", id="case.quit", tooltip="Leave boardtui"),
    ]

    def __init__(self, review: Review, case_ref: str, crumb: str, palette: Palette) -> None:
        super().__init__()
        self._review, self._crumb = review, crumb
        self._history = history_of(review.database, review.selection.force, case_ref)
        self._events = self._history.events(review.definition)
        self.view = SheetView(self._sheet, palette, key_caps(self))

    def looked_at(self) -> dict[str, object]:
        return {**super().looked_at(), "case": self._history.case_ref}

    def renew(self, review: Review) -> None:
        """Show the same under the heading of another baseline."""
        if review is not self._review:
            self._review = review
            self.view.renew()

    def _sheet(self, width: int, height: int) -> Sheet:
        room = width - MARGIN - 1
        steps = [*self._crumb.split(STEP), self._history.case_ref]
        paths = [STEP.join(steps[start:]) for start in range(len(steps))]
        blank: list[Line] = [()] if height >= 16 else []
        told = facts(self._history, self._review.definition, room)
        top = [head(self._review, width, *paths, then=False), *blank]
        top += [(space(1 if at == 0 else MARGIN), *each) for at, each in enumerate(told)]
        top += blank if height >= TALL else []
        drawn = axis_lines(self._events, self._review.selection.day, self.view.current, room)
        if drawn and len(top) + len(drawn) + len(self._events) + AXIS <= height:
            top += [*((space(MARGIN), *each) for each in drawn), ()]
        here = self._events[self.view.current] if self._events else None
        under = in_full(here, room)[:IN_FULL] if here is not None else []
        return Sheet(
            top,
            event_columns(room),
            legend(room),
            len(self._events),
            lambda row, current: event_line(self._events[row], room, current=current),
            height - len(top) - 2 - len(under),
            below=under,
            empty=line(label("nothing is recorded")),
        )

    @on(SheetView.Moved)
    def _moved(self) -> None:
        """The event that is current is told in full, where its line is cut."""
        self.view.know_more()
        if self._events and self.view.current not in self.view.in_sight():
            self.view.go(self.view.current)

    @on(SheetView.Opened)
    def action_define(self) -> None:
        """All of an event, which a narrow screen cuts."""
        from boardtui.screens.dialogs.reading import Reading

        if self._events:
            event = self._events[self.view.current]
            rows = [("day", day_text(event.day)), (event.kind.value, event.text)]
            self.app.push_screen(Reading(f"Case {self._history.case_ref}", rows))

    def export(self) -> Export:
        """The facts, and the whole timeline."""
        selection = self._review.selection
        path = f"{self._crumb}{STEP}{self._history.case_ref}"
        return Export(
            name=file_name(selection, f"case {self._history.case_ref}"),
            about=[*about(selection, path), *state_words(self._history)],
            columns=("day", "kind", "what"),
            count=len(self._events),
            rows=lambda: ((e.day, e.kind.value, e.text) for e in self._events),
        )
