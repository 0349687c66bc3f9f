"""A list to choose from: a force and day, or a baseline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType

from boardtui.core.criterion.definition import Definition
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.panels import cells
from boardtui.panels.cards.all_cards import Told
from boardtui.panels.dialogs.listed import Cells
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.text import Chunk, Role, Span, chunk, quiet
from boardtui.review.day.catalogue import Catalogue, DayHeld
from boardtui.review.day.definitions import definitions
from boardtui.review.day.selection import Selection
from boardtui.screens.dialogs.choice import CANCELLED
from boardtui.screens.dialogs.list_sheet import ListSheet
from boardtui.screens.keys.movement import pages, steps
from boardtui.screens.keys.ways import TO_CARDS
from boardtui.store.held.snapshots import ForceKey

AIRY = 30
"""The height of a screen from which a blank row stands above a list."""


class Choice(Struct, frozen=True):
    """Something to choose: how it reads, cell by cell, and what choosing it gives back."""

    cells: Cells
    value: object

    @property
    def text(self) -> str:
        return "  ".join(cell.text for cell in self.cells if cell.width)


class Choosing(ListSheet[object]):
    """Choose one of several with the arrows and enter; esc chooses nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take", id="choosing.take", tooltip="Choose what is marked"),
        Binding("escape,q", "cancel", "back", id="choosing.back", tooltip="Choose nothing"),
        *steps("choosing", "choice"),
        *pages("choosing", "choice"),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], current: object, key: str) -> None:
        """Take what can be chosen, the value that is so now, and the key that asked."""
        super().__init__()
        self._title, self._key = title, key
        self._choices = choices
        values = [choice.value for choice in choices]
        self.current = values.index(current) if current in values else 0

    def entries(self) -> Sequence[Cells]:
        return [choice.cells for choice in self._choices]

    def sheet(self, width: int) -> Sheet:
        found = self.listed(width)
        above = ((),) if self.app.size.height >= AIRY else ()
        return Sheet(self._title, found.lines, key=self._key, head=above, current=found.current)

    def take(self) -> None:
        if self.current is not None:
            self.dismiss(self._choices[self.current].value)

    def leave(self) -> None:
        self.dismiss(CANCELLED)

    def action_cancel(self) -> None:
        self.leave()


class ChoosingCard(Choosing):
    """Choose one of all cards; by its digit too, as everywhere."""

    named = "all cards"

    BINDINGS: ClassVar[list[BindingType]] = [*Choosing.BINDINGS, *TO_CARDS]


def cards(told: Sequence[Told]) -> list[Choice]:
    """All cards by their numbers; of those that are not there, why."""
    wide = max((cells.width(each.value) for each in told), default=0)
    return [Choice(_card(each, wide), each.number) for each in told]


def _card(told: Told, wide: int) -> Cells:
    if told.number is None:
        return chunk(quiet(" –")), chunk(quiet(told.label))
    number = chunk(Span(f"{told.number:>2}", Role.KEY))
    change = chunk(quiet(told.change))
    value = chunk(" " * (wide - cells.width(told.value)), Span(told.value, Role.STRONG))
    return number, chunk(told.label), value, change


def day_to_open(one: DayHeld) -> Choice:
    """A force and day that can be opened, and what there is of it."""
    cells = (_force(one.force), chunk(day_text(one.day)), _holds(one))
    return Choice(cells, (one.force.name, one.day))


def _force(force: ForceKey) -> Chunk:
    synthetic = (Span("  "), Span("SYNTHETIC", Role.SYNTHETIC)) if force.synthetic else ()
    return chunk(force.name, *synthetic)


def _holds(one: DayHeld) -> Chunk:
    """What there is of a day: records, published figures, or both."""
    parts = ["records"] if one.records else []
    if one.published:
        plural = "" if one.published == 1 else "s"
        parts.append(f"{number_text(one.published)} published figure{plural}")
    return chunk(quiet(", ".join(parts)))


def baselines_of(catalogue: Catalogue, selection: Selection) -> list[Choice]:
    """What a day can be compared against, and nothing."""
    found = catalogue.baselines(selection.force, selection.day)
    listed = [Choice((chunk(baseline.label),), baseline) for baseline in found]
    return [*listed, Choice((chunk("nothing"),), None)]


def definitions_of(selection: Selection, own: Definition) -> list[Choice]:
    """The definitions that figures can be worked out under: the settings', and each day's own."""
    return [
        Choice((chunk(definition.in_full()), chunk(quiet(f"({whose})"))), definition)
        for definition, whose in definitions(selection, own).items()
    ]
