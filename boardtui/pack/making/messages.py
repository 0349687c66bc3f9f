"""The messages of a deck: what each of its slides says, in its order, in the deck's own words."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.words.shown import shown
from boardtui.decks.deck import Deck
from boardtui.decks.stage import Stage
from boardtui.pack.document.blocks import Block, Listed, Text, Tone
from boardtui.pack.document.paper import Section
from boardtui.panels.slides.filling import filled
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.slide import Slide


def messages(deck: Deck, stage: Stage) -> Section | None:
    """A section of the deck's sentences; its notes are for whoever speaks, and never here."""
    blocks = [
        block for slide in deck.slides if slide.kind != "title" for block in _said(slide, stage)
    ]
    if not blocks:
        return None
    return Section("messages", "The messages of this meeting", tuple(blocks))


def _said(slide: Slide, stage: Stage) -> Iterator[Block]:
    """The sentence of a slide, its lines, and where its figures are from."""
    try:
        told = KINDS[slide.kind].message(slide, stage.board_of(slide))
    except NotToldError as missing:
        yield Text(shown(f"A slide cannot be told: {missing}."), Tone.QUIET)
        return
    said = filled(slide.sentence, told.fills) if slide.sentence else next(iter(told.sentences), "")
    if said:
        yield Text(shown(said), Tone.MESSAGE)
    if lines := tuple(shown(filled(text, told.fills)) for text in slide.text):
        yield Listed(lines)
    if told.sources:
        yield Text(shown(f"Source: {told.sources[0]}."), Tone.QUIET)
