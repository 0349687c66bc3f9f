"""A whole paper of a board: the title, the headlines, a section a panel, and what explains them."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.words.shown import shown
from boardtui.pack.document.blocks import Text, Tone
from boardtui.pack.document.paper import Paper, Section
from boardtui.pack.making.declared import LATER, PANELS
from boardtui.pack.making.definitions import definitions
from boardtui.pack.making.headlines import below, card_of
from boardtui.pack.making.inspections import inspections
from boardtui.pack.making.panel import Panel
from boardtui.pack.making.reading import reading
from boardtui.pack.making.then_and_now import then_and_now
from boardtui.pack.making.title import title_of
from boardtui.panels.cards.standing import Standing, standing, subjects
from boardtui.panels.panel import Board
from boardtui.panels.slides.granted import TAKEN, granted


def paper_of(
    board: Board,
    marking: str,
    more: Sequence[Section | None] = (),
    last: Sequence[Section | None] = (),
) -> Paper:
    """The paper of a board with all its flows.

    `marking` is the official marking of a paper for the force. The sections of `more`, such as the
    messages of a deck, stand before all others, and those of `last` before what explains them.
    """
    there = standing(board)
    panels = [(each, PANELS[each.of.name](each.board, each)) for each in there]
    first = [_section(*each) for each in panels if each[0].of.name not in LATER]
    later = [_section(*each) for each in panels if each[0].of.name in LATER]
    cards = (card_of(*each) for each in panels)
    sections = (
        *more,
        *first,
        then_and_now(board),
        *later,
        inspections(board),
        *last,
        definitions(board),
        reading(board),
    )
    return Paper(
        title_of(board, marking),
        tuple(card for card in cards if card is not None),
        tuple(map(shown, below(board, there))),
        tuple(section for section in sections if section is not None),
    )


def _section(standing: Standing, panel: Panel) -> Section:
    message = (Text(shown(panel.message), Tone.MESSAGE),) if panel.message else ()
    blocks = (*message, *panel.blocks, *_taken_for_granted(standing, panel))
    return Section(standing.of.name, shown(standing.title), blocks)


def _taken_for_granted(standing: Standing, panel: Panel) -> tuple[Text, ...]:
    """What is taken for granted of the figures of a section, where it does not say so itself."""
    told = granted(subjects(standing.card))
    said = [block.text for block in panel.blocks if isinstance(block, Text)]
    if not told or any(TAKEN in text for text in said):
        return ()
    return (Text(f"Bear in mind: {told}.", Tone.CAUTION),)
