"""Which slides are shown of a board: those of a deck, where it is of that day, or the day's own."""

from __future__ import annotations

from boardtui.decks.deck import Deck
from boardtui.decks.default import default_deck
from boardtui.decks.opening import good
from boardtui.decks.reading import ReadDeck
from boardtui.decks.stage import Stage


def deck_of(stage: Stage, read: ReadDeck | None) -> Deck:
    """The deck that was read; the board's default without one, or where it is of another day.

    Raises:
        DeckError: with every fault of the file.
        NotThereError: a baseline is not there.
    """
    if read is not None:
        selection = stage.board.review.selection
        force, day = read.deck.force, read.deck.as_at
        if force in (None, selection.force.name) and day in (None, selection.day.isoformat()):
            return good(read, stage)
    return default_deck(stage.board)
