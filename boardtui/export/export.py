"""What a screen shows, whole, for copying or for a file: never only the rows in sight."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from msgspec import Struct

from boardtui.core.audience.rules import SHOW_ALL, Rules
from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.core.words.spreadsheet import cell
from boardtui.review.day.selection import Selection


class Export(Struct, frozen=True):
    """All that a screen shows.

    `about` are lines that say of what: force, synthetic or not, day, baseline, and the path to it.
    `rows` gives all rows anew at each call, `count` of them, with `columns` as their heads. `text`
    gives the lines that a reader is shown, where these are not the rows.
    """

    name: str
    about: Sequence[str]
    columns: Sequence[str]
    count: int
    rows: Callable[[], Iterator[Sequence[object]]]
    text: Callable[[], Iterator[str]] | None = None

    def lines(self) -> Iterator[str]:
        """The export as text for a reader; rows can be pasted into a spreadsheet."""
        if self.text is not None:
            yield from map(shown, self.text())
            return
        yield from map(shown, self.about)
        yield "\t".join(self.columns)
        for row in self.rows():
            yield "\t".join(str(cell(value)) for value in row)


@runtime_checkable
class Exportable(Protocol):
    """A screen that can be copied and written to a file, once nothing of it is awaited."""

    def export(self) -> Export: ...

    def awaited(self) -> str | None:
        """What is still being worked out of it, in words; None where all is there."""
        ...


def about(selection: Selection, path: str, audience: Rules = SHOW_ALL) -> list[str]:
    """The lines at the head of every export; the last says what is hidden, where something is."""
    synthetic = " (SYNTHETIC)" if selection.force.synthetic else ""
    then = selection.baseline.label if selection.baseline else "nothing"
    return [
        f"{selection.force.name}{synthetic}, as at {day_text(selection.day)}",
        f"then: {then}",
        path,
        *filter(None, [audience.in_words]),
    ]


def file_name(selection: Selection, what: str) -> str:
    """A name for a file, of plain characters: boardtui-exampleshire-2024-01-17-board."""
    words = f"boardtui {selection.force.name} {selection.day.isoformat()} {what}".lower()
    return "-".join(re.findall(r"[a-z0-9]+", words))
