"""What the comparison is made of: numbers that stand large, lists, bars, tables and words."""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct

from boardtui.panels.compare.entry import Entry
from boardtui.panels.subject import Subject


class Head(Struct, frozen=True):
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


class Block(Struct, frozen=True):
    """Entries under a heading; `brief` are those that a small screen has not shown in full yet.

    `notes` are what to bear in mind of them all.
    """

    section: str
    entries: tuple[Entry, ...]
    heading: str = ""
    shape: Shape = Shape.LIST
    brief: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()


class Cell(Struct, frozen=True):
    """A cell of a table: what stands there, and what it shows."""

    text: str
    subject: Subject | None = None
    quiet: bool = False


class TableRow(Struct, frozen=True):
    """A row of a table; one without cells is a heading within it."""

    name: str
    cells: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """Rows of cells under heads: months of visits, or the parts of the flows."""

    section: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    heading: str = ""


class Words(Struct, frozen=True):
    """Sentences in the grey of labels; `apart` is whether they have a page of their own."""

    section: str
    told: tuple[str, ...]
    heading: str = ""
    apart: bool = False


Part = Block | Table | Words
"""What stands below the large numbers."""


class Content(Struct, frozen=True):
    """The comparison of a board, whatever the screen's size.

    `sentences` say the same in ever fewer words; `then` and `now` are what the two sides are of, in
    full and in short. `titles` are those of the sections, each with the number of its first card on
    the board. `mark` explains the dagger in full and in short, where one stands.
    """

    sentences: tuple[str, ...]
    then: tuple[str, ...]
    now: tuple[str, ...]
    heads: tuple[Head, ...]
    parts: tuple[Part, ...]
    titles: dict[str, tuple[str, str]]
    mark: tuple[str, ...]
