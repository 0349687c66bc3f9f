"""The comparison laid out for a screen: pages of rows, and the places that can be gone to."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.panels import cells
from boardtui.panels.cards.words import DAGGER, strong
from boardtui.panels.compare.bars import bar_lines, bars_of
from boardtui.panels.compare.blocks import Block, Content, Part, Shape, Table, Words
from boardtui.panels.compare.columns import Columns, columns_of, placed
from boardtui.panels.compare.declared import SECTIONS
from boardtui.panels.compare.entry import Entry
from boardtui.panels.compare.first import SIZES, first_page
from boardtui.panels.compare.large import BRIEF
from boardtui.panels.compare.order import OWN, Column, Order, ordered
from boardtui.panels.compare.paging import ENDLESS, Pages, Units
from boardtui.panels.compare.rows import INDENT, entry_lines, indented, narrow_units
from boardtui.panels.compare.tables import table_units
from boardtui.panels.rows import Rows, rows_of
from boardtui.panels.text import Chunk, Line, chunk, quiet, space, wrapped

CRUMB = "Board › Then and now"


class ComparedRows(Rows, frozen=True):
    """Pages of rows: at `stops` another section begins, and on `sorted` pages there are lists."""

    room: int = 1
    stops: tuple[tuple[int, str], ...] = ()
    sorted: frozenset[int] = frozenset()

    def stop_at(self, row: int) -> int:
        """The number of the stop that a row comes after."""
        return max((n for n, (start, _) in enumerate(self.stops) if start <= row), default=0)

    def firsts(self) -> dict[int, int]:
        """The first place after each stop, by the stop's number; of those that have one."""
        found: dict[int, int] = {}
        for number, place in enumerate(self.places):
            found.setdefault(self.stop_at(place.row), number)
        return found

    def first_of(self, section: str) -> int | None:
        """The first place of a section; None where it has none."""
        firsts = self.firsts()
        mine = (n for n, (_, name) in enumerate(self.stops) if name == section and n in firsts)
        return next((firsts[n] for n in mine), None)

    def card_at(self, row: int) -> str | None:
        """The first card of the section that a row is in; None where there is no section."""
        section = SECTIONS.get(self.stops[self.stop_at(row)][1]) if self.stops else None
        return section.cards[0] if section is not None else None

    def can_be_sorted(self, row: int) -> bool:
        """Whether there is a list on the page of a row."""
        return row // self.room in self.sorted


def compared_rows(
    content: Content,
    top: Sequence[Line],
    width: int,
    height: int | None,
    order: Order = OWN,
    largest: int = SIZES[0],
) -> ComparedRows:
    """The comparison for a screen of a size, under the lines of its head; all of it without one.

    `largest` are the rows of the digits at most.
    """
    columns = columns_of(width)
    heads = column_heads(content, columns, width, order)
    pages = Pages(ENDLESS if height is None else max(6, height - len(top) - 1), heads)
    first_page(content, pages, columns, width, largest)
    if columns is not None and width < BRIEF and content.heads:
        pages.turn()  # On a small screen what stands large has its pages to itself.
    for part in content.parts:
        if isinstance(part, Words) and part.apart:
            pages.turn()
        units = _units(part, content, columns, width, order)
        if units.units:
            pages.add(units)
    found = rows_of(top, [pages.lines()], width)
    mark = content.mark[0 if width >= BRIEF else -1] if content.mark else ""
    # On a small screen the mark stands beside what it is of: the last line has room for keys.
    foot = (chunk(DAGGER, quiet(f" {mark}")),) if mark and columns is not None else ()
    return ComparedRows(
        found.head,
        found.rows,
        found.places,
        0,
        foot,
        True,
        pages.room,
        tuple(pages.stops),
        frozenset(pages.sortable),
    )


def column_heads(content: Content, columns: Columns | None, width: int, order: Order) -> list[Line]:
    """The heads of the two sides, with the arrow of the order; on a small screen, in one line."""
    then, change, now = (order.arrow(column) for column in (Column.THEN, Column.CHANGE, Column.NOW))
    if columns is None:
        pieces = [
            chunk(quiet("then "), strong(content.then[-1] + then)) if content.then else None,
            chunk(DAGGER, quiet(f" {content.mark[-1]}")) if content.mark else None,
            chunk(strong(f"change{change}")) if change else None,
            chunk(quiet("now "), strong(content.now[-1] + now)),
            chunk(strong(f"name{order.arrow(Column.NAME)}")) if order.arrow(Column.NAME) else None,
        ]
        shown = [piece for piece in pieces if piece is not None]
        return [(space(1), *line) for line in wrapped(shown, width - 2)]
    found: list[tuple[int, Chunk]] = []
    if name := order.arrow(Column.NAME):
        found.append((INDENT, chunk(strong(f"name{name}"))))
    for label, words, arrow, area in (
        ("then ", content.then, then, columns.then),
        ("now ", content.now, now, columns.now),
    ):
        if words:
            room = area.width - len(label) - len(arrow)
            fitting = next((each for each in words if cells.width(each) <= room), words[-1])
            text = cells.shortened(fitting, room)
            piece = chunk(quiet(label), strong(text + arrow))
            found.append((area.centred(piece.width), piece))
        if change and area is columns.then:
            piece = chunk(strong(f"change{change}"))
            found.append((columns.change.centred(piece.width), piece))
    return [placed(*found)]


def _units(
    part: Part, content: Content, columns: Columns | None, width: int, order: Order
) -> Units:
    """A part as lines, with the title of its section."""
    title: list[Line] = []
    if part.section in content.titles:
        number, words = content.titles[part.section]
        title = [(space(1), chunk(quiet(f"{number} " if number else ""), strong(words)))]
    heading, units = _of_part(part, content, columns, width, order)
    if isinstance(part, Block) and part.notes and units:
        units[-1] += indented([chunk(quiet("; ".join(part.notes)))], width, INDENT)
    sortable = isinstance(part, Block) and len(part.entries) > 1
    return Units(part.section, title, heading, units, sortable)


def _of_part(
    part: Part, content: Content, columns: Columns | None, width: int, order: Order
) -> tuple[list[Line], list[list[Line]]]:
    said = list(indented([chunk(quiet(part.heading))], width, INDENT - 1)) if part.heading else []
    match part:
        case Words():
            return said, [list(indented([chunk(quiet(one))], width, INDENT)) for one in part.told]
        case Table():
            heads, units = table_units(part, width)
            return [*said, *([heads] if heads else [])], units
        case Block():
            return _of_block(part, said, content, columns, width, order)


def _of_block(
    block: Block,
    said: list[Line],
    content: Content,
    columns: Columns | None,
    width: int,
    order: Order,
) -> tuple[list[Line], list[list[Line]]]:
    brief = block.brief if columns is None or columns.width < BRIEF else ()
    entries = [*brief, *ordered(block.entries, order)]
    if columns is None:
        heads, units = narrow_units(entries, width)
        if heads and len(said) == 1 and said[0][-1].width + INDENT < heads[0][0]:
            return [placed((INDENT - 1, said[0][-1]), *heads)], units
        return [*said, *([placed(*heads)] if heads else [])], units
    if block.shape is Shape.BARS:
        bars = bars_of(entries, sharing(content, block), columns)
        return said, [bar_lines([entry], bars, width, INDENT) for entry in entries]
    return said, [entry_lines([entry], columns, width) for entry in entries]


def sharing(content: Content, block: Block) -> list[Entry]:
    """The entries whose bars are on one scale: of both backlogs by the same, else of the block."""
    backlogs = {head.section for head in content.heads if head.bands}
    return [
        entry
        for part in content.parts
        if isinstance(part, Block) and part.shape is Shape.BARS
        if part is block
        or (part.heading == block.heading and {part.section, block.section} <= backlogs)
        for entry in part.entries
    ]
