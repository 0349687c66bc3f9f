"""The keys that every screen beside the board has, by ids of its own."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from boardtui.screens.keys.movement import jumps, pages, steps
from boardtui.screens.keys.ways import EVERYWHERE, TO_CARDS


def beside_keys(screen: str, one: str, opens: str) -> list[BindingType]:
    """Back, open, define, what all screens have, and moving; `opens` is what `enter` does."""
    return [
        Binding("escape", "back", "back", id=f"{screen}.back", tooltip="Back to where you were"),
        Binding("enter", "open", "open", id=f"{screen}.open", tooltip=opens),
        Binding(
            "d",
            "define",
            "define",
            id=f"{screen}.define",
            tooltip=f"Definition and source of the marked {one}",
        ),
        Binding("question_mark", "help", "keys", id=f"{screen}.help", tooltip="List the keys"),
        *EVERYWHERE,
        *TO_CARDS,
        *steps(screen, one),
        Binding(
            "right,l",
            "aside(1)",
            "right",
            show=False,
            id=f"{screen}.right",
            tooltip=f"The {one} to the right, and further columns",
        ),
        Binding(
            "left,h",
            "aside(-1)",
            "left",
            show=False,
            id=f"{screen}.left",
            tooltip=f"The {one} to the left, and the columns before",
        ),
        *pages(screen, one, first=-1),
        jumps(screen, one),
        Binding("q", "app.quit", "quit", show=False, id=f"{screen}.quit", tooltip="Leave boardtui"),
    ]
