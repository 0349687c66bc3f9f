"""Jump mode: a letter on each place, and the next key goes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from textual.events import Key
from textual.screen import Screen

from boardtui.screens.dismissal import DismissedOnce

LETTERS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""Letters in the order in which they are given out: those under the fingers first."""


class Lettered(Protocol):
    """What is on a screen that letters can be put on: places by their numbers."""

    def places(self) -> Sequence[int]:
        """The places in sight, in order."""
        ...

    def letter(self, letters: Mapping[int, str]) -> None:
        """Put a letter on each of some places, and take those before away."""
        ...

    def go_to(self, place: int) -> None: ...


def jump(screen: Screen[None], view: Lettered) -> None:
    """Put letters on all places in sight, and go to the one whose letter is pressed.

    Places past the last letter get none.
    """
    places = view.places()[: len(LETTERS)]

    def jumped(number: int | None) -> None:
        view.letter({})
        if number is not None:
            view.go_to(places[number])

    view.letter(dict(zip(places, LETTERS, strict=False)))
    screen.app.push_screen(Jump(LETTERS[: len(places)]), jumped)


class Jump(DismissedOnce[int | None]):
    """Waits for one key over what is shown: gives the place of its letter, or nothing."""

    AUTO_FOCUS = ""
    # CSS and not DEFAULT_CSS, which the app's own style of screens would win over.
    CSS = "Jump { background: transparent; }"

    def __init__(self, letters: str) -> None:
        super().__init__()
        self._letters = letters

    def on_key(self, event: Key) -> None:
        event.stop()
        place = self._letters.find(event.character) if event.character else -1
        self.dismiss(place if place >= 0 else None)
