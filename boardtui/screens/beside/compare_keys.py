"""The keys of then and now. Each has an id, by which users give it keys of their own."""

from textual.binding import Binding, BindingType

from boardtui.screens.beside.beside_keys import beside_keys

COMPARE_KEYS: list[BindingType] = [
    *beside_keys("compare", "figure", "The marked figure by risk, days overdue, unit, officer"),
    Binding(
        "s",
        "sort",
        "sort",
        id="compare.sort",
        tooltip="Sort the lists: by now, by the change, by then, by name, in their own order",
    ),
    Binding(
        "S",
        "reverse",
        "reverse",
        show=False,
        id="compare.reverse",
        tooltip="Turn the order round",
    ),
    Binding(
        "tab",
        "section(1)",
        "next section",
        show=False,
        id="compare.next",
        tooltip="To the next section",
    ),
    Binding(
        "shift+tab",
        "section(-1)",
        "section before",
        show=False,
        id="compare.previous",
        tooltip="To the section before",
    ),
]
