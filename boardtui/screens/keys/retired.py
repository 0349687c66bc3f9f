"""Names that keys had once, and what is called so now: whoever still gives one a key is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

PAGES = ("compare", "flow", "inspections")
"""The screens that were pages of one kind, with keys of one name."""

ON_PAGES = (
    *("back", "help", "open", "define", "right", "left", "down", "up"),
    *("pagedown", "pageup", "home", "end", "jump", "quit"),
)

RETIRED: Mapping[str, tuple[str, ...]] = {
    "board.figure": ("defining.next",),
    "board.right": ("board.next",),
    "board.left": ("board.previous",),
    **{f"board.panel{number}": (f"card{number}",) for number in range(1, 10)},
    "board.pagedown": (),
    "board.pageup": (),
    **{f"breakdown.drop{number}": () for number in range(1, 6)},
    **{f"cases.sort{number}": ("cases.sort",) for number in range(1, 10)},
    **{f"page.{name}": tuple(f"{page}.{name}" for page in PAGES) for name in ON_PAGES},
    "page.figure": ("defining.next",),
    "page.next": ("compare.next",),
    "page.previous": ("compare.previous",),
    "page.panel0": ("cards",),
    **{f"page.panel{number}": (f"card{number}",) for number in range(1, 10)},
}
"""What is done now by the key that each name was of; nothing, where that is gone."""


def still_there(keys: Mapping[str, str]) -> dict[str, str]:
    """Keys of one's own without those of names that are retired."""
    return {name: key for name, key in keys.items() if name not in RETIRED}


def warned(keys: Iterable[str]) -> str | None:
    """A sentence or two on the retired names among those that have keys; None where none is."""
    retired = [name for name in keys if name in RETIRED]
    new = [f"{name} is {_listed(RETIRED[name])}" for name in retired if RETIRED[name]]
    gone = [name for name in retired if not RETIRED[name]]
    sentences = []
    if new:
        sentences.append(f"Some keys have other names now: {'; '.join(new)}.")
    if gone:
        sentences.append(f"{_listed(gone)} {'are' if len(gone) > 1 else 'is'} gone.")
    if not sentences:
        return None
    return f"display.keys: {' '.join(sentences)} What they set is left out."


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
