"""A paper: its title page, its headlines, and its sections."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import force_setattr

from boardtui.pack.document.blocks import Block, Facts, Table
from boardtui.pack.document.cell import Cell
from boardtui.pack.document.chart import Chart


class Section(Struct, frozen=True):
    """A section of a paper; `name` is its own, of small letters and underscores.

    A `large` one, of several tables and pictures, begins a page, and so does what follows it.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    large: bool = False

    def __post_init__(self) -> None:
        shown = sum(isinstance(block, Table | Chart | Facts) for block in self.blocks)
        force_setattr(self, "large", shown >= LARGE)


LARGE = 3
"""Tables, pictures and lists of terms from which a section is large."""


class Card(Struct, frozen=True):
    """A headline as on the board: a number with its hedge, what it counts, and a small picture."""

    title: str
    value: str
    before: str = ""
    figure: Cell = Cell("")
    """The number with its hedge, as a cell of a workbook."""
    beside: tuple[str, ...] = ()
    """What stands with the number: the first names it or its change, and is bold."""
    base: str = ""
    glance: Chart | None = None
    foot: tuple[str, ...] = ()
    section: str = ""


class Title(Struct, frozen=True):
    """The title page, and what runs at the head of every other.

    `marking` is the official marking of a paper for the force, `synthetic` says that it is of a
    force that does not exist; both are blank where there is none. `facts` are terms, each with what
    is said of it. `short` is the force's name as it has room at the head of a page.
    """

    about: str
    force: str
    day: str
    audience: str
    facts: tuple[tuple[str, str], ...]
    marking: str = ""
    synthetic: str = ""
    short: str = ""

    def __post_init__(self) -> None:
        name = self.force if len(self.force) <= LONGEST else f"{self.force[: LONGEST - 1]}…"
        force_setattr(self, "short", name)

    @property
    def running(self) -> tuple[str, ...]:
        """What stands at the head of each page."""
        mark = ("SYNTHETIC",) if self.synthetic else ()
        return (self.short, self.day, f"for {self.audience}", *mark)


LONGEST = 60
"""Characters of a force's name at the head of each page."""


class Paper(Struct, frozen=True):
    """A whole paper: what every writer of it is given."""

    title: Title
    cards: tuple[Card, ...]
    not_given: tuple[str, ...]
    sections: tuple[Section, ...]
