"""What can be landed on: a figure, a part of what changed, a day, a case, an action."""

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


class ByTarget(Struct, frozen=True):
    """A measure by one of its dimensions, the largest slice first."""

    measure: str
    dimension: str

    @property
    def title(self) -> str:
        """How it reads in a list: "Overdue visits by officer"."""
        return f"{MEASURES[self.measure].title} by {DIMENSIONS[self.dimension].inside}"


class PartTarget(Struct, frozen=True):
    """A number of what changed of a backlog, by its name on the screens, with its people."""

    backlog: str
    name: str
    said: str

    @property
    def title(self) -> str:
        """How it reads in a list: "Newly overdue · what changed, visits"."""
        return f"{self.name[:1].upper()}{self.name[1:]} · what changed, {self.backlog}"


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


Target = FigureTarget | ByTarget | PartTarget | DayTarget | CaseTarget | ActionTarget

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
