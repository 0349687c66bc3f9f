"""Find: type a few words in any order, and land on the figure, day, case or action they name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input
from textual.worker import Worker, WorkerState, get_current_worker

from boardtui.core.words.wording import number_text
from boardtui.panels.dialogs.listed import Cells
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.text import Line, Role, Span, chunk, quiet, wrapped
from boardtui.review.find import ActionTarget, Answer, Asker, Found, Target
from boardtui.screens.dialogs.field_sheet import FieldSheet
from boardtui.screens.dialogs.list_sheet import ListSheet
from boardtui.screens.dialogs.placing import Placing, at_the_top
from boardtui.screens.dialogs.sought import Sought
from boardtui.screens.keys.keys import caps_line, keys_in_force
from boardtui.screens.terminal.crash import told

PROMPT = "a few words, in any order"
EXAMPLES = "For example: cleared without a visit, most overdue officer, high north"

ROWS = 17
"""Rows of the sheet, whatever is found: it stays where it is while one types."""


class FindScreen(FieldSheet[Target | None], ListSheet[Target | None]):
    """Words above, what they name below: the arrows choose, enter goes there, esc goes nowhere."""

    entered = "go"
    placing: Placing = staticmethod(at_the_top(ROWS))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "next", id="find.down", tooltip="The next of the list"),
        Binding("up", "step(-1)", "before", id="find.up", tooltip="The one before"),
        Binding("escape", "leave", "back", id="find.back", tooltip="Back to where you were"),
    ]

    def __init__(self, asker: Asker, text: str = "") -> None:
        """Take who answers, and what to begin with."""
        super().__init__(text, PROMPT)
        self._asker = asker
        self._begin = text
        self._sought = Sought("everything")
        self._answer: Answer | None = None
        self._entered = False
        self._note = self._hint()

    def sheet(self, width: int) -> Sheet:
        note = wrapped([chunk(quiet(self._note))], width) if self._note else [()]
        found = self.listed(width)
        return Sheet(
            "Find",
            found.lines,
            key="/",
            head=((), ()),
            foot=((), *note),
            current=found.current,
            below="",
            field=0,
        )

    def keys(self, width: int) -> Line:
        keys = keys_in_force(self)
        up, down, back = (keys[f"find.{name}"][0] for name in ("up", "down", "back"))
        return caps_line([(f"{up} {down}", "choose"), ("enter", "go"), (back, "back")], width)

    def on_mount(self) -> None:
        self._ask(self._begin)

    def on_unmount(self) -> None:
        self._sought.write_down(self)

    # Asking, off the screen's thread

    def on_input_changed(self, event: Input.Changed) -> None:
        self._entered = False
        self._sought.type(event.value.strip())
        self._ask(event.value)

    def _ask(self, text: str) -> None:
        ask = partial(_asked, self._asker, text)
        self.run_worker(ask, thread=True, exclusive=True, group="find", exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show an answer, unless other words have been typed since."""
        if event.state is WorkerState.ERROR:
            self._note = f"This could not be looked up: {told(event.worker.error)}"
            self.say()
        elif event.state is WorkerState.SUCCESS:
            answer = event.worker.result
            if isinstance(answer, Answer) and answer.asked == self.input.value:
                self._show(answer)

    # What is shown

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self.current = 0 if answer.found else None
        self._note = self._told(answer)
        self.say()
        if self._entered:
            self.take()

    def _told(self, answer: Answer) -> str:
        if answer.nothing:
            return answer.nothing
        told = []
        if answer.more:
            first, total = number_text(len(answer.found)), number_text(answer.total)
            told.append(f"First {first} of {total}: another word narrows them.")
        if answer.more_cases:
            told.append("More cases begin so: another letter narrows them.")
        return " ".join(told) if answer.found else self._hint()

    def _hint(self) -> str:
        day = "" if self._asker.room else ", a force and a month"
        return EXAMPLES + day + (", a case." if self._asker.cases else ".")

    def entries(self) -> Sequence[Cells]:
        return [_cells(found) for found in self._answer.found] if self._answer else []

    # The keys

    def action_leave(self) -> None:
        self._go(None)

    def _go(self, target: Target | None) -> None:
        """Leave with what was chosen, once it is written down that something was looked for."""
        self.dismiss(target if self._sought.write_down(self) else None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to what is chosen; where the answer is still to come, as soon as it does."""
        if self._answer is not None and self._answer.asked == event.value:
            self.take()
        else:
            self._entered = True

    def take(self) -> None:
        if self._answer is not None and self.current is not None:
            self._go(self._answer.found[self.current].target)


def _asked(asker: Asker, text: str) -> Answer | None:
    worker = get_current_worker()
    return asker.answer(text, lambda: not worker.is_cancelled)


def _cells(found: Found) -> Cells:
    """A target, and what is known of it."""
    title = chunk(found.target.title)
    if found.said is None:
        return (title,)
    role = Role.QUIET if isinstance(found.target, ActionTarget) else Role.STRONG
    return title, chunk(Span(found.said, role))
