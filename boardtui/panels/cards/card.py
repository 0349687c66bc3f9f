"""A card: what it says in order of priority, of which a layout shows as much as has room."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from boardtui.panels.subject import Subject
from boardtui.panels.text import Line


class Way(Struct, frozen=True):
    """One way to set the words of a headline: beside its digits, and below them."""

    beside: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()


class Headline(Struct, frozen=True):
    """The one number of a card, and the words that stand with it.

    `label` names it in a list of cards, and `brief` where that has no room. `value` is drawn in
    large digits where every sign of it has one, else as it is. `before` is a hedge, which is never
    dropped ("≈", "just under"). The first of the `ways` that has room is taken; the last one needs
    none beside the digits.
    """

    label: str
    value: str
    subject: Subject | None = None
    before: str = ""
    ways: tuple[Way, ...] = (Way(),)
    brief: str = ""

    @property
    def text(self) -> str:
        """The number as it stands in a line: "≈1,500", "just under 500"."""
        between = "" if self.before in ("", "≈") else " "
        return f"{self.before}{between}{self.value}"


class Block(Struct, frozen=True):
    """Lines that stand or go together; the lower its `need`, the sooner it is shown.

    Where it has no room, the first of the `shorter` ones that has stands in its place. With `more`,
    it may be shown in part, from its first line on: `more` then says how many lines have no room.
    `apart` asks for a blank row above it, `loose` for one between its lines, and `last` for the
    foot of the card. One that goes `on` from the block before it stands only with that. Where the
    block before it says part of the same, it stands with the lines of `after` under that.
    """

    lines: tuple[Line, ...]
    need: int
    shorter: tuple[tuple[Line, ...], ...] = ()
    apart: bool = False
    loose: bool = False
    last: bool = False
    on: bool = False
    after: tuple[Line, ...] | None = None
    more: Callable[[int], Line] | None = None

    @property
    def forms(self) -> tuple[tuple[Line, ...], ...]:
        """Its lines in full, then the shorter ones: those that say anything."""
        if not self.shorter:
            return (self.lines,) if self.lines else ()
        return tuple([form for form in (self.lines, *self.shorter) if form])

    @property
    def least(self) -> tuple[Line, ...]:
        """Its lines where it is short of room."""
        return self.forms[-1] if self.forms else ()


class Card(Struct, frozen=True):
    """What a card says for one width: a headline, and blocks in the order in which they stand.

    A card of a table alone has no headline.
    """

    headline: Headline | None
    blocks: tuple[Block, ...]
