"""Tables with bars: which columns have room in a width, how wide each is, and a row as a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from boardtui.panels import cells
from boardtui.panels.cards.bars import Scale
from boardtui.panels.table import ARROW, GAP, Column, cell, fitted, row_line
from boardtui.panels.text import Chunk, Line, Role, Span

Row = TypeVar("Row")

SPARED = 6
"""The need of a column that stands only where there is room to spare."""

BAR_LEAST, BAR_MOST = 6, 0.2
"""The cells of a bar: at the least, and at the most as a part of the width."""

NAME_LEAST, NUMBERS_LEAST = 8, 24
"""The cells that names have at the least, and those that are kept for numbers beside them."""

LONG = 28
"""The cells of a column with a long bar behind its numbers."""

SPREAD = 4
"""The cells by which a gap between two columns grows, where there is room."""

NOTHING = "–"
"""Stands for what there is none of."""


class BarColumn(Struct, Generic[Row], frozen=True):
    """A column of a table: its head, what it says of a row, and by which number rows sort by it.

    `bar` is the role of the bar beside its numbers, where it has one. The lower its `need`, the
    sooner it has room; 0 has what the table is about.
    """

    name: str
    head: str
    text: Callable[[Row], str]
    number: Callable[[Row], float | None]
    need: int
    role: Role = Role.TEXT
    bar: Role | None = None


class Widths(Struct, frozen=True):
    """What a column needs: for the numbers that a bar stands beside, and for all it says."""

    numbers: int
    all: int


class Laid(Struct, Generic[Row], frozen=True):
    """The columns of a table for a width: the one of names first, then those that have room."""

    columns: tuple[Column, ...]
    shown: tuple[BarColumn[Row], ...]
    numbers: Mapping[str, int]
    """Of each column the cells of its numbers, behind which its bar begins."""
    bars: int
    """The cells of the longest bar; 0 where there are none."""
    unseen: tuple[str, ...]
    """The heads of the columns that have no room, but for those that can be spared."""


def laid_out(
    name: Column,
    columns: Sequence[BarColumn[Row]],
    rows: Sequence[Row],
    width: int,
    first: str,
    numbers: int = NUMBERS_LEAST,
) -> Laid[Row]:
    """Lay columns out beside the names; `first` has room before all others but what it is about.

    The names are given the width that they would need, and have less where so many cells of numbers
    need it.
    """
    needs = {column.name: _widths(column, rows, first) for column in columns}
    least = min(name.width, max(NAME_LEAST, width - numbers))
    chosen = _chosen(columns, needs, width - least, first)
    left = width - least - sum(GAP + needs[c.name].all for c in chosen)
    name = replace(name, width=least + max(0, min(left, name.width - least)))
    room = width - name.width
    bars = _bars(chosen, needs, room, width)
    wide = {c.name: _wide(c, needs[c.name], bars) for c in chosen}
    free = room - sum(GAP + wide[c.name] for c in chosen)
    gap = GAP + min(SPREAD, max(0, free) // max(1, len(chosen)))
    made = [
        Column(c.name, c.head, wide[c.name], right=not (c.bar and bars), gap=gap) for c in chosen
    ]
    return Laid(
        (name, *(_with_short_head(column, first) for column in made)),
        tuple(chosen),
        {c.name: needs[c.name].numbers for c in chosen},
        bars,
        tuple(c.head for c in columns if c not in chosen and c.need < SPARED),
    )


def _widths(column: BarColumn[Row], rows: Sequence[Row], first: str) -> Widths:
    texts = [(column.text(row), column.number(row) is not None) for row in rows]
    numbers = max((cells.width(text) for text, known in texts if known), default=1)
    others = max((cells.width(text) for text, _ in texts), default=1)
    head = cells.width(_short(column.head) if column.bar else column.head)
    return Widths(numbers, max(others, head + _arrow(column.name, first)))


def _arrow(name: str, first: str) -> int:
    """The cells of the arrow, behind the head of the column that the rows stand by."""
    return ARROW if name == first else 0


def _chosen(
    columns: Sequence[BarColumn[Row]], needs: Mapping[str, Widths], room: int, first: str
) -> list[BarColumn[Row]]:
    """The columns that have room, the most needed ones, in their own order.

    One that can be spared has none where the bars would be the shorter for it.
    """
    chosen: set[str] = set()
    left = room
    for column in sorted(columns, key=lambda c: (c.need > 0, c.name != first, c.need)):
        needed = GAP + needs[column.name].all
        if column.need >= SPARED and column.name != first:
            needed += sum(max(0, LONG - needs[c.name].all) for c in columns if c.bar)
        if needed <= left:
            chosen.add(column.name)
            left -= GAP + needs[column.name].all
    return [column for column in columns if column.name in chosen]


def _bars(
    chosen: Sequence[BarColumn[Row]], needs: Mapping[str, Widths], room: int, width: int
) -> int:
    """As many cells as each of the bars can have: all of them are drawn on one scale."""
    free = room - sum(GAP + needs[c.name].all for c in chosen)
    spare = [needs[c.name].all - needs[c.name].numbers - 1 for c in chosen if c.bar]
    if not spare:
        return 0
    # A bar takes what the reasons of other rows and the head leave blank beside the numbers.
    for bars in range(int(width * BAR_MOST), BAR_LEAST - 1, -1):
        if sum(max(0, bars - each) for each in spare) <= free:
            return bars
    return 0


def _wide(column: BarColumn[Row], needs: Widths, bars: int) -> int:
    return max(needs.all, needs.numbers + 1 + bars) if column.bar and bars else needs.all


def _with_short_head(column: Column, first: str) -> Column:
    """A column whose head has room, with the arrow of the order: "then" for all that it says."""
    if cells.width(column.head) + _arrow(column.name, first) <= column.width:
        return column
    return replace(column, head=_short(column.head))


def _short(head: str) -> str:
    return head.partition(",")[0]


def drawn(
    laid: Laid[Row], scale: Scale | None, name: str, row: Row | None, *, current: bool, quiet: bool
) -> Line:
    """A row as a line; without a scale it has no bars. Of the current one name and number are bold.

    A `quiet` name is that of no row, but of all of them together.
    """
    lead = Role.STRONG if current else Role.QUIET if quiet else Role.TEXT
    made = [cell(laid.columns[0], name, lead)]
    for column, of in zip(laid.columns[1:], laid.shown, strict=True):
        text = of.text(row) if row is not None else NOTHING
        role = Role.STRONG if current and of.need == 0 else of.role
        if of.bar is None or not laid.bars:
            made.append(cell(column, text, role))
        else:
            bar = _bar(of, row, scale)
            made.append(_barred(column, laid.numbers[of.name], text, role, bar))
    return row_line(laid.columns, made)


def _bar(column: BarColumn[Row], row: Row | None, scale: Scale | None) -> Span:
    if row is None or scale is None:
        return Span("", Role.TEXT)
    number = column.number(row)
    return scale.now(number) if column.bar is Role.BAR else scale.then(number)


def _barred(column: Column, numbers: int, text: str, role: Role, bar: Span) -> Chunk:
    """A number with its bar behind it; a reason why there is none takes the place of both."""
    if not bar.text and cells.width(text) > numbers:
        return Chunk((Span(fitted(text, column.width), role),))
    number = fitted(text, numbers, right=True)
    rest = column.width - numbers - 1 - cells.width(bar.text)
    return Chunk((Span(f"{number} ", role), bar, Span(" " * max(0, rest), Role.TEXT)))
