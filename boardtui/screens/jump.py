"""Jump mode: a letter on each place, and the next key goes there."""

from __future__ import annotations

from textual.events import Key
from textual.screen import ModalScreen

LETTERS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""Letters in the order in which they are given out: those under the fingers first."""


def lettered(count: int) -> str:
    """Letters for so many places; places past the last letter get none."""
    return LETTERS[:count]


class Jump(ModalScreen[int | None]):
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
