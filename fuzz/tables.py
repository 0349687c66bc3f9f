"""Small extracts from the demo's files, and what may happen to their rows and columns."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from boardtui.demo import fixtures
from fuzz import hostile

Table = list[list[str]]
"""Rows of cells, the header first."""

FORCE, DAY = "Exampleshire", "2024-01-17"

ROWS = 40
"""So many rows are kept of each file: most faults need no more, and each try costs the less."""

KINDS = ("cases", "visits", "officers", "leavers", "figures", "inspections")
OF_SNAPSHOT = KINDS[:4]


@cache
def _whole(kind: str) -> Table:
    of_day = fixtures() / "exampleshire" / DAY / f"{kind}.csv"
    path = of_day if kind in OF_SNAPSHOT else fixtures() / "exampleshire" / f"{kind}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def table(kind: str) -> Table:
    """A new copy of the first rows of a file of the demo."""
    return [list(row) for row in _whole(kind)[: ROWS + 1]]


def spoil(rows: Table, chance: Random) -> list[str]:
    """Do up to four things to a table; what was done, for whoever looks for the reason."""
    done = []
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        change = chance.choice(CHANGES)
        change(rows, chance)
        done.append(change.__name__)
    return done


def cell(rows: Table, chance: Random) -> None:
    row = chance.choice(rows)
    if row:
        row[chance.randrange(len(row))] = hostile.value(chance)


def cells(rows: Table, chance: Random) -> None:
    """Ten cells of one column."""
    place = chance.randrange(max(1, *map(len, rows)))
    for row in chance.choices(rows[1:] or rows, k=10):
        if place < len(row):
            row[place] = hostile.value(chance)


def heading(rows: Table, chance: Random) -> None:
    if rows[0]:
        place = chance.randrange(len(rows[0]))
        name = rows[0][place]
        rows[0][place] = chance.choice(
            (name.upper(), f" {name} ", name.replace("_", " "), hostile.value(chance), name * 2)
        )


def drop_column(rows: Table, chance: Random) -> None:
    place = chance.randrange(max(1, len(rows[0])))
    for row in rows:
        del row[place : place + 1]


def double_column(rows: Table, chance: Random) -> None:
    place = chance.randrange(max(1, len(rows[0])))
    for row in rows:
        row[place:place] = row[place : place + 1]


def swap_columns(rows: Table, chance: Random) -> None:
    """Exchange two columns below their headings."""
    one, other = (chance.randrange(max(1, len(rows[0]))) for _ in range(2))
    for row in rows[1:]:
        if max(one, other) < len(row):
            row[one], row[other] = row[other], row[one]


def swap_cells(rows: Table, chance: Random) -> None:
    one, other = chance.choice(rows), chance.choice(rows)
    if one and other:
        here, there = chance.randrange(len(one)), chance.randrange(len(other))
        one[here], other[there] = other[there], one[here]


def widen(rows: Table, chance: Random) -> None:
    chance.choice(rows).extend([""] * chance.randint(1, 5) + [hostile.value(chance)])


def shorten(rows: Table, chance: Random) -> None:
    row = chance.choice(rows)
    del row[chance.randrange(max(1, len(row))) :]


def double_rows(rows: Table, chance: Random) -> None:
    for _ in range(chance.randint(1, 5)):
        rows.insert(chance.randint(1, len(rows)), list(chance.choice(rows)))


def drop_rows(rows: Table, chance: Random) -> None:
    del rows[chance.randrange(len(rows) + 1) :]
    rows[:] = rows or [[]]


def blank_rows(rows: Table, chance: Random) -> None:
    for _ in range(chance.randint(1, 5)):
        rows.insert(chance.randint(0, len(rows)), [""] * chance.choice((0, 1, len(rows[0]))))


def cover_sheet(rows: Table, chance: Random) -> None:
    rows[:0] = [["Extract of the register", hostile.value(chance)], [], ["Printed", "17/01/2024"]]


def turned_round(rows: Table, chance: Random) -> None:
    longest = max(map(len, rows))
    rows[:] = [[row[n] if n < len(row) else "" for row in rows] for n in range(longest)] or [[]]


CHANGES: tuple[Callable[[Table, Random], None], ...] = (
    *(cell, cell, cell, cells, cells, heading, drop_column, double_column, swap_columns),
    *(swap_cells, widen, shorten, double_rows, drop_rows, blank_rows, cover_sheet, turned_round),
)


def write_csv(path: Path, rows: Table) -> None:
    """Write a table as it should be."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
