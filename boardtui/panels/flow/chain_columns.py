"""The columns of what changed month by month, and which of them have room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from boardtui.core.flow.counts import Flow
from boardtui.core.flow.parts import CAME, CAME_TITLE, GONE_TITLE, PART_TITLES, Part, done_part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import MINUS
from boardtui.panels import cells
from boardtui.panels.flow.steps import (
    came_of,
    closing_of,
    gone_of,
    opening_of,
    part_of,
    without_of,
)
from boardtui.panels.flow.table import GAP, in_lines
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Role

NO_NUMBER = "–"
"""What stands for a number that is not known."""


class Column(Struct, frozen=True):
    """A number of each link; the lower its `need`, the sooner it has room.

    `spare` is one that stands only where anybody is counted in it. Who is counted under one that
    has no room is named below the table.
    """

    head: str
    of: Callable[[Flow], FlowNumber]
    need: int
    sign: str = ""
    role: Role = Role.TEXT
    spare: bool = False

    def text(self, number: FlowNumber) -> str:
        """A number as it stands in the table."""
        if number.hidden:
            return number.text
        if number.people is None:
            return NO_NUMBER
        return f"{self.sign if number.people else ''}{number.text}"


def columns_of(backlog: Backlog, *, apart: bool) -> tuple[list[Column], list[Column]]:
    """The columns before the bars and those behind them: who went, and who came.

    Newly and joined overdue stand `apart` where there is room for both.
    """
    a_one = backlog.a_one
    went = [
        Column("then", opening_of, 3),
        Column(done_part(backlog).value, _part(done_part(backlog)), 1, MINUS),
        Column(f"cleared without {a_one}", without_of, 0, MINUS, Role.STRONG),
        Column(GONE_TITLE, gone_of, 4, MINUS),
        Column(PART_TITLES[Part.WENT_MISSING], _part(Part.WENT_MISSING), 5, MINUS, spare=True),
    ]
    if apart:
        newly, joined = CAME
        came = [
            Column(PART_TITLES[newly], _part(newly), 1, "+"),
            Column(PART_TITLES[joined], _part(joined), 4, "+", spare=True),
        ]
    else:
        came = [Column(CAME_TITLE, came_of, 1, "+")]
    return went, [*came, Column("now", closing_of, 0, role=Role.STRONG)]


def _part(part: Part) -> Callable[[Flow], FlowNumber]:
    return lambda flow: part_of(flow, part)


class Set(Struct, frozen=True):
    """A column with its head in lines, and the cells that it has."""

    column: Column
    head: tuple[str, ...]
    width: int


class Arranged(Struct, frozen=True):
    """The columns that have room: those of who went, and of who came, with what is left for bars.

    `names` are the cells of the first column, and `unseen` those that have no room.
    """

    names: int
    went: Sequence[Set]
    came: Sequence[Set]
    gap: int
    left: int
    unseen: Sequence[Column]


WAYS = ((True, 2, 40), (False, 2, 40), (False, 2, 14), (False, 3, 14))
"""Whether newly and joined stand apart, in how many lines heads are, and the cells that bars need:
the first in which there is room."""

NARROW = 1
"""The gap between columns where there is no room for bars."""


def arranged(flows: Sequence[Flow], names: int, width: int, sums: Sequence[int]) -> Arranged:
    """As many columns as have room, with bars where there is room for all and for them.

    `sums` are numbers that stand in the table besides those of the flows.
    """
    backlog = BACKLOGS[flows[0].backlog]
    for apart, lines, least in WAYS:
        went, came = _there(flows, *columns_of(backlog, apart=apart))
        made = _Made(flows, sums, lines)
        left = width - names - made.width([*went, *came], GAP)
        if left - 2 * GAP >= least:
            return Arranged(names, made.set(went), made.set(came), GAP, left, ())
    went, came = _there(flows, *columns_of(backlog, apart=False))
    made = _Made(flows, sums, 3)
    unseen: list[Column] = []
    for column in sorted([*went, *came], key=lambda each: -each.need):
        rest = [each for each in (*went, *came) if each not in unseen]
        if names + made.width(rest, NARROW) <= width:
            break
        unseen.append(column)
    kept = [[each for each in some if each not in unseen] for some in (went, came)]
    gap = GAP if names + made.width([*kept[0], *kept[1]], GAP) <= width else NARROW
    return Arranged(names, made.set(kept[0]), made.set(kept[1]), gap, 0, unseen)


def _there(
    flows: Sequence[Flow], went: list[Column], came: list[Column]
) -> tuple[list[Column], list[Column]]:
    """The columns without those in which nobody is counted, of those that can be spared."""

    def stands(column: Column) -> bool:
        return not column.spare or any(column.of(flow).people != 0 for flow in flows)

    return [each for each in went if stands(each)], [each for each in came if stands(each)]


class _Made:
    """Columns as wide as their numbers, and their heads in so many lines, need."""

    def __init__(self, flows: Sequence[Flow], sums: Sequence[int], lines: int) -> None:
        self._flows, self._sums, self._lines = flows, sums, lines

    def set(self, columns: Sequence[Column]) -> list[Set]:
        return [self._one(column) for column in columns]

    def width(self, columns: Sequence[Column], gap: int) -> int:
        return sum(self._one(column).width + gap for column in columns)

    def _one(self, column: Column) -> Set:
        head = in_lines(column.head, self._lines)
        texts = [column.text(column.of(flow)) for flow in self._flows]
        texts += [f"{column.sign}{count:,}" for count in self._sums]
        return Set(column, head, max(map(cells.width, (*head, *texts))))
