"""What can be done on a screen, to be found by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.screen import Screen

if TYPE_CHECKING:
    from boardtui.review.find import ActionTarget

TO_CASES = frozenset({"cases"})
"""Actions of screens that lead to single cases, and nowhere else."""


def actions_of(screen: Screen[Any], *, cases: bool = True) -> list[ActionTarget]:
    """What a screen can do, from its own bindings, to be found by name.

    Without `cases`, nothing that leads to single cases alone.
    """
    from boardtui.review.find import ActionTarget

    return [
        ActionTarget(binding.description.capitalize(), binding.tooltip, binding.action)
        for binding in screen.BINDINGS
        if isinstance(binding, Binding) and binding.tooltip
        if cases or binding.action not in TO_CASES
    ]
