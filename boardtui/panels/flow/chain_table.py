"""What changed month by month as a table: each opening is the closing before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from boardtui.core.flow.counts import Flow, total
from boardtui.core.trend.months import month_of
from boardtui.core.words.days import day_text, month_text
from boardtui.panels import cells
from boardtui.panels.flow.chain_bars import Bars, bars_for
from boardtui.panels.flow.chain_columns import Arranged, Column, Set, arranged, columns_of
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, quiet, space, wrapped
from boardtui.review.flow.chain_told import every
from boardtui.review.flow.chained import NO_SUM, Chain

SUM, DIRECT = "sum", "then–now"

BEFORE_BARS = 2
"""Blank cells on either side of the bars."""


class Table(Struct, frozen=True):
    """The heads, the rows of each link, those of the sums, and what is to be known of them."""

    heads: list[Line]
    links: list[list[Line]]
    sums: list[Line]
    below: list[Line]

    def rows(self, *, roomy: bool, airy: bool) -> list[Line]:
        """All under the heads: blank rows part what is below, and each link where it is `airy`."""
        apart: list[Line] = [()] if airy else []
        links = [line for place, each in enumerate(self.links)
                 for line in (*(apart if place else ()), *each)]  # fmt: skip
        return [*links, (), *self.sums, *([()] if roomy else []), *self.below]


def table_of(chain: Chain, width: int) -> Table:
    """A row for each link; then the sums of the parts, and what the flow from then to now says."""
    flows = [*chain.links, chain.direct]
    names = [*(name_of(chain, link) for link in chain.links), SUM, DIRECT]
    wide = max(map(cells.width, (*names, _head(chain))))
    known = [abs(count) for count in _sums(chain) if count is not None]
    laid = arranged(flows, wide, width, known)
    room = laid.left - BEFORE_BARS
    bars = bars_for(chain.links, room) if laid.left else None
    links = []
    for link in chain.links:
        lines: list[Line] = []
        if link.end in chain.breaks:
            lines += wrapped([chunk(quiet(f"counted otherwise {chain.breaks[link.end]}"))], width)
        lines.append(_row(name_of(chain, link), link, laid, bars))
        if why := link.why_unknown:
            lines += wrapped([chunk(quiet(f"not known: {why}"))], width)
        links.append(lines)
    sums = [_sum_row(chain, laid, bars), _row(DIRECT, chain.direct, laid, bars, bare=True)]
    return Table(_heads(chain, laid, bars), links, sums, list(_told_below(laid, width)))


def name_of(chain: Chain, link: Flow) -> str:
    """A link in its row: its month, or the day up to which it goes."""
    return month_text(month_of(link.end)) if chain.monthly else day_text(link.end)


def _head(chain: Chain) -> str:
    return "month" if every(chain) == "month" else "up to"


def _told_below(laid: Arranged, width: int) -> Iterator[Line]:
    """Which columns are not in sight, and why sums are not what happened from then to now."""
    if laid.unseen:
        heads = ", ".join(column.head for column in laid.unseen)
        yield from wrapped([chunk(quiet(f"Not in sight, for want of room: {heads}."))], width)
    yield from wrapped([chunk(quiet(NO_SUM))], width)


def _heads(chain: Chain, laid: Arranged, bars: Bars | None) -> list[Line]:
    high = max(len(one.head) for one in (*laid.went, *laid.came))
    lines: list[Line] = []
    for row in range(high):
        last = row == high - 1
        lead = _head(chain) if last else ""
        line: list[Chunk] = [chunk(quiet(cells.padded(lead, laid.names)))]
        line += [piece for one in laid.went for piece in _head_cell(one, row, high, laid.gap)]
        if bars is not None:
            key = bars.key(chain.backlog.a_one) if row == high - 2 else None
            inside = bars.head() if last else [key or space(bars.width)]
            line += [space(BEFORE_BARS), *inside]
        line += [piece for one in laid.came for piece in _head_cell(one, row, high, laid.gap)]
        lines.append(tuple(line))
    return lines


def _head_cell(one: Set, row: int, high: int, gap: int) -> list[Chunk]:
    head = ("",) * (high - len(one.head)) + one.head
    return [space(gap + one.width - cells.width(head[row])), chunk(quiet(head[row]))]


def _row(name: str, flow: Flow, laid: Arranged, bars: Bars | None, *, bare: bool = False) -> Line:
    """A link; a `bare` one has no bars, being of more than a month."""
    role = Role.QUIET if bare else Role.TEXT
    line: list[Chunk] = [chunk(Span(cells.padded(name, laid.names), role))]
    line += [piece for one in laid.went for piece in _cell(one, flow, laid.gap)]
    if bars is not None:
        inside = [space(bars.width)] if bare else bars.either(flow)
        line += [space(BEFORE_BARS), *inside]
    line += [piece for one in laid.came for piece in _cell(one, flow, laid.gap)]
    if bars is not None and bars.level and not bare:
        line += [space(BEFORE_BARS), bars.backlog(flow)]
    return tuple(line)


def _cell(one: Set, flow: Flow, gap: int) -> list[Chunk]:
    number = one.column.of(flow)
    text = chunk(Span(one.column.text(number), one.column.role), subject=number)
    return [space(gap + one.width - text.width), text]


def _sum_row(chain: Chain, laid: Arranged, bars: Bars | None) -> Line:
    """The sums of the parts; what was overdue first and last is no sum, and stands below."""
    line: list[Chunk] = [chunk(quiet(cells.padded(SUM, laid.names)))]
    line += [piece for one in laid.went for piece in _sum_cell(chain, one, laid.gap)]
    if bars is not None:
        line += [space(BEFORE_BARS + bars.width)]
    line += [piece for one in laid.came for piece in _sum_cell(chain, one, laid.gap)]
    return tuple(line)


def _sum_cell(chain: Chain, one: Set, gap: int) -> list[Chunk]:
    count = _sum(chain, one.column)
    text = "" if not one.column.sign else f"{one.column.sign if count else ''}{_text(count)}"
    return [space(gap + one.width - cells.width(text)), chunk(quiet(text))]


def _sum(chain: Chain, column: Column) -> int | None:
    return total(column.of(link).people for link in chain.links)


def _sums(chain: Chain) -> Sequence[int | None]:
    went, came = columns_of(chain.backlog, apart=False)
    return [_sum(chain, column) for column in (*went, *came) if column.sign]


def _text(count: int | None) -> str:
    return "–" if count is None else f"{count:,}"
