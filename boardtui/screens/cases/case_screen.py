"""One pseudonymous case: a timeline of visits, assessments, due dates and changes."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.history.history import EventKind
from boardtui.core.words.days import day_text
from boardtui.export.export import Export, about, file_name
from boardtui.panels.heading import broken, heading_lines
from boardtui.panels.text import Role
from boardtui.review.day.review import Review
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.drawing.table_screen import TableScreen
from boardtui.screens.drawing.table_view import Cells, Column, Table, TableView
from boardtui.screens.keys.keys import key_bar
from boardtui.screens.keys.movement import jumps, pages, steps
from boardtui.screens.keys.ways import OF_RECORDS
from boardtui.store.lists.case_records import history_of

MARKS = {
    EventKind.SEEN: "●",
    EventKind.TRIED: "○",
    EventKind.ASSESSED: "◆",
    EventKind.DUE: "▷",
    EventKind.CHANGED: "~",
    EventKind.MOVED: "!",
    EventKind.REGISTER: "│",
}

LEGEND = "● seen  ○ tried  ◆ assessed  ▷ due  ~ changed  ! date moved, not seen"


class CaseScreen(TableScreen):
    """The timeline of one case, oldest first, with what its last record says above it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="case.back", tooltip="Back to the list"),
        *steps("case", "event", show=True),
        jumps("case", "event"),
        *pages("case", "event"),
        Binding("d", "define", "in full", id="case.define", tooltip="All of the current event"),
        Binding("question_mark", "help", "help", id="case.help", tooltip="List the keys"),
        *OF_RECORDS,
        Binding("q", "app.quit", "quit", id="case.quit", tooltip="Leave boardtui"),
    ]

    def __init__(self, review: Review, case_ref: str, crumb: str, palette: Palette) -> None:
        super().__init__()
        self._review, self._crumb = review, crumb
        self._history = history_of(review.database, review.selection.force, case_ref)
        self._events = self._history.events(review.definition)
        self.view = TableView(self._table, palette, key_bar(self))

    def renew(self, review: Review) -> None:
        """Show the same under the heading of another baseline."""
        if review is not self._review:
            self._review = review
            self.view.renew()

    def _table(self, width: int) -> Table:
        heading = heading_lines(self._review, width)
        for line in (f"{self._crumb} › {self._history.case_ref}", self._state(), LEGEND):
            heading += broken(line, width)
        heading.append("")
        columns = [Column("day", 11, right=True), Column("", 1), Column("what", width - 18)]
        return Table(heading, columns, len(self._events), self._cells, empty="nothing is recorded")

    def _state(self) -> str:
        """What the last record says."""
        if not self._history.records:
            return "not in any snapshot"
        day, row = self._history.records[-1]
        words = [slice_title("risk_level", _text(row["risk_level"])) + " risk", row["status"]]
        words += [row["management"], row["unit"], row["officer_ref"]]
        return f"as at {day_text(day)}: {' · '.join(_text(w) or 'not recorded' for w in words)}"

    def _cells(self, number: int) -> Cells:
        event = self._events[number]
        strong = event.kind in (EventKind.SEEN, EventKind.MOVED)
        role = Role.NUMBER if strong else Role.TEXT
        return [(day_text(event.day), Role.TEXT), (MARKS[event.kind], role), (event.text, role)]

    def action_define(self) -> None:
        """All of an event, which a narrow screen cuts."""
        from boardtui.screens.dialogs.reading import Reading

        if self._events:
            event = self._events[self.view.current]
            rows = [("day", day_text(event.day)), (event.kind.value, event.text)]
            self.app.push_screen(Reading(f"Case {self._history.case_ref}", rows))

    def action_help(self) -> None:
        from boardtui.screens.dialogs.reading import Reading
        from boardtui.screens.keys.help import keys_of

        self.app.push_screen(Reading("Keys of a case", keys_of(self)))

    def export(self) -> Export:
        """The whole timeline."""
        selection = self._review.selection
        return Export(
            name=file_name(selection, f"case {self._history.case_ref}"),
            about=[*about(selection, f"{self._crumb} › {self._history.case_ref}"), self._state()],
            columns=("day", "kind", "what"),
            count=len(self._events),
            rows=lambda: ((e.day, e.kind.value, e.text) for e in self._events),
        )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
