"""The screen of what changed without a screen: its rows, its numbers, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.flow.slices import FlowBySlice
from boardtui.panels.flow.page import Shown, flow_rows, table_shown
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows
from boardtui.panels.subject import FlowNumber

WIDE = (120, 36)


def rows(
    board: Board,
    backlog: str = "visits",
    dimension: str = "unit",
    size: tuple[int, int] = WIDE,
    columns: int = 0,
) -> Rows:
    return flow_rows(board, Shown(backlog, dimension, columns=columns), *size)


def lines(
    board: Board,
    backlog: str = "visits",
    dimension: str = "unit",
    size: tuple[int, int] = WIDE,
    columns: int = 0,
) -> list[str]:
    """All rows as plain text, the blanks at their ends cut."""
    return rows(board, backlog, dimension, size, columns).text().splitlines()


def flat(board: Board, backlog: str = "visits", size: tuple[int, int] = WIDE) -> str:
    """The words of the screen, wherever its lines are broken."""
    return " ".join(" ".join(lines(board, backlog, size=size)).split())


def numbers(board: Board, backlog: str, size: tuple[int, int] = WIDE) -> list[FlowNumber]:
    """Every number of a backlog that the keys lead to: of both tables, and all their columns."""
    found: dict[str, FlowNumber] = {}
    for dimension in ("unit", "risk_level"):
        for columns in range(pages(board, backlog, dimension, size)):
            for place in rows(board, backlog, dimension, size, columns).places:
                if isinstance(place.subject, FlowNumber) and place.subject.flow.backlog == backlog:
                    sliced = place.subject.slices
                    found[f"{place.subject.title} {sliced}"] = place.subject
    return list(found.values())


def pages(board: Board, backlog: str, dimension: str, size: tuple[int, int]) -> int:
    """How many pages the columns of a table take."""
    wide = size[0] // (2 if size[0] >= 180 else 1)
    table = table_shown(board, backlog, Shown(backlog, dimension), wide)
    return table.pages if table else 1


def whole_numbers(board: Board, backlog: str) -> dict[str, int]:
    """The people of each number of the whole flow, by its title."""
    return {
        number.title: number.people or 0
        for number in numbers(board, backlog)
        if not isinstance(number.flow, FlowBySlice)
    }


def sliced(board: Board, backlog: str, dimension: str) -> Iterator[FlowNumber]:
    """The numbers of a table."""
    for number in numbers(board, backlog):
        if isinstance(number.flow, FlowBySlice) and number.flow.dimension == dimension:
            yield number
