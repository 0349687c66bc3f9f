"""A row is sent from the first cell that changes, and the terminal shows the same."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate
from textual.strip import Strip

from boardtui.screens.drawing.redrawn import redrawn
from boardtui.screens.terminal.trimmed import trimmed

WIDE = 16
CONSOLE = Console(force_terminal=True, color_system="truecolor", width=WIDE)
STYLES = st.sampled_from([Style(), Style(bold=True), Style(color="#4f9cf9")])


def row_of(cells: list[tuple[str, Style]]) -> Strip:
    return Strip([Segment(*cell) for cell in cells]).adjust_cell_length(WIDE).simplify()


ROWS = st.lists(st.tuples(st.sampled_from("ab █名"), STYLES), min_size=WIDE, max_size=WIDE).map(
    row_of
)


def update(rows: list[tuple[Strip, Strip]]) -> ChopsUpdate | None:
    """What Textual makes of rows that one widget has drawn anew."""
    spans = [(y, *run) for y, (old, new) in enumerate(rows) if (run := redrawn(old, new))]
    chops: list[dict[int, Strip | None]] = [{0: new} for _, new in rows]
    return ChopsUpdate(chops, spans, [[WIDE]] * len(rows)) if spans else None


def shown(before: list[Strip], sent: str) -> list[list[object]]:
    screen = pyte.Screen(WIDE, len(before))
    stream = pyte.Stream(screen)
    for y, row in enumerate(before, 1):
        stream.feed(f"\x1b[{y};1H{row.render(CONSOLE)}")
    stream.feed(sent.replace("\n", "\r\n"))
    return [[screen.buffer[y][x] for x in range(WIDE)] for y in range(len(before))]


@given(st.lists(st.tuples(ROWS, ROWS), min_size=1, max_size=4))
def test_a_terminal_shows_the_same(rows: list[tuple[Strip, Strip]]) -> None:
    whole = update(rows)
    if whole is None:
        return
    before, sent = [old for old, _ in rows], whole.render_segments(CONSOLE)
    spared = trimmed(whole).render_segments(CONSOLE)
    assert shown(before, spared) == shown(before, sent)
    assert len(spared) <= len(sent) + len(rows)


def test_what_stands_before_the_first_change_is_not_sent() -> None:
    old, new = (Strip([Segment(f"BN-0000{text}")], 9) for text in ("15", "27"))
    sent = trimmed(ChopsUpdate([{0: new}], [(0, 7, 9)], [[9]])).render_segments(CONSOLE)
    assert sent == "\x1b[1;8H27"
    assert redrawn(old, new) == (7, 9)


def test_a_row_of_which_two_parts_change_stays_as_it_is() -> None:
    row = Strip([Segment("abcdef")], 6)
    update = ChopsUpdate([{0: row}], [(0, 1, 2), (0, 4, 5)], [[6]])
    assert trimmed(update).render_segments(CONSOLE) == update.render_segments(CONSOLE)
