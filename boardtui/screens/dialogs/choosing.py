"""A list to choose from: a force and day, or a baseline."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from boardtui.core.criterion.definition import Definition
from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import number_text
from boardtui.review.day.definitions import definitions
from boardtui.review.day.selection import Catalogue, Selection
from boardtui.screens.dialogs.choice import CANCELLED
from boardtui.screens.dialogs.dismissal import DismissedOnce
from boardtui.screens.keys.keys import key_line, shown_keys
from boardtui.store.held.snapshots import ForceKey


class Choice(Struct, frozen=True):
    """Something to choose: how it reads, and what choosing it gives back."""

    text: str
    value: object


class Choosing(DismissedOnce[object]):
    """Choose one of several with the arrows and enter; esc chooses nothing."""

    DEFAULT_CSS = """
    Choosing { align: center middle; background: $background; }
    Choosing > Vertical { width: 90%; max-width: 100; height: auto; max-height: 90%;
        border: round $primary; padding: 0 1; background: $background; }
    Choosing OptionList, Choosing OptionList:focus { height: auto; max-height: 100%;
        border: none; padding: 0; background: $background; }
    Choosing .title { text-style: bold; }
    Choosing .keys { color: $foreground; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "back", id="choosing.back", tooltip="Choose nothing"),
    ]

    def __init__(self, title: str, choices: list[Choice], current: object) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._current = current

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Content(self._title), classes="title")
            # Content and not text: what comes from data is never markup.
            yield OptionList(*(Option(Content(shown(choice.text))) for choice in self._choices))
            keys = [("↑↓", "choose"), ("enter", "take"), *shown_keys(self)]
            yield Static(Content(key_line(keys, self.app.size.width)), classes="keys")

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        values = [choice.value for choice in self._choices]
        options.highlighted = values.index(self._current) if self._current in values else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index].value)

    def action_cancel(self) -> None:
        self.dismiss(CANCELLED)


def days_to_open(catalogue: Catalogue) -> list[Choice]:
    """Every force and day that can be opened: by force, newest first."""
    choices = []
    for force in catalogue.forces:
        for day in reversed(catalogue.days(force)):
            synthetic = " (SYNTHETIC)" if force.synthetic else ""
            text = f"{force.name}{synthetic} · {day_text(day)} · {_holds(catalogue, force, day)}"
            choices.append(Choice(text, (force.name, day)))
    return choices


def _holds(catalogue: Catalogue, force: ForceKey, day: date) -> str:
    """What there is of a day: records, published figures, or both."""
    parts = ["records"] if catalogue.snapshot(force, day) else []
    if published := catalogue.published_day(force, day):
        plural = "" if published.figures == 1 else "s"
        parts.append(f"{number_text(published.figures)} published figure{plural}")
    return ", ".join(parts)


def baselines_of(catalogue: Catalogue, selection: Selection) -> list[Choice]:
    """What a day can be compared against, and nothing."""
    found = catalogue.baselines(selection.force, selection.day)
    return [*(Choice(baseline.label, baseline) for baseline in found), Choice("nothing", None)]


def definitions_of(selection: Selection, own: Definition) -> list[Choice]:
    """The definitions that figures can be worked out under: the settings', and each day's own."""
    return [
        Choice(f"{definition.in_full()} ({whose})", definition)
        for definition, whose in definitions(selection, own).items()
    ]
