"""A panel of the board in a paper: its section, and what its headline has besides the number."""

from __future__ import annotations

from msgspec import Struct

from boardtui.pack.document.blocks import Block, Text, Tone
from boardtui.pack.document.chart import Chart


class Panel(Struct, frozen=True):
    """What a card of the board becomes: a section that begins with its `message`.

    `base`, `glance` and `foot` stand on the page of headlines: what the number is a share of, a
    small picture, and what is never left out.
    """

    message: str
    blocks: tuple[Block, ...]
    base: str = ""
    glance: Chart | None = None
    foot: tuple[str, ...] = ()


def texts(*told: str, tone: Tone = Tone.BODY) -> tuple[Text, ...]:
    """Paragraphs of those that say anything."""
    return tuple(Text(text, tone) for text in told if text)


def running(*told: str, tone: Tone = Tone.BODY) -> tuple[Text, ...]:
    """Sentences as one paragraph, where there are any."""
    return texts(" ".join(filter(None, told)), tone=tone)
