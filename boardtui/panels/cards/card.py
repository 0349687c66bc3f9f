"""A card: what it says in order of priority, of which a layout shows as much as has room."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.panels.subject import Subject
from boardtui.panels.text import Line


@dataclass(frozen=True, slots=True)
class Headline:
    """The one number of a card, and what stands with it.

    `label` names it in a list of cards. `value` is drawn in large digits where every sign of it has
    one, else as it is. `before` is a hedge, which is never dropped ("≈", "just under"). `wide`
    stands beside the digits where all of it fits there; else `narrow` does, as far as it fits, and
    `under` stands below the digits; so does `instead`, where something of `narrow` has no room.
    """

    label: str
    value: str
    subject: Subject | None = None
    before: str = ""
    wide: tuple[Line, ...] = ()
    narrow: tuple[Line, ...] = ()
    under: tuple[Line, ...] = ()
    instead: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand or go together; the lower its `need`, the sooner it is shown.

    `shorter` stands in its place where it has no room. `apart` asks for a blank row above it, and
    `last` for the foot of the card.
    """

    lines: tuple[Line, ...]
    need: int
    shorter: tuple[Line, ...] = ()
    apart: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says for one width: a headline, and blocks in the order in which they stand.

    A card of a table alone has no headline.
    """

    headline: Headline | None
    blocks: tuple[Block, ...]
