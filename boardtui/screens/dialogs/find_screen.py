"""Find: type a few words in any order, and land on the figure, day, case or action they name."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState, get_current_worker

from boardtui.core.words.shown import shown
from boardtui.core.words.wording import number_text
from boardtui.review.find import ActionTarget, Answer, Asker, Found, Target
from boardtui.screens.dialogs.dismissal import DismissedOnce
from boardtui.screens.keys.keys import key_line, keys_in_force
from boardtui.screens.terminal.crash import told

PROMPT = "a few words, in any order"
EXAMPLES = "For example: overdue high north, oldest assessment, caseload 17, a force and a month"
LONGEST = 200
"""Letters that can be typed: as many as a unit's name can have."""


class FindScreen(DismissedOnce[Target | None]):
    """Words above, what they name below: the arrows choose, enter goes there, esc goes nowhere."""

    AUTO_FOCUS = "Input"

    DEFAULT_CSS = """
    FindScreen { align: center top; background: $background; }
    FindScreen > Vertical { width: 90%; max-width: 100; height: 100%; max-height: 18;
        border: round $primary; padding: 0 1; background: $background; }
    FindScreen Input { background: $background; color: $foreground; }
    FindScreen OptionList { height: 1fr; border: none; padding: 0; background: $background;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    FindScreen Static { height: auto; }
    FindScreen OptionList > .option-list--option-highlighted { color: $foreground;
        background: $background; text-style: reverse; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "choose(1)", "next", id="find.down", tooltip="The next of the list"),
        Binding("up", "choose(-1)", "before", id="find.up", tooltip="The one before"),
        Binding("escape", "leave", "back", id="find.back", tooltip="Back to where you were"),
    ]

    def __init__(self, asker: Asker, text: str = "") -> None:
        """Take who answers, and what to begin with."""
        super().__init__()
        self._asker = asker
        self._begin = text
        self._answer: Answer | None = None
        self._entered = False

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = "Find"
            typed = Input(self._begin, PROMPT, max_length=LONGEST, compact=True)
            typed.cursor_blink = False  # an idle screen sends nothing
            yield typed
            found = OptionList(compact=True)
            found.can_focus = False
            yield found
            # Content and not text: what comes from data is never markup.
            yield Static(Content(""), id="note")
            yield Static(Content(""), id="keys")

    def on_mount(self) -> None:
        self._note(self._hint())
        self._ask(self._begin)

    def on_resize(self) -> None:
        line = key_line(self._keys(), self.size.width * 9 // 10 - 4)
        self.query_one("#keys", Static).update(Content(line))

    def _keys(self) -> list[tuple[str, str]]:
        keys = keys_in_force(self)
        up, down, back = (keys[f"find.{name}"][0] for name in ("up", "down", "back"))
        return [(f"{up}{down}", "choose"), ("enter", "go"), (back, "back")]

    # Asking, off the screen's thread

    def on_input_changed(self, event: Input.Changed) -> None:
        self._entered = False
        self._ask(event.value)

    def _ask(self, text: str) -> None:
        ask = partial(_asked, self._asker, text)
        self.run_worker(ask, thread=True, exclusive=True, group="find", exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show an answer, unless other words have been typed since."""
        if event.state is WorkerState.ERROR:
            self._note(f"This could not be looked up: {told(event.worker.error)}")
        elif event.state is WorkerState.SUCCESS:
            answer = event.worker.result
            if isinstance(answer, Answer) and answer.asked == self.query_one(Input).value:
                self._show(answer)

    # What is shown

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        options = self.query_one(OptionList)
        with self.app.batch_update():
            options.clear_options()
            options.add_options(Option(_line(found)) for found in answer.found)
            options.highlighted = 0 if answer.found else None
            self._note(self._told(answer))
        if self._entered:
            self._go()

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
        return EXAMPLES + (", a case." if self._asker.cases else ".")

    def _note(self, text: str) -> None:
        self.query_one("#note", Static).update(Content(shown(text)))

    # The keys

    def action_choose(self, by: int) -> None:
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = ((options.highlighted or 0) + by) % options.option_count

    def action_leave(self) -> None:
        self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to what is chosen; where the answer is still to come, as soon as it does."""
        if self._answer is not None and self._answer.asked == event.value:
            self._go()
        else:
            self._entered = True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._go()

    def _go(self) -> None:
        place = self.query_one(OptionList).highlighted
        if self._answer is not None and place is not None:
            self.dismiss(self._answer.found[place].target)


def _asked(asker: Asker, text: str) -> Answer | None:
    worker = get_current_worker()
    return asker.answer(text, lambda: not worker.is_cancelled)


def _line(found: Found) -> Content:
    """A target on a line, with what is known of it behind."""
    title = Content(shown(found.target.title))
    if found.said is None:
        return title
    style = "" if isinstance(found.target, ActionTarget) else "bold"
    return Content.assemble(title, "  ", (shown(found.said), style))
