"""Choosing a force and day of very many: what is typed narrows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.panels.dialogs.listed import Cells
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.text import chunk, quiet, wrapped
from boardtui.review.day.catalogue import DayHeld
from boardtui.screens.dialogs.choice import CANCELLED
from boardtui.screens.dialogs.choosing import day_to_open
from boardtui.screens.dialogs.field_sheet import FieldSheet
from boardtui.screens.dialogs.list_sheet import ListSheet
from boardtui.screens.dialogs.placing import Placing, at_the_top

MANY = 60
"""Days from which one types which is meant: fewer are gone through with the arrows."""

SHOWN = 100
"""Days that are listed at once."""

ROWS = 22
"""Rows of the sheet, however many are found: it stays where it is while one types."""

PROMPT = "force, year, month"


class ChoosingDay(FieldSheet[object], ListSheet[object]):
    """Words above, the days that have them all below: arrows and enter choose, esc chooses none.

    Before anything is typed, the days of the force that is looked at are listed.
    """

    placing: Placing = staticmethod(at_the_top(ROWS))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "next", id="day.down", tooltip="The next of the list"),
        Binding("up", "step(-1)", "before", id="day.up", tooltip="The one before"),
        Binding("pagedown", "page(1)", show=False, id="day.page_down", tooltip="A page on"),
        Binding("pageup", "page(-1)", show=False, id="day.page_up", tooltip="A page back"),
        Binding("escape", "cancel", "back", id="day.back", tooltip="Choose nothing"),
    ]

    def __init__(self, days: Sequence[DayHeld], current: tuple[str, date]) -> None:
        """Take the days that can be opened, and the force and day that is open."""
        super().__init__("", PROMPT)
        self._days = days
        self._words = [_words(one) for one in days]
        self._here = current
        self._find("")

    def entries(self) -> Sequence[Cells]:
        return [day_to_open(one).cells for one in self._found[:SHOWN]]

    def sheet(self, width: int) -> Sheet:
        found = self.listed(width)
        return Sheet(
            "Open which force and day?",
            found.lines,
            key="o",
            head=((), ()),
            foot=((), *wrapped([chunk(quiet(self._note()))], width)),
            current=found.current,
            field=0,
        )

    def _note(self) -> str:
        count, shown = len(self._found), min(len(self._found), SHOWN)
        if not count:
            return "No day has all of these words: a force, a year, a month, or 2024-01-31."
        of = f"{number_text(len(self._days))} days in all" if not self.input.value.strip() else ""
        first = f"First {shown} of {number_text(count)}" if count > shown else ""
        told = "; ".join(filter(None, (first, of)))
        return f"{told}: type a force, a year, a month." if told else ""

    def _find(self, text: str) -> None:
        """List the days that have every word that was typed at the beginning of one of theirs."""
        words = [f" {word}" for word in text.casefold().split()]
        if words:
            pairs = zip(self._days, self._words, strict=True)
            self._found = [one for one, of in pairs if all(word in of for word in words)]
        else:
            self._found = [one for one in self._days if one.force.name == self._here[0]]
        places = [(one.force.name, one.day) for one in self._found[:SHOWN]]
        self.current = places.index(self._here) if self._here in places else 0 if places else None

    def on_input_changed(self, event: Input.Changed) -> None:
        self._find(event.value)
        self.say()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.take()

    def take(self) -> None:
        if self.current is not None:
            one = self._found[self.current]
            self.dismiss((one.force.name, one.day))

    def leave(self) -> None:
        self.dismiss(CANCELLED)

    def action_cancel(self) -> None:
        self.leave()


def _words(one: DayHeld) -> str:
    """What a day is found by, each word behind a blank: its force, and its day in several ways."""
    month = one.day.strftime("%B")
    return f" {one.force.name} {day_text(one.day)} {month} {one.day.isoformat()}".casefold()
