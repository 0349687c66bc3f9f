"""The screen of what changed month by month: how it moved, and a row for each month."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.flow.counts import total
from boardtui.core.flow.parts import CLEARED_WITHOUT
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.wording import count_text
from boardtui.panels import cells
from boardtui.panels.cards.words import strong
from boardtui.panels.flow.chain_table import table_of
from boardtui.panels.flow.side import margin_of, room_of
from boardtui.panels.flow.totals import totals_of
from boardtui.panels.head import head
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows, rows_of
from boardtui.panels.text import Line, chunk, quiet, space, wrapped
from boardtui.panels.totals import Total, totals_lines
from boardtui.review.flow.chain_told import every, sentences
from boardtui.review.flow.chained import Chain

CRUMB = "Board › What changed › Month by month"

WORKING = "What changed month by month is being read…"


def chain_rows(
    board: Board,
    backlog: str,
    chain: Chain | None,
    width: int,
    height: int,
    notes: Sequence[str] = (),
) -> Rows:
    """The screen for a size, without the line of keys; None is what is not read yet."""
    top: list[Line] = [head(board.review, width, CRUMB, "Month by month")]
    notes = [*notes, *_other_definition(board, chain)]
    for note in notes:
        top += [(space(1), *line) for line in wrapped([chunk(quiet(note))], width - 2)]
    if why := board.start.too_few:
        return rows_of(top, [[(), *_set_in(wrapped([chunk(why)], room_of(width)), width)]], width)
    if chain is None:
        return rows_of(top, [[(), (space(1), chunk(quiet(WORKING)))]], width)
    if why := chain.direct.why_unknown:
        words = f"What became of overdue {BACKLOGS[backlog].name} is not known: {why}."
        return rows_of(top, [[(), *_set_in(wrapped([chunk(words)], room_of(width)), width)]], width)
    return _arranged(chain, top, width, height - 1)


LEAST = 6
"""Rows that the months have in sight, under heads that stay, at the least."""


def _arranged(chain: Chain, top: list[Line], width: int, height: int) -> Rows:
    """As roomy as the height allows: with large digits, and with blank rows between the months.

    Where not all has room, only the months are scrolled, and their heads stay.
    """
    room = room_of(width)
    table = table_of(chain, room)
    sentence, heads = _sentence(chain, width), _set_in(table.heads, width)
    digits = _set_in(totals_lines(_totals(chain), room), width)
    plain = [*top, *sentence, *heads]
    large = [*top, (), *sentence, (), *digits, (), *heads]
    ways = [
        (above, _set_in(table.rows(roomy=roomy, airy=airy), width))
        for above, roomy, airy in (
            (large, True, True),
            (large, True, False),
            ([*top, (), *sentence, (), *heads], True, False),
            (plain, False, False),
        )
    ]
    fits = ((above, rows) for above, rows in ways if len(above) + len(rows) <= height)
    above, rows = next(fits, ways[-1])
    if height - len(above) < LEAST:
        return rows_of(top, [[*above[len(top) :], *rows]], width)
    return rows_of(above, [rows], width)


def _totals(chain: Chain) -> list[Total]:
    """Then and now, and between them who was cleared without a visit in any of the months."""
    then, _, now = totals_of(chain.direct)
    count = total(link.cleared_without for link in chain.links)
    hidden = any(link.hides(*CLEARED_WITHOUT) for link in chain.links)
    words = f"cleared without {chain.backlog.a_one}"
    under = (chunk(strong(words)), chunk(quiet(f"over the {every(chain)}s")))
    return [then, Total(count_text(count, hidden=hidden), under), now]


def _other_definition(board: Board, chain: Chain | None) -> list[str]:
    """That the months are as they were counted, where the board is worked out otherwise."""
    definition = board.review.definition
    if chain is None or all(each.definition == definition for each in chain.snapshots[1:]):
        return []
    return ["Each step as it was counted when it was taken in, not under this board's definition."]


def _sentence(chain: Chain, width: int) -> list[Line]:
    """The longest sentence that has room on one row; else the shortest, on several."""
    ways = list(sentences(chain))
    one = next((way for way in ways if cells.width(way) <= width - 2), ways[-1])
    return [(space(1), *line) for line in wrapped([chunk(strong(one))], width - 2)]


def _set_in(lines: Sequence[Line], width: int) -> list[Line]:
    lead = space(margin_of(width))
    return [(lead, *line) if line else line for line in lines]
