"""A slide as a deck has it: which kind it is, what it is of, and words of one's own."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.criterion.dimension import WHOLE, Slices


class Slide(Struct, frozen=True, kw_only=True):
    """One slide of a deck.

    `kind` is a name in `boardtui.panels.slides.kinds.KINDS`. `measure` and `slices` say which
    figure it is of, where its kind asks that, and `baseline` what it is compared with, where that
    is not what the deck is: "inspection", "none", or a day as ISO text. `sentence` is said in place
    of its own one, with placeholders; `title` and `text` are what slides of words say. `notes` are
    for whoever speaks, and never on the screen of the room.
    """

    kind: str
    measure: str | None = None
    slices: Slices = WHOLE
    by: str | None = None
    baseline: str | None = None
    title: str = ""
    text: tuple[str, ...] = ()
    sentence: str | None = None
    notes: str = ""
