"""The headline of a card: its number in large digits, with the words that stand with it."""

from __future__ import annotations

from itertools import zip_longest

from boardtui.panels import cells
from boardtui.panels.cards import digits
from boardtui.panels.cards.card import Headline, Way
from boardtui.panels.text import Line, Role, Span, chunk, line_width, space, wrapped

GAP = 2
"""Blank columns between large digits and what stands beside them."""


def headed(headline: Headline, width: int, size: int) -> list[Line]:
    """The headline in digits of a size, or the largest below it that have room; else as it is."""
    for rows in digits.SIZES:
        if rows <= size and draws(headline, width, rows):
            return _large(headline, width, rows)
    value = chunk(Span(headline.text, Role.HEADLINE), subject=headline.subject)
    notes = [line for line in headline.ways[0].beside if line]
    fits = all(line_width(line) <= width for line in notes)
    return [*wrapped([value], width), *(notes if fits else headline.ways[-1].below)]


def draws(headline: Headline, width: int, size: int) -> bool:
    """Whether the number has room in digits of a size."""
    return digits.can_draw(headline.value) and digits.width_of(headline.value, size) <= width


def has_room(headline: Headline, width: int, size: int, usual: int) -> bool:
    """Whether digits of a size, if there are any, leave all words room that the usual ones do.

    They may stand in fewer words beside these, but nothing that stood beside them below.
    """
    if not digits.can_draw(headline.value):
        return True
    rooms = {
        rows: width - _hedge(headline.before) - digits.width_of(headline.value, rows)
        for rows in (size, usual)
    }
    large, small = (_way(headline, width, room - GAP, rows) for rows, room in rooms.items())
    same = large == small or (bool(large.beside) and large.below == small.below)
    return rooms[size] >= 0 and same


def _hedge(before: str) -> int:
    """The columns of a hedge before digits, with the blank after it."""
    return cells.width(before) + 1 if before else 0


def room_beside(value: str, before: str, width: int, size: int = 5) -> int:
    """The columns beside a number in large digits, after its hedge; at least one."""
    wide = digits.width_of(value, size) if digits.can_draw(value) else cells.width(value)
    return max(1, width - wide - GAP - _hedge(before))


def _large(headline: Headline, width: int, size: int) -> list[Line]:
    before = chunk(f"{headline.before} ") if headline.before else space(0)
    above = before.width + digits.width_of(headline.value, size) > width
    lead = 0 if above else before.width
    drawn = digits.drawn(headline.value, size)
    way = _way(headline, width, width - lead - digits.width_of(headline.value, size) - GAP, size)
    lines: list[Line] = [(chunk(headline.before),)] if above else []
    for number, (row, note) in enumerate(zip_longest(drawn, _beside(way, size), fillvalue=())):
        # The hedge stands on the middle row, where the eye is.
        hedge = before if lead and number == size // 2 else space(lead)
        large = chunk(Span(str(row), Role.DIGITS), subject=headline.subject)
        line = tuple(piece for piece in (hedge, large) if piece.width)
        lines.append((*line, space(GAP), *note) if note else line)
    return [*lines, *way.below]


def _way(headline: Headline, width: int, room: int, size: int) -> Way:
    """The first way whose words have room beside the digits, and below them."""
    for way in headline.ways:
        told = [line for line in way.beside if line]
        below = all(line_width(line) <= width for line in way.below)
        if below and len(told) <= size and all(line_width(line) <= room for line in told):
            return way
    return Way(below=headline.ways[-1].below)


def _beside(way: Way, size: int) -> list[Line]:
    """The words beside digits of a size: further down beside high ones, and closer beside low."""
    lines = list(way.beside)
    while len(lines) > size:
        lines.remove(())
    return [()] * ((size - 5) // 2) + lines if size > 5 else lines
