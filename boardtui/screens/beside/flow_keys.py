"""The keys of the screen of what changed. Each has an id, by which users give it keys."""

from textual.binding import Binding, BindingType

from boardtui.screens.beside.beside_keys import beside_keys

FLOW_KEYS: list[BindingType] = [
    *beside_keys(
        "flow", "number", "The people of this part: their cases, with what changed between the days"
    ),
    Binding(
        "tab,shift+tab",
        "other",
        "other backlog",
        id="flow.other",
        tooltip="The other backlog: visits, assessments",
    ),
    Binding(
        "x",
        "app.page('chain')",
        "month by month",
        id="flow.months",
        tooltip="What changed month by month, from then to now",
    ),
    Binding(
        "v",
        "dimension",
        "by risk or unit",
        id="flow.dimension",
        tooltip="The table by risk level, or by unit",
    ),
    Binding(
        "s",
        "sort",
        "sort",
        id="flow.sort",
        tooltip="Sort the table by the marked column; again, the other way round",
    ),
]
