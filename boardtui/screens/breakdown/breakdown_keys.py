"""The keys of a breakdown. Each has an id, by which users give it keys of their own."""

from textual.binding import Binding, BindingType

from boardtui.screens.keys.movement import jumps, pages, steps
from boardtui.screens.keys.ways import EVERYWHERE

BREAKDOWN_KEYS: list[BindingType] = [
    Binding("escape", "back", "back", id="breakdown.back", tooltip="Back to where you were"),
    Binding("question_mark", "help", "help", id="breakdown.help", tooltip="List the keys"),
    Binding(
        "enter",
        "cases",
        "cases",
        id="breakdown.cases",
        tooltip="The cases behind the current row or cell, the most overdue first",
    ),
    Binding(
        "tab",
        "dimension(1)",
        "by…",
        id="breakdown.dimension",
        tooltip="By the next dimension: risk, days overdue, unit, officer, MAPPA",
    ),
    Binding(
        "shift+tab",
        "dimension(-1)",
        "by the one before",
        show=False,
        id="breakdown.dimension_before",
        tooltip="By the dimension before",
    ),
    Binding(
        "x",
        "cross",
        "cross",
        id="breakdown.cross",
        tooltip="Cross with a second dimension, the next one each time",
    ),
    Binding(
        "plus,space",
        "into",
        "into",
        id="breakdown.into",
        tooltip="Go into the current slice and break it down further",
    ),
    Binding(
        "greater_than_sign",
        "into_later",
        "this late or later",
        show=False,
        id="breakdown.into_later",
        tooltip="By days overdue: go into the current band and all that are later",
    ),
    Binding(
        "backspace,minus",
        "out",
        "out",
        show=False,
        id="breakdown.out",
        tooltip="Leave the last slice that was gone into",
    ),
    *(
        Binding(
            str(number),
            f"drop({number})",
            f"drop {number}",
            show=False,
            id=f"breakdown.drop{number}",
            tooltip=f"Drop slice {number} of the path",
        )
        for number in range(1, 6)
    ),
    Binding(
        "d",
        "define",
        "define",
        id="breakdown.define",
        tooltip="Definition, base and source of the current row",
    ),
    Binding("s", "sort", "sort", id="breakdown.sort", tooltip="By size, or in its own order"),
    *steps("breakdown", "row"),
    jumps("breakdown", "row"),
    *pages("breakdown", "row", space=False),
    Binding(
        "right,l",
        "columns(1)",
        "columns",
        show=False,
        id="breakdown.right",
        tooltip="Next column of a cross, or further columns where not all have room",
    ),
    Binding(
        "left,h",
        "columns(-1)",
        "columns",
        show=False,
        id="breakdown.left",
        tooltip="Columns before",
    ),
    *EVERYWHERE,
    Binding("q", "app.quit", "quit", show=False, id="breakdown.quit", tooltip="Leave boardtui"),
]
