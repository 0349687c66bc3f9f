"""Fitting a card into its height: the headline, then as many blocks as have room, by need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.panels.cards.card import Block, Card
from boardtui.panels.cards.headline import headed
from boardtui.panels.text import Line, clipped

BLANK: Line = ()

SPARE = 6
"""The need from which a block is shown only where all others stand with their blank rows."""


def fitted(card: Card, width: int, height: int, size: int) -> list[Line]:
    """The lines of a card, at most so many, with digits as high as that or as have room."""
    head = headed(card.headline, width, size) if card.headline else []
    chosen = _chosen(card.blocks, height - len(head))
    return [clipped(line, width) for line in _set(head, card.blocks, chosen, height)][:height]


def head_height(card: Card, width: int, size: int) -> int:
    """The rows of the headline in digits of a size."""
    return len(headed(card.headline, width, size)) if card.headline else 0


def least_height(card: Card, head: int, need: int) -> int:
    """The rows of a card with its blocks up to a need, as short as they can be said.

    Its headline has `head` rows.
    """
    return head + sum(len(block.least) for block in card.blocks if block.need <= need)


def whole_height(card: Card, head: int, need: int, *, loose: bool = False) -> int:
    """The rows of a card with its blocks up to a need in full, and the blank rows between them."""
    shown = [block for block in card.blocks if block.forms and block.need <= need]
    apart = sum(block.apart for block in (shown if head else shown[1:]))
    between = sum(len(block.forms[0]) - 1 for block in shown if block.loose and loose)
    return head + sum(len(block.forms[0]) for block in shown) + apart + between


Chosen = dict[int, tuple[Line, ...]]
"""The blocks that are shown, by their place, and the lines that they are shown with."""


def _chosen(blocks: Sequence[Block], room: int) -> Chosen:
    """As many blocks as there is room for; then as much of each; then those for large cards."""
    taken: Chosen = {}
    for place, block in _by_need(blocks, below=True):
        if lines := _cut(block, room):
            taken[place] = lines
            room -= len(lines)
    for place in list(taken):
        for lines in blocks[place].forms[:-1]:
            longer = len(lines) - len(taken[place])
            if 0 < longer <= room:
                taken[place] = lines
                room -= longer
    room -= sum(blocks[place].apart for place in taken)
    for place, block in _by_need(blocks, below=False):
        rows = len(block.least) + block.apart
        follows = not block.on or place - 1 in taken
        if block.forms and follows and rows <= room:
            taken[place] = block.least
            room -= rows
    for place, block in enumerate(blocks):
        if place in taken and place - 1 in taken and block.after is not None:
            taken[place] = block.after
    return dict(sorted(taken.items()))


def _by_need(blocks: Sequence[Block], *, below: bool) -> Iterator[tuple[int, Block]]:
    """The blocks that every card has if it can, or those that only large ones have, by need."""
    mine = [pair for pair in enumerate(blocks) if (pair[1].need < SPARE) is below]
    return iter(sorted(mine, key=lambda pair: pair[1].need))


def _cut(block: Block, room: int) -> tuple[Line, ...]:
    """The lines of a block as short as it can be said, or as many as fit, where it has parts."""
    if len(block.least) <= room:
        return block.least
    if block.more is None or room < 2:
        return ()
    return (*block.lines[: room - 1], block.more(len(block.lines) - room + 1))


def _set(head: list[Line], blocks: Sequence[Block], chosen: Chosen, height: int) -> list[Line]:
    """Headline and blocks one under another, with blank rows as far as these have room."""
    spare = height - len(head) - sum(map(len, chosen.values()))
    body, foot = list(head), list[Line]()
    for place, lines in chosen.items():
        block = blocks[place]
        if block.last:
            foot += lines
            continue
        if block.apart and spare > 0 and body:
            body.append(BLANK)
            spare -= 1
        if block.loose and 0 < len(lines) - 1 <= spare:
            spare -= len(lines) - 1
            lines = tuple(row for line in lines for row in (line, BLANK))[:-1]
        body += lines
    if foot:
        body += [BLANK] * max(0, height - len(body) - len(foot))
    return [*body, *foot]
