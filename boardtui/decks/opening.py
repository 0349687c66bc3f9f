"""Opening a deck: which board it is of, and whether all that it says is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from boardtui.core.audience.audience import strictest
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


def good(read: ReadDeck, stage: Stage) -> Deck:
    """The deck of a file, where nothing is wrong with it.

    Raises:
        DeckError: with every fault, of the file and of what is not on the board.
    """
    if faults := [*read.faults, *_too_open(read.deck, stage), *faults_of(read.numbered, stage)]:
        raise deck_error(read, faults)
    return read.deck


def _too_open(deck: Deck, stage: Stage) -> Iterator[Fault]:
    """That a deck is for an audience that may not see all of what it would be shown of."""
    mine = deck.meant_for
    shown_to = stage.board.review.audience.audience
    if strictest(mine, shown_to) is not shown_to:
        yield Fault(
            0,
            f"the deck is for the {deck.audience}, and what is open here is shown to the "
            f"{shown_to}: open it with --audience {deck.audience}.",
        )


def deck_error(read: ReadDeck, faults: Iterable[Fault]) -> DeckError:
    """All that is wrong with the deck of a file, in the order of its slides."""
    ordered = sorted(faults, key=lambda fault: fault.number)
    return DeckError([f"{read.path}: {fault.text}" for fault in ordered])
