"""The messages of a deck: what each of its slides says, in its order, in the deck's own words."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.words.shown import shown
from boardtui.decks.deck import Deck
from boardtui.decks.stage import Stage
from boardtui.pack.document.blocks import Block, Listed, Text, Tone
from boardtui.pack.document.chart import Chart
from boardtui.pack.document.paper import Section
from boardtui.pack.making.bars import chart, then_now_bars
from boardtui.panels.breakdown.naming import by_words, named, row_title
from boardtui.panels.slides.answer import slices_told
from boardtui.panels.slides.filling import filled
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.slide import Slide
from boardtui.review.breakdown import Breakdown
from boardtui.review.day.compared import ComparedFigure


def messages(deck: Deck, stage: Stage) -> Section | None:
    """A section of the deck's sentences; its notes are for whoever speaks, and never here."""
    blocks = [
        block
        for number, slide in enumerate(deck.slides, start=1)
        if slide.kind != "title"
        for block in _said(slide, stage, number)
    ]
    if not blocks:
        return None
    return Section("messages", "The messages of this meeting", tuple(blocks))


def _said(slide: Slide, stage: Stage, number: int) -> Iterator[Block]:
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
    if slide.kind == "answer" and (pictured := _pictured(slide, stage, number)) is not None:
        yield pictured
    if told.sources:
        yield Text(shown(f"Source: {told.sources[0]}."), Tone.QUIET)


def _pictured(slide: Slide, stage: Stage, number: int) -> Chart | None:
    """The slices of an answer then and now, and who has none recorded."""
    assert slide.measure is not None
    assert slide.by is not None
    review = stage.board_of(slide).review
    breakdown = Breakdown(slide.measure, (slide.by,), slide.slices)
    rows, blank = slices_told(review, breakdown)
    bars = [
        bar
        for one in (*rows, *([blank] if blank else []))
        for bar in then_now_bars(_name(one), one, review)
    ]
    title = f"{named(slide.measure, slide.slices)} by {by_words(slide.by)}"
    return chart(f"slide_{number}", shown(title[:1].upper() + title[1:]), bars)


def _name(one: ComparedFigure) -> str:
    last = one.figure.slices[-1]
    return row_title(last.dimension, last.value)
