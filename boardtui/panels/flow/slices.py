"""A backlog's flow by the slices of a dimension: what became of each, and who is overdue in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardtui.core.criterion.dimension import Slice, slice_title
from boardtui.core.flow.counts import total
from boardtui.core.flow.parts import CAME, CLEARED_WITHOUT, STAYED, Part, done_part, listed
from boardtui.core.flow.slices import CLOSING, FlowBySlice
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import number_text
from boardtui.panels.flow import definitions
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, columns, fit, parts, quiet, wrapped


@dataclass(frozen=True, slots=True)
class Group:
    """A column: some parts, counted by the slice of one of the two days."""

    head: str
    which: tuple[Part, ...]
    now: bool
    definition: str

    def people(self, found: FlowBySlice, name: str | None) -> int | None:
        """The people of a slice in the column; None where that is not known."""
        counts = (found.closing if self.now else found.opening).get(name, {})
        totals = found.overdue_now if self.now else found.overdue_then
        if self.head in ("then", "now"):
            return totals.get(name, 0)
        return total(counts.get(part, 0) for part in self.which)


def slices_lines(backlog: Backlog, dimension: str, board: Board, width: int) -> list[Line]:
    """The flow by slice, with a total that adds up; nothing without records of two days."""
    if board.start.snapshot is None:
        return []
    found = board.slices.get((backlog.name, dimension))
    if found is None:
        return wrapped([chunk(quiet(board.working or "being worked out…"))], width)
    if found.why_unknown:
        return wrapped([chunk(quiet(f"Not known: {found.why_unknown}."))], width)
    groups = groups_of(backlog)
    names = [n for n in found.opening if found.overdue_then[n] or found.overdue_now[n]]
    table = [
        [chunk(""), *(chunk(quiet(group.head)) for group in groups)],
        *(_row(found, groups, name) for name in names),
        _total(found, groups, names),
    ]
    if fit(table, width):
        lines = columns(table, frozenset(range(1, len(groups) + 1)), width)
    else:
        lines = [line for row in table[1:] for line in _as_text(row, groups, width)]
    note = (
        f"cleared: without {backlog.a_one}. both: overdue on both days. What became of the "
        "overdue then is by their slice then; who is overdue now (both, new, now), by their slice "
        "now, so that a row need not add up across."
    )
    return parts(lines, wrapped([chunk(quiet(note))], width))


def groups_of(backlog: Backlog) -> list[Group]:
    """The columns: all overdue then, what became of them, who is overdue now, and why."""
    mine = listed(backlog)
    done = done_part(backlog)
    without = tuple(part for part in mine if part in CLEARED_WITHOUT)
    opening = tuple(part for part in mine if part not in CAME)
    gone = (Part.LEFT, Part.NOT_IN_COMMUNITY)
    missing = definitions.part(Part.WENT_MISSING, backlog)
    return [
        Group("then", opening, False, definitions.OPENING),
        Group(done.value, (done,), False, definitions.part(done, backlog)),
        Group("cleared", without, False, definitions.cleared(backlog)),
        Group("gone", gone, False, definitions.GONE),
        Group("missing", (Part.WENT_MISSING,), False, missing),
        Group("both", STAYED, True, definitions.STAYED),
        Group("new", CAME, True, definitions.NEW),
        Group("now", CLOSING, True, definitions.CLOSING),
    ]


def _row(found: FlowBySlice, groups: Sequence[Group], name: str | None) -> list[Chunk]:
    title = slice_title(found.dimension, name)
    cells = [chunk(title)]
    for group in groups:
        subject = FlowNumber(
            found,
            f"{title}, {group.head}",
            group.definition,
            group.people(found, name),
            group.which,
            (Slice(found.dimension, name),),
            "now" if group.now else "then",
        )
        cells.append(chunk(_span(subject.people, group), subject=subject))
    return cells


def _total(found: FlowBySlice, groups: Sequence[Group], names: Sequence[str | None]) -> list[Chunk]:
    """The sum of the rows; its cells are those of the whole flow, above."""
    sums = [_sum(found, group, names) for group in groups]
    cells = (chunk(_span(people, group)) for people, group in zip(sums, groups, strict=True))
    return [chunk(quiet("all")), *cells]


def _sum(found: FlowBySlice, group: Group, names: Sequence[str | None]) -> int | None:
    """The sum over slices; units that were not there on the day add nothing to it."""
    totals = found.overdue_now if group.now else found.overdue_then
    return total(group.people(found, name) for name in names if totals[name] is not None)


def _span(people: int | None, group: Group) -> Span:
    strong = group.head in ("then", "now")
    role = Role.HEADLINE if strong else Role.NUMBER if people else Role.QUIET
    return Span(NOT_THERE if people is None else number_text(people), role)


NOT_THERE = "–"
"""What stands for a number of a unit that the records of the day do not have, or not known."""


def _as_text(row: Sequence[Chunk], groups: Sequence[Group], width: int) -> list[Line]:
    """A row where the table has no room: each number after its head."""
    name, *cells = row
    told = [
        Chunk((quiet(f"{group.head} "), *cell.spans), cell.subject)
        for group, cell in zip(groups, cells, strict=True)
    ]
    return wrapped([name, *told], width, indent=2)
