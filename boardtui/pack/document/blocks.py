"""The blocks of a section: sentences, tables, facts, lists, and headings between them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from boardtui.pack.document.cell import Cell
from boardtui.pack.document.chart import Chart


class Tone(StrEnum):
    """How a text is said."""

    MESSAGE = "message"
    BODY = "body"
    QUIET = "quiet"
    CAUTION = "caution"


class Text(Struct, frozen=True, tag="text"):
    """A paragraph."""

    text: str
    tone: Tone = Tone.BODY


class Heading(Struct, frozen=True, tag="heading"):
    """A heading within a section."""

    text: str


class Column(Struct, frozen=True):
    """A column of a table: its head, and whether it holds numbers, which stand flush right."""

    title: str
    numbers: bool = True


class Row(Struct, frozen=True):
    """A row of a table; a `strong` one is a sum, or what matters most, and a `quiet` one says more
    of the row above.
    """

    cells: tuple[Cell, ...]
    strong: bool = False
    quiet: bool = False


class Table(Struct, frozen=True, tag="table"):
    """A table. `name` is its own among all of a paper, of small letters and underscores."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


class Facts(Struct, frozen=True, tag="facts"):
    """Terms, each with what is said of it."""

    name: str
    title: str
    rows: tuple[tuple[str, str], ...]


class Listed(Struct, frozen=True, tag="listed"):
    """Sentences of one kind, each of which stands alone."""

    items: tuple[str, ...]


Block = Text | Heading | Table | Facts | Listed | Chart
