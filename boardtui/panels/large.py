"""A number in large digits with what is said of it, over a screen that is of no one figure."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.panels.breakdown.statement import digits_for
from boardtui.panels.cards.card import Card, Headline, Way
from boardtui.panels.cards.digits import can_draw
from boardtui.panels.cards.fit import fitted
from boardtui.panels.cards.headline import room_beside
from boardtui.panels.cards.words import label, line, strong
from boardtui.panels.text import Line, chunk, line_width, space, wrapped

SMALL = 30
"""Rows of a screen below which digits are three rows high, so that a picture has room as well."""


def said_large(
    value: str, title: str, sentences: Sequence[str], width: int, height: int
) -> list[Line]:
    """The number, its title beside it, and sentences that go on beneath where they must.

    On a small screen, or where it cannot be drawn, the number stands in a line with its title.
    """
    room = width - 2
    size = digits_for(width, height)
    if height < SMALL:
        size = min(size, 3)
    if value and size and can_draw(value):
        beside = room_beside(value, "", room, size)
        notes = [line(strong(title)), *_told(sentences, beside)]
        if line_width(notes[0]) <= beside:
            way = Way(tuple(notes[:size]))
            large = fitted(Card(Headline("", value, None, "", (way,)), ()), room, size, size)
            # What has no room beside the digits goes on beneath them.
            return _set_in([*large, *notes[size:]])
    lead = f"{value} {title}" if value else title
    return _set_in([*wrapped([chunk(strong(lead))], room), *_told(sentences, room)])


def _told(sentences: Sequence[str], width: int) -> list[Line]:
    return [each for said in sentences for each in wrapped(line(label(said)), width)]


def _set_in(lines: Sequence[Line]) -> list[Line]:
    return [(space(1), *each) if each else each for each in lines]
