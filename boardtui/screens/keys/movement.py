"""The keys that move from row to row, with the same letters on every screen that has rows."""

from __future__ import annotations

from textual.binding import Binding


def steps(screen: str, one: str, *, show: bool = False) -> list[Binding]:
    """Down and up by one; `screen` begins the ids, `one` is what a reader steps to."""
    return [
        Binding(
            "down,j",
            "step(1)",
            f"next {one}",
            show=show,
            id=f"{screen}.down",
            tooltip=f"Next {one}",
        ),
        Binding(
            "up,k",
            "step(-1)",
            f"{one} before",
            show=show,
            id=f"{screen}.up",
            tooltip=f"The {one} before",
        ),
    ]


def scrolling(screen: str) -> list[Binding]:
    """Through what is read: by lines, and by screens."""
    lines = [("down,j", 1, "down", "A line down"), ("up,k", -1, "up", "A line up")]
    return [
        *(
            Binding(
                key, f"scroll_by({by})", name, show=False, id=f"{screen}.{name}", tooltip=tooltip
            )
            for key, by, name, tooltip in lines
        ),
        *pages(screen, "line"),
    ]


def jumps(screen: str, one: str) -> Binding:
    """Letters to jump by."""
    return Binding(
        "g", "jump", "go to", show=False, id=f"{screen}.jump", tooltip=f"A letter on each {one}"
    )


def pages(screen: str, one: str, *, space: bool = True, first: int = 0) -> list[Binding]:
    """A screen down and up, the first and the last.

    `space` is whether the space bar pages too; `first` is what `end` takes for the first.
    """
    return [
        Binding(
            "pagedown,space" if space else "pagedown",
            "page(1)",
            "page down",
            show=False,
            id=f"{screen}.pagedown",
            tooltip="A screen down",
        ),
        Binding(
            "pageup",
            "page(-1)",
            "page up",
            show=False,
            id=f"{screen}.pageup",
            tooltip="A screen up",
        ),
        Binding(
            "home",
            f"end({first})",
            "first",
            show=False,
            id=f"{screen}.home",
            tooltip=f"First {one}",
        ),
        Binding("end", "end(1)", "last", show=False, id=f"{screen}.end", tooltip=f"Last {one}"),
    ]
