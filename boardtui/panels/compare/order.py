"""In which order rows stand: their own, or by one of the columns."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

from boardtui.panels.compare.entry import Entry

ARROWS = {False: "▲", True: "▼"}
"""Behind the head of the column by which rows stand: the least first, or the greatest."""


class Column(IntEnum):
    """What rows can stand by; the numbers are the places of their values."""

    THEN = 0
    CHANGE = 1
    NOW = 2
    NAME = 3


TURNS = (Column.NOW, Column.CHANGE, Column.THEN, Column.NAME, None)
"""What each press goes on to; after the last, rows stand in their own order again."""


class Order(Struct, frozen=True):
    """The column that rows stand by, and whether the greatest comes first; None is their own."""

    column: Column | None = None
    descending: bool = True

    def next(self) -> Order:
        """By the column after this one; names from the first letter on."""
        place = TURNS.index(self.column)
        column = TURNS[(place + 1) % len(TURNS)]
        return Order(column, descending=column is not Column.NAME)

    def turned(self) -> Order:
        """By the same column, the other way round."""
        return replace(self, descending=not self.descending)

    def arrow(self, column: Column) -> str:
        """What stands behind the head of a column."""
        return f" {ARROWS[self.descending]}" if column is self.column else ""


OWN = Order()


def ordered(entries: Iterable[Entry], order: Order) -> list[Entry]:
    """Entries by a column; those without a value there stand last, whichever way."""
    found = list(entries)
    if order.column is None:
        return found
    if order.column is Column.NAME:
        return sorted(found, key=lambda entry: entry.name.lower(), reverse=order.descending)
    place, sign = int(order.column), -1 if order.descending else 1

    def key(entry: Entry) -> tuple[bool, float]:
        value = entry.values[place]
        return value is None, sign * (value or 0)

    return sorted(found, key=key)
