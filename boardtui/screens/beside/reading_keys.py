"""The keys of a screen beside the board that is read, and has no figure that is marked."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from boardtui.screens.keys.movement import pages, steps
from boardtui.screens.keys.ways import EVERYWHERE, TO_CARDS


def read_keys(screen: str, define: str, *own: Binding) -> list[BindingType]:
    """Back, what is behind it all, its own, what all screens have, and moving."""
    return [
        Binding("escape", "back", "back", id=f"{screen}.back", tooltip="Back to where you were"),
        *own,
        Binding("d", "define", "define", id=f"{screen}.define", tooltip=define),
        Binding("question_mark", "help", "keys", id=f"{screen}.help", tooltip="List the keys"),
        *EVERYWHERE,
        *TO_CARDS,
        *steps(screen, "line"),
        *pages(screen, "line", first=-1),
        Binding("q", "app.quit", "quit", show=False, id=f"{screen}.quit", tooltip="Leave boardtui"),
    ]
