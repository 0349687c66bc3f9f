"""The keys of a screen, from its own bindings."""

from __future__ import annotations

from textual.screen import Screen

from boardtui.screens.keys.keys import bindings_in_force, keys_in_force


def keys_of(screen: Screen[None]) -> list[tuple[str, str]]:
    """Each key, or keys, with what it does."""
    keys = keys_in_force(screen)
    rows = [
        (" ".join(keys[str(binding.id)]), binding.tooltip or binding.description)
        for binding in bindings_in_force(screen)
    ]
    return [*rows, ("^p", "Find any figure, day, case or action by name")]
