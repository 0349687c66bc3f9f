"""The three numbers of a flow in large digits: then, cleared without a visit, now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardtui.core.flow.counts import Flow
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.wording import count_text, signed
from boardtui.panels.cards import digits
from boardtui.panels.cards.words import label, strong
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, space

WIDEST = 36
"""Columns of one number, where there are more than it needs."""

SIZES = (5, 3)
GAP = 2


@dataclass(frozen=True, slots=True)
class _Total:
    value: str
    role: Role
    under: Chunk

    def width(self, size: int) -> int:
        return max(digits.width_of(self.value, size), self.under.width)


def totals_lines(flow: Flow, width: int) -> list[Line]:
    """The numbers side by side, in the largest digits that have room; nothing where none has."""
    backlog = BACKLOGS[flow.backlog]
    totals = [
        _Total(count_text(flow.opening), Role.DIGITS_THEN, chunk(label("overdue then"))),
        _Total(
            count_text(flow.cleared_without),
            Role.DIGITS,
            chunk(strong(f"cleared without {backlog.a_one}")),
        ),
        _Total(count_text(flow.closing), Role.DIGITS, _now(flow)),
    ]
    known = [total for total in totals if digits.can_draw(total.value)]
    for size in SIZES:
        if widths := _widths([total.width(size) for total in known], width):
            return _drawn(known, size, widths)
    return []


def _now(flow: Flow) -> Chunk:
    """What stands under the number of now: the change."""
    then, now = flow.opening or 0, flow.closing or 0
    if then == now:
        return chunk(label("overdue now, as many"))
    percent = f" ({signed(100 * (now - then) / then)}%)" if then else ""
    return chunk(label("overdue now, "), signed(now - then), label(percent))


def _widths(needed: Sequence[int], width: int) -> list[int]:
    """The columns of each number: all alike, else what each needs; none where that is too much."""
    alike = min(WIDEST, width // max(1, len(needed)))
    if all(each + GAP <= alike for each in needed[:-1]) and needed[-1] <= alike:
        return [alike] * len(needed)
    spare = width - sum(needed) - GAP * (len(needed) - 1)
    if spare < 0:
        return []
    return [each + GAP + spare // len(needed) for each in needed]


def _drawn(totals: Sequence[_Total], size: int, widths: Sequence[int]) -> list[Line]:
    rows = [digits.drawn(total.value, size) for total in totals]
    lines: list[Line] = []
    for number in range(size):
        drawn = [Span(row[number], total.role) for row, total in zip(rows, totals, strict=True)]
        lines.append(_apart([chunk(span) for span in drawn], widths))
    return [*lines, _apart([total.under for total in totals], widths)]


def _apart(pieces: Sequence[Chunk], widths: Sequence[int]) -> Line:
    line: list[Chunk] = []
    for piece, width in zip(pieces, widths, strict=True):
        line += [piece, space(max(0, width - piece.width))]
    return tuple(line[:-1])
