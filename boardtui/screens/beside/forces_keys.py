"""The keys of the screen of forces side by side. Each has an id, by which users give it keys."""

from textual.binding import Binding, BindingType

from boardtui.screens.beside.reading_keys import read_keys

FORCES_KEYS: list[BindingType] = read_keys(
    "forces",
    "What is compared, and by which limits",
    Binding("tab", "measure(1)", "next measure", id="forces.next", tooltip="The next measure"),
    Binding(
        "shift+tab",
        "measure(-1)",
        "measure before",
        show=False,
        id="forces.previous",
        tooltip="The measure before",
    ),
    Binding(
        "s",
        "sort",
        "by size",
        id="forces.sort",
        tooltip="In the order of sizes, or of names: never of values",
    ),
)
"""Forces are in no order of rank: no key puts them in one."""
