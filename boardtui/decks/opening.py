"""Opening a deck: which board it is of, and whether all that it says is there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from boardtui.decks.checking import faults_of
from boardtui.decks.deck import Deck
from boardtui.decks.faults import DeckError, Fault
from boardtui.decks.reading import ReadDeck
from boardtui.decks.stage import Stage
from boardtui.review.day.selection import Selection, choose
from boardtui.store.connection.database import Database


def selected(
    database: Database,
    deck: Deck,
    force: str | None = None,
    as_at: date | None = None,
    against: str | None = None,
) -> Selection:
    """What a deck is of; what the command line says goes before what the deck does.

    Raises:
        NotThereError: the force, the day or the baseline is not there.
    """
    # A deck's day and baseline are those of its own force: they go with it.
    own = force is None or force == deck.force
    day = date.fromisoformat(deck.as_at) if own and deck.as_at and as_at is None else as_at
    then = deck.against if own and as_at is None and against is None else against
    return choose(database, force or deck.force, day, then)


def good(path: Path, read: ReadDeck, stage: Stage) -> Deck:
    """The deck of a file, where nothing is wrong with it.

    Raises:
        DeckError: with every fault, of the file and of what is not on the board.
    """
    if faults := [*read.faults, *faults_of(read.numbered, stage)]:
        raise deck_error(path, faults)
    return read.deck


def deck_error(path: Path, faults: Iterable[Fault]) -> DeckError:
    """All that is wrong with the deck of a file, in the order of its slides."""
    ordered = sorted(faults, key=lambda fault: fault.number)
    return DeckError([f"{path}: {fault.text}" for fault in ordered])
