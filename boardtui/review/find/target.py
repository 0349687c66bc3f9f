"""What can be landed on: a figure, a day of a force, a case, an action."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.core.criterion.dimension import DIMENSIONS, WHOLE, Slice, Slices, slice_title
from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text


class FigureTarget(Struct, frozen=True):
    """A figure: a measure's whole, or one slice of it, or a stack of slices."""

    measure: str
    slices: Slices = WHOLE

    @property
    def title(self) -> str:
        """How it reads in a list: "Overdue visits · high · North"."""
        return " · ".join([MEASURES[self.measure].title, *map(named, self.slices)])


class DayTarget(Struct, frozen=True):
    """A day of a force, to be opened."""

    force: str
    day: date

    @property
    def title(self) -> str:
        return f"{self.force} · {day_text(self.day)}"


class CaseTarget(Struct, frozen=True):
    """One case, by its pseudonym."""

    case_ref: str

    @property
    def title(self) -> str:
        return f"Case {self.case_ref}"


class ActionTarget(Struct, frozen=True):
    """Something that a screen can do: its name, what it does in words, and the action itself."""

    title: str
    help: str
    action: str


Target = FigureTarget | DayTarget | CaseTarget | ActionTarget

NUMBERED = ("mappa_level", "mappa_category")
"""Dimensions whose slices are bare numbers, and say nothing without its name."""


def named(one: Slice) -> str:
    """A slice so that it is understood away from its dimension: "MAPPA level 2", "high"."""
    dimension, shown = DIMENSIONS[one.dimension], slice_title(one.dimension, one.value)
    if one.dimension in NUMBERED:
        return f"{dimension.title} {shown}"
    if one.value is None or one.value == "other":
        return f"{dimension.title.lower()} {shown}"
    return shown
