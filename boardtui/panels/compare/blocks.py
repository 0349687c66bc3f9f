"""What the comparison is made of: numbers that stand large, lists, bars, tables and words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from boardtui.panels.compare.entry import Entry
from boardtui.panels.subject import Subject


@dataclass(frozen=True, slots=True)
class Head:
    """A figure whose two sides stand large: its parts, its foot lines, and how late it is.

    `shares` are its share and what else is shown of it in brief. `chance` says how far chance alone
    could go, and `cautions` what else is to be borne in mind.
    """

    section: str
    title: str
    main: Entry
    parts: tuple[Entry, ...] = ()
    bands: tuple[Entry, ...] = ()
    chance: str = ""
    cautions: tuple[str, ...] = ()


class Shape(Enum):
    """How entries stand: as a list, or with bars on both sides of the change."""

    LIST = auto()
    BARS = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Entries under a heading; `brief` are those that a small screen has not shown in full yet.

    `notes` are what to bear in mind of them all.
    """

    section: str
    entries: tuple[Entry, ...]
    heading: str = ""
    shape: Shape = Shape.LIST
    brief: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what stands there, and what it shows."""

    text: str
    subject: Subject | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table; one without cells is a heading within it."""

    name: str
    cells: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under heads: months of visits, or the parts of the flows."""

    section: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences in the grey of labels; `apart` is whether they have a page of their own."""

    section: str
    told: tuple[str, ...]
    heading: str = ""
    apart: bool = False


Part = Block | Table | Words
"""What stands below the large numbers."""


@dataclass(frozen=True, slots=True)
class Content:
    """The comparison of a board, whatever the screen's size.

    `sentences` say the same in ever fewer words; `then` and `now` are what the two sides are of, in
    full and in short. `titles` are those of the sections, each with its number; `cards` are those
    of the board by their numbers, each with its title and section. `mark` explains the dagger
    in full and in short, where one stands.
    """

    sentences: tuple[str, ...]
    then: tuple[str, ...]
    now: tuple[str, ...]
    heads: tuple[Head, ...]
    parts: tuple[Part, ...]
    titles: dict[str, tuple[str, str]]
    cards: dict[int, tuple[str, str | None]]
    mark: tuple[str, ...]
