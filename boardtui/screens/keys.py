"""The line of keys at the foot of a screen, from the screen's own bindings."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding

KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "ctrl+p": "^p",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "shift+tab": "⇧tab",
    "greater_than_sign": ">",
    "plus": "+",
    "minus": "-",
    "colon": ":",
    "ctrl+c": "^c",
}


def key_name(key: str) -> str:
    """A key as a reader knows it."""
    return KEY_NAMES.get(key, key)


def shown_bindings(bindings: Iterable[Binding]) -> list[tuple[str, str]]:
    """The first key and the word of each binding that asks to be shown, in order."""
    return [
        (binding.key_display or key_name(binding.key.split(",")[0]), binding.description)
        for binding in bindings
        if binding.show
    ]


def key_line(keys: Iterable[tuple[str, str]], width: int) -> str:
    """As many keys as fit a width, the first ones first; never half a key."""
    line = ""
    for key, word in keys:
        piece = f"{key} {word}"
        longer = f"{line}  {piece}" if line else piece
        if len(longer) <= width:
            line = longer
    return line
