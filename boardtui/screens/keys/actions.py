"""What can be done on a screen, to be found by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from boardtui.screens.keys.keys import bindings_in_force

if TYPE_CHECKING:
    from boardtui.review.find import ActionTarget

TO_CASES = frozenset({"cases"})
"""Actions of screens that lead to single cases, and nowhere else."""


def actions_of(screen: Screen[Any]) -> list[ActionTarget]:
    """What a screen can do, from its own bindings, to be found by name; nothing that is closed."""
    from boardtui.review.find import ActionTarget

    return [
        ActionTarget(binding.description.capitalize(), binding.tooltip, binding.action)
        for binding in bindings_in_force(screen)
        if binding.tooltip
    ]
