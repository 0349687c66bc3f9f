"""What reading needs of a spreadsheet file, whatever its format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from boardtui.ingest.sheets.cell import Raw, Shown, Sink


class Sheet(Struct, frozen=True):
    """A sheet; one that is not `of_cells` is a chart, a dialog or a macro."""

    name: str
    visible: bool = True
    of_cells: bool = True

    def is_named(self, name: str) -> bool:
        """Whether a name is this sheet's: capitals make no difference in any program."""
        return self.name.strip().casefold() == name.strip().casefold()


SinkFor = Callable[[Sheet], Sink | None]
"""What takes a sheet in; None where it is not wanted."""


class Book(Protocol):
    """A spreadsheet file, opened."""

    def read(self, sink_for: SinkFor) -> None:
        """Read the sheets that a sink is given for, in their order."""
        ...

    def show(self, raw: Raw) -> Shown:
        """What a cell shows."""
        ...
