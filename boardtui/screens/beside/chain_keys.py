"""The keys of the screen of what changed month by month. Each has an id of its own."""

from textual.binding import Binding, BindingType

from boardtui.screens.beside.beside_keys import beside_keys

CHAIN_KEYS: list[BindingType] = [
    *beside_keys(
        "chain", "number", "The people of this part in that month: their cases, and what changed"
    ),
    Binding(
        "tab,shift+tab",
        "other",
        "other backlog",
        id="chain.other",
        tooltip="The other backlog: visits, assessments",
    ),
]
