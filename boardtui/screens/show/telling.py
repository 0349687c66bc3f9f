"""What a show tells the notes that follow it, from what is before the room."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace
from textual.screen import Screen

from boardtui.core.words.days import day_text
from boardtui.decks.notes import notes_of
from boardtui.link.folder import LinkError, made
from boardtui.link.said import (
    MOST_LIKELY,
    MOST_LINES,
    Likely,
    Said,
    Seen,
    cut,
    database_named,
)
from boardtui.link.speaking import Speaking
from boardtui.panels.cards.all_cards import all_cards
from boardtui.panels.panel import Board
from boardtui.screens.show.answer_screen import AnswerScreen
from boardtui.screens.show.blank_screen import BlankScreen
from boardtui.screens.show.kept import LOST
from boardtui.screens.show.room_screen import RoomScreen
from boardtui.screens.show.show_screen import ShowScreen
from boardtui.store.connection.opening import shown


class Telling:
    """A show's words to the notes: nobody has to listen, and nobody is waited for."""

    def __init__(self, show: ShowScreen, location: str) -> None:
        self._show, self._database = show, database_named(shown(location))
        self._speaking = Speaking()
        self._likely: tuple[Board, tuple[Likely, ...]] | None = None

    def begin(self) -> None:
        """Let the show be followed. Where it cannot be, the notes say why, and the show goes on."""
        try:
            self._speaking.open(made(os.environ))
        except LinkError:
            return

    def tell(self, upper: Screen[Any]) -> None:
        """Say what is before the room; `upper` is the screen that is seen."""
        self._speaking.say(self._said(upper))

    def end(self) -> None:
        self._speaking.close()

    def _said(self, upper: Screen[Any]) -> Said:
        show = self._show
        selection, drawn = show.stage.board.review.selection, show.said()
        said = Said(
            database=self._database,
            force=cut(selection.force.name),
            day=day_text(selection.day),
            synthetic=selection.force.synthetic,
            elapsed=show.elapsed,
            slide=show.place + 1,
            slides=len(show.slides),
            step=drawn.step + 1,
            steps=drawn.steps,
            sentence=cut(drawn.sentence),
            seen=_seen(upper),
            notes=_notes(show),
            following=cut(show.following()),
            likely=self._likely_of(show.stage.board),
        )
        answers = [one for one in show.app.screen_stack if isinstance(one, AnswerScreen)]
        if not answers:
            return said
        asked = answers[-1]
        return replace(
            said,
            sentence=cut(asked.said().sentence),
            asked=cut(asked.words),
            notes=_notes(asked),
        )

    def _likely_of(self, board: Board) -> tuple[Likely, ...]:
        """The headlines of the board's cards: what a question is mostly about."""
        if self._likely is None or self._likely[0] is not board:
            try:
                self._likely = board, tuple(_headlines(board))[:MOST_LIKELY]
            except LOST:
                return ()
        return self._likely[1]


def _notes(screen: RoomScreen) -> tuple[str, ...]:
    """The notes of a slide; where it has none, what its figure is."""
    try:
        return _lines(screen.slide.notes or notes_of(screen.slide, screen.board))
    except LOST as error:
        return (cut(str(error)),)


def _headlines(board: Board) -> Iterator[Likely]:
    for card in all_cards(board):
        if card.number is not None:
            yield Likely(cut(card.label), cut(card.value), cut(card.change))


def _seen(upper: Screen[Any]) -> Seen:
    if isinstance(upper, BlankScreen):
        return "black" if upper.colour == "black" else "white"
    return "answer" if isinstance(upper, AnswerScreen) else "slide"


def _lines(notes: str) -> tuple[str, ...]:
    """Notes line by line; of more than can be said, how many are left out."""
    lines = [cut(line) for line in notes.splitlines()]
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    left = len(lines) - MOST_LINES + 1
    return (*lines[: MOST_LINES - 1], f"… {left} more lines")
