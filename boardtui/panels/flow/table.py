"""The flow of a backlog by unit or risk level, as a table that adds up, some columns at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from textwrap import wrap

from msgspec import Struct

from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.flow.slices import FlowBySlice
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels import cells
from boardtui.panels.flow.groups import NOT_THERE, Group, counting, sections_of
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, quiet, space, wrapped

GAP = 2
ROOMY = 12
"""Columns that a number has where there is room for it."""

LARGEST_FIRST, SMALLEST_FIRST = "▼", "▲"


class Order(Struct, frozen=True):
    """By which column the rows stand, by its title, and whether the largest is first."""

    title: str
    largest_first: bool = True


class Table(Struct, frozen=True):
    """A table of which some columns are shown: page `page` of `pages`, from 0."""

    lines: list[Line]
    page: int
    pages: int


def table_of(found: FlowBySlice, width: int, page: int = 0, order: Order | None = None) -> Table:
    """The flow by slice, with a total; what a flow cannot be told apart by says why."""
    by = f"by {DIMENSIONS[found.dimension].inside}"
    if found.why_unknown:
        return Table(wrapped([chunk(quiet(f"{by}, not known: {found.why_unknown}"))], width), 0, 1)
    names = names_in_order(found, order)
    title = max(map(cells.width, [by, "all", *(slice_title(found.dimension, n) for n in names)]))
    title = min(title, max(cells.width(by), width // 2))
    pages = _pages(found, names, width - title)
    page = max(0, min(page, len(pages) - 1))
    columns = pages[page]
    heads = _heads(columns, order, by, title)
    lines = [
        *heads,
        *(_row(found, columns, name, title) for name in names),
        _total(found, columns, names, title),
    ]
    return Table([*lines, *_not_there(found, names, width)], page, len(pages))


def names_in_order(found: FlowBySlice, order: Order | None = None) -> list[str | None]:
    """The slices that anybody is in: units by how many were overdue then, levels as they rank."""
    names = [n for n in found.opening if found.overdue_then[n] or found.overdue_now[n]]
    group = next((g for g in _all_groups(found) if order and g.title == order.title), None)
    if group is None:
        if found.dimension == "unit":
            names.sort(key=lambda name: (name is None, -(found.overdue_then[name] or 0)))
        return names
    known = [name for name in names if group.people(found, name) is not None]
    sign = -1 if order is None or order.largest_first else 1
    known.sort(key=lambda name: sign * (group.people(found, name) or 0))
    return [*known, *(name for name in names if name not in known)]


def _all_groups(found: FlowBySlice) -> list[Group]:
    return [group for section in sections_of(BACKLOGS[found.backlog]) for group in section]


MOST_LINES = 4
"""Lines of a head where a column has no room for a shorter one."""


class _Column(Struct, frozen=True):
    group: Group
    head: tuple[str, ...]
    width: int


def _pages(found: FlowBySlice, names: Sequence[str | None], room: int) -> list[list[_Column]]:
    """The columns of each section, in as few pages as have room for them."""
    pages: list[list[_Column]] = []
    for section in sections_of(BACKLOGS[found.backlog]):
        pages += _section(found, names, counting(section, found, names), room)
    return pages


def _section(
    found: FlowBySlice, names: Sequence[str | None], groups: Sequence[Group], room: int
) -> list[list[_Column]]:
    """A section's columns on one page, as far apart as there is room; else on several."""
    digits = {
        group.title: max(
            cells.width(group.text(people))
            for people in [*(group.people(found, n) for n in names), group.all(found, names)]
        )
        for group in groups
    }
    ways = [*((1, least) for least in range(ROOMY - GAP, 0, -1)), (2, 0)]
    for lines, least in ways:
        columns = [_column(group, digits[group.title], lines, least) for group in groups]
        if sum(column.width + GAP for column in columns) <= room:
            return [columns]
    if any(column.width + GAP > room for column in columns):
        columns = [_column(group, digits[group.title], MOST_LINES, 0) for group in groups]
    return _broken(columns, room)


def _column(group: Group, digits: int, lines: int, least: int) -> _Column:
    head = in_lines(group.head, lines)
    return _Column(group, head, max(least, digits, *map(cells.width, head)))


@cache  # a few dozen heads, each asked for at every width that is tried and on every drawing
def in_lines(head: str, most: int) -> tuple[str, ...]:
    """A head on so many lines at most, as narrow as it can be; a word is never broken."""
    longest = max(map(len, head.split()), default=1)
    ways = (wrap(head, width, break_long_words=False) for width in range(longest, len(head) + 1))
    return next((tuple(way) for way in ways if len(way) <= most), (head,))


def _broken(columns: Sequence[_Column], room: int) -> list[list[_Column]]:
    pages: list[list[_Column]] = [[]]
    left = room
    for column in columns:
        if column.width + GAP > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(column)
        left -= column.width + GAP
    return pages


def _heads(columns: Sequence[_Column], order: Order | None, by: str, title: int) -> list[Line]:
    high = max(len(column.head) for column in columns)
    lines = []
    for row in range(high):
        last = row == high - 1
        line: list[Chunk] = [_named(by if last else "", Role.QUIET, title)]
        for column in columns:
            head = ("",) * (high - len(column.head)) + column.head
            line += _right(chunk(quiet(head[row])), column.width)
            if last and order is not None and order.title == column.group.title:
                line.append(chunk(quiet(LARGEST_FIRST if order.largest_first else SMALLEST_FIRST)))
        lines.append(_with_arrow(line))
    return lines


def _with_arrow(line: list[Chunk]) -> Line:
    """The arrow of the order stands in the gap behind its head."""
    for place, piece in enumerate(line[:-1]):
        if piece.text in (LARGEST_FIRST, SMALLEST_FIRST):
            line[place + 1] = space(line[place + 1].width - 1)
    return tuple(line)


def _row(found: FlowBySlice, columns: Sequence[_Column], name: str | None, title: int) -> Line:
    role = Role.QUIET if name is None else Role.TEXT
    line: list[Chunk] = [_named(slice_title(found.dimension, name), role, title)]
    for column in columns:
        number = column.group.number(found, name)
        span = Span(column.group.text(number.people), _role(column.group))
        line += _right(chunk(span, subject=number), column.width)
    return tuple(line)


def _role(group: Group) -> Role:
    """Who was cleared without a visit, and who is overdue now, are what is looked for."""
    return Role.STRONG if group.head in ("now",) or group.head.startswith("cleared") else Role.TEXT


def _total(
    found: FlowBySlice, columns: Sequence[_Column], names: Sequence[str | None], title: int
) -> Line:
    """The sum of the rows; its numbers are those of the whole flow, above."""
    line: list[Chunk] = [_named("all", Role.QUIET, title)]
    for column in columns:
        text = column.group.text(column.group.all(found, names))
        line += _right(chunk(Span(text, _role(column.group))), column.width)
    return tuple(line)


def _named(text: str, role: Role, width: int) -> Chunk:
    return chunk(Span(cells.padded(cells.shortened(text, width), width), role))


def _right(piece: Chunk, width: int) -> list[Chunk]:
    return [space(GAP + width - piece.width), piece]


def _not_there(found: FlowBySlice, names: Iterable[str | None], width: int) -> list[Line]:
    """What a dash stands for: units that the records of a day do not have; what is not known."""
    told = []
    listed = list(names)
    for totals, when in ((found.overdue_then, "then"), (found.overdue_now, "now")):
        missing = [slice_title(found.dimension, n) for n in listed if totals[n] is None]
        if missing:
            told.append(f"{NOT_THERE} not there {when}: {', '.join(missing)}")
    told += [f"{NOT_THERE} not known: {why}" for why in dict.fromkeys(found.unknown.values())]
    return [line for text in told for line in wrapped([chunk(quiet(text))], width)]
