"""Fitting a card into its height: the digits, then as many blocks as there is room for, by need."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from boardtui.panels.cards import digits
from boardtui.panels.cards.card import Block, Card, Headline
from boardtui.panels.text import Line, Role, Span, chunk, clipped, line_width, space, wrapped

GAP = 2
"""Blank columns between large digits and what stands beside them."""

BLANK: Line = ()

SPARE = 6
"""The need from which a block is shown only where all others stand with their blank rows."""


def fitted(card: Card, width: int, height: int, size: int) -> list[Line]:
    """The lines of a card, at most so many, with digits as high as that or as have room."""
    head = _headed(card.headline, width, size) if card.headline else []
    return _with_blocks(head, card.blocks, width, height)


def natural_height(card: Card, width: int, size: int) -> int:
    """The lines of a whole card with digits of a height, with the blank rows between its blocks."""
    head = _headed(card.headline, width, size) if card.headline else []
    shown = [block for block in card.blocks if block.lines]
    apart = sum(block.apart for block in (shown if head else shown[1:]))
    return len(head) + sum(len(block.lines) for block in shown) + apart


def _headed(headline: Headline, width: int, size: int) -> list[Line]:
    """The headline in the largest digits that have room, from a size down; else as it is."""
    for rows in digits.SIZES:
        if rows <= size and (head := _head(headline, width, rows)):
            return head
    return _plain(headline, width)


def _head(headline: Headline, width: int, size: int) -> list[Line] | None:
    """The headline in large digits of a size; None where it can't be drawn so."""
    if not digits.can_draw(headline.value):
        return None
    before = [Span(f"{headline.before} ")] if headline.before else []
    lead = chunk(*before).width
    wide = lead + digits.width_of(headline.value, size)
    if wide > width:
        return None
    rows = digits.drawn(headline.value, size)
    room = width - wide - GAP
    all_beside = len(headline.wide) <= size and all(line_width(n) <= room for n in headline.wide)
    has_room = all(line_width(line) <= room for line in headline.narrow)
    notes = headline.wide if all_beside else _narrow(headline.narrow, room, size)
    below = headline.under if has_room else (*headline.instead, *headline.under)
    lines: list[Line] = []
    for number, (row, note) in enumerate(zip_longest(rows, notes, fillvalue=())):
        if number >= size:
            break
        # The hedge stands on the middle row, where the eye is.
        hedge = chunk(*before) if before and number == size // 2 else space(lead)
        drawn = chunk(Span(str(row), Role.DIGITS), subject=headline.subject)
        line = tuple(piece for piece in (hedge, drawn) if piece.width)
        lines.append((*line, space(GAP), *note) if note else line)
    return lines if all_beside else [*lines, *(clipped(line, width) for line in below)]


def _narrow(lines: Sequence[Line], room: int, size: int) -> list[Line]:
    """What fits beside the digits, line by line; what doesn't is left out there."""
    return [line if line_width(line) <= room else BLANK for line in lines][:size]


def _plain(headline: Headline, width: int) -> list[Line]:
    """The headline where it has no large digits: bold, with what stands with it below."""
    words = f"{headline.before} {headline.value}".strip()
    value = chunk(Span(words, Role.HEADLINE), subject=headline.subject)
    notes = [line for line in headline.wide if line]
    fits = all(line_width(line) <= width for line in notes)
    return [*wrapped([value], width), *(notes if fits else (*headline.narrow, *headline.under))]


def _chosen(blocks: Sequence[Block], room: int) -> list[tuple[int, tuple[Line, ...]]]:
    """The blocks that fit, with their place, and the lines that they are shown with."""
    taken: dict[int, tuple[Line, ...]] = {}
    breath = sum(block.apart and block.need < SPARE for block in blocks if block.lines)
    for place in sorted(range(len(blocks)), key=lambda place: blocks[place].need):
        if blocks[place].need >= SPARE:
            # What only a large card says takes no blank row from between the others.
            room, breath = room - breath, 0
        for lines in (blocks[place].lines, blocks[place].shorter):
            if lines and len(lines) <= room:
                taken[place] = lines
                room -= len(lines)
                break
    return sorted(taken.items())


def _with_blocks(head: list[Line], blocks: Sequence[Block], width: int, height: int) -> list[Line]:
    chosen = _chosen(blocks, height - len(head))
    spare = height - len(head) - sum(len(lines) for _, lines in chosen)
    body, foot = list(head), list[Line]()
    for place, lines in chosen:
        block = blocks[place]
        if block.last:
            foot += lines
            continue
        if block.apart and spare > 0 and body:
            body.append(BLANK)
            spare -= 1
        body += lines
    if foot:
        body += [BLANK] * max(0, height - len(body) - len(foot))
    return [clipped(line, width) for line in [*body, *foot]]
