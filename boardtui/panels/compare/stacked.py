"""A large figure on a small screen: one side under the other."""

from __future__ import annotations

from boardtui.panels.cards import digits
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import DAGGER, label, strong
from boardtui.panels.compare.blocks import Head
from boardtui.panels.compare.entry import NOTHING, Entry
from boardtui.panels.compare.large import foot_lines
from boardtui.panels.compare.rows import NARROW, narrow_units
from boardtui.panels.subject import Subject
from boardtui.panels.text import Line, Role, Span, chunk, line_width, space, spread

SIZE = 3
"""The height of the digits."""


def stacked_units(head: Head, width: int) -> tuple[list[Line], list[list[Line]]]:
    """The title with the change, then both numbers, the parts and the bands, as lines."""
    entry = head.main
    change = chunk(strong(entry.change), subject=entry.subject)
    title = (space(1), chunk(strong(head.title), subject=entry.subject))
    first = [spread(title, (change, space(1)), width)]
    if line_width(first[0]) > width:
        first = [title, (space(1), change)]
    then = _side("then ", entry, 0, width, None)
    now = _side("now  ", entry, 1, width, None)
    parts = _listed(head.parts, width)
    bands = _listed(head.bands, width)
    return first, [then, now, *parts, foot_lines(head, width, NARROW), *bands]


def _listed(entries: tuple[Entry, ...], width: int) -> list[list[Line]]:
    return narrow_units(entries, width)[1]


def _side(words: str, entry: Entry, place: int, width: int, subject: Subject | None) -> list[Line]:
    """A side after its word: in large digits where they have room, else as it is."""
    figure, text = entry.figures[place], (entry.then, entry.now)[place]
    if figure is None:
        told = "not given" if text == NOTHING else text
        return [(space(1), chunk(label(words), label(told)))] if told else []
    before, number = split_hedge(figure)
    lead = f"{words}{before} " if before else words
    wide = 1 + len(lead) + digits.width_of(number, SIZE) if digits.can_draw(number) else width
    if wide >= width:
        return [(space(1), chunk(label(words), strong(text), subject=subject))]
    role = Role.DIGITS if place else Role.DIGITS_THEN
    lines: list[Line] = []
    for row, drawn in enumerate(digits.drawn(number, SIZE)):
        start = chunk(label(lead)) if row == SIZE // 2 else space(len(lead))
        mark = chunk(DAGGER) if text.endswith(DAGGER) and row == 0 else space(0)
        line = (space(1), start, chunk(Span(drawn, role), subject=subject), mark)
        lines.append(tuple(piece for piece in line if piece.width))
    return lines
