"""The keys of a screen, from its own bindings."""

from __future__ import annotations

from textual.binding import Binding
from textual.screen import Screen

from boardtui.screens.keys import key_name


def keys_of(screen: Screen[None]) -> list[tuple[str, str]]:
    """Each key, or keys, with what it does."""
    rows = []
    for binding in screen.BINDINGS:
        if isinstance(binding, Binding):
            keys = " ".join(key_name(key) for key in binding.key.split(","))
            rows.append((keys, binding.tooltip or binding.description))
    return [*rows, ("^p", "Find any figure, day, case or action by name")]
