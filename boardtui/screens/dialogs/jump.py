"""Jump mode: a letter on each place, and the next key goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import Screen

from boardtui.screens.dialogs.dismissal import DismissedOnce
from boardtui.screens.keys.ways import Lettered

SMALL = "asdfghjklqwertyuiopzxcvbnm"
LETTERS = SMALL + SMALL.upper()
"""Letters in the order in which they are given out: those under the fingers first."""


def labels(places: int) -> list[str]:
    """The keys that go to each of so many places: one, or two where the letters run out.

    As few letters as will do begin labels of two, those of places that stand together.
    """
    most = len(LETTERS)
    begun = next(n for n in count() if most - n + n * most >= places)
    first = (SMALL.upper() + SMALL)[most - begun :]
    alone = (letter for letter in LETTERS if letter not in first)
    return [*alone, *(one + two for one in first for two in LETTERS)][:places]


def jump(screen: Screen[Any], view: Lettered) -> None:
    """Put letters on all places in sight, and go to the one whose letter is pressed.

    Each place shows the next key to press: after the first of two, those left show their second.
    """
    places = view.places()[: len(LETTERS) ** 2]
    by_label = dict(zip(labels(len(places)), places, strict=True))

    def show(pressed: str) -> None:
        left = {label: place for label, place in by_label.items() if label.startswith(pressed)}
        view.letter({place: label[len(pressed)] for label, place in left.items()})

    def jumped(place: int | None) -> None:
        view.letter({})
        if place is not None:
            view.go_to(place)

    show("")
    screen.app.push_screen(Jump(by_label, show), jumped)


class Jump(DismissedOnce[int | None]):
    """Waits for a letter over what is shown, or for two; any other key leaves."""

    AUTO_FOCUS = ""
    # CSS and not DEFAULT_CSS, which the app's own style of screens would win over.
    CSS = "Jump { background: transparent; }"

    # Bindings, and not events of keys alone: a letter that arrives together with the key that
    # opened the screen is looked for among the bindings of the screen that is there by then.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", id="jump.back", tooltip="Stay where you were"),
        *((letter, f"letter('{letter}')") for letter in LETTERS),
    ]

    def __init__(self, places: Mapping[str, int], show: Callable[[str], None]) -> None:
        """Take the places by their labels, and what shows the letters left after those pressed."""
        super().__init__()
        self._places, self._show = places, show
        self._pressed = ""

    def action_letter(self, letter: str) -> None:
        self._pressed += letter
        if self._pressed in self._places:
            self.dismiss(self._places[self._pressed])
        elif any(label.startswith(self._pressed) for label in self._places):
            self._show(self._pressed)
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        self.dismiss(None)

    def on_key(self, event: Key) -> None:
        """Leave by any key that is no letter."""
        if self.is_current and event.key not in LETTERS:
            event.stop()
            self.dismiss(None)
