"""The keys that every screen of panels has, by ids of its own."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding

from boardtui.screens.keys.movement import jumps, pages, steps
from boardtui.screens.keys.ways import CHANGES

TO_PANELS = (
    ("tab", "next", 1, True),
    ("shift+tab", "previous", -1, False),
    ("right,l", "right", 1, False),
    ("left,h", "left", -1, False),
)


def panel_keys(screen: str, numbers: Iterable[int], opens: str) -> list[Binding]:
    """Asking, choosing, and moving; `opens` is what a panel's number does: "Open", "Go to"."""
    return [
        Binding(
            "d",
            "define",
            "define",
            id=f"{screen}.define",
            tooltip="Definition, base and source of the marked figure",
        ),
        *CHANGES,
        *(
            Binding(
                key,
                f"next_panel({by})",
                "next panel" if by > 0 else "panel before",
                show=show,
                id=f"{screen}.{name}",
                tooltip="Next panel" if by > 0 else "The panel before",
            )
            for key, name, by, show in TO_PANELS
        ),
        *(
            Binding(
                str(number),
                f"panel({number})",
                f"panel {number}",
                show=False,
                id=f"{screen}.panel{number}",
                tooltip=f"{opens} panel {number}",
            )
            for number in numbers
        ),
        *steps(screen, "figure"),
        *pages(screen, "figure", first=-1),
        jumps(screen, "figure"),
    ]
