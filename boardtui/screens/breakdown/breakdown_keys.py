"""The keys of a breakdown. Each has an id, by which users give it keys of their own."""

from textual.binding import Binding, BindingType

from boardtui.screens.keys.movement import jumps, pages, steps
from boardtui.screens.keys.ways import EVERYWHERE, TO_CARDS

BREAKDOWN_KEYS: list[BindingType] = [
    Binding(
        "escape",
        "back",
        "back",
        id="breakdown.back",
        tooltip="One step back: the words, the cross, the slice gone into, then the board",
    ),
    Binding(
        "enter",
        "cases",
        "cases",
        id="breakdown.cases",
        tooltip="The cases behind the current row or cell, the most overdue first",
    ),
    Binding(
        "a",
        "ages",
        "ages",
        id="breakdown.ages",
        tooltip="Under the table, how late the current row is; again, its first cases",
    ),
    Binding(
        "right,l",
        "across(1)",
        "by the next",
        id="breakdown.right",
        tooltip="By the next dimension; in a cross the next column",
    ),
    Binding(
        "left,h",
        "across(-1)",
        "by the one before",
        id="breakdown.left",
        tooltip="By the dimension before; in a cross the column before",
    ),
    Binding(
        "tab",
        "dimension(1)",
        "by…",
        id="breakdown.dimension",
        tooltip="By the next dimension: risk, days late, unit, officer, MAPPA, status",
    ),
    Binding(
        "shift+tab",
        "dimension(-1)",
        "by the one before",
        id="breakdown.dimension_before",
        tooltip="By the dimension before",
    ),
    Binding(
        "s",
        "sort",
        "sort",
        id="breakdown.sort",
        tooltip="Sort by the next column, which comes in sight; g and a letter take any",
    ),
    Binding(
        "S",
        "reverse",
        "turn round",
        id="breakdown.reverse",
        tooltip="Turn the order round",
    ),
    Binding(
        "slash",
        "filter",
        "filter",
        id="breakdown.filter",
        tooltip="Only rows with these words in their names, as they are typed",
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
        id="breakdown.into_later",
        tooltip="By days late: go into the current band and all that are later",
    ),
    Binding(
        "backspace,minus",
        "out",
        "out",
        id="breakdown.out",
        tooltip="Leave the last slice that was gone into",
    ),
    Binding(
        "d",
        "define",
        "define",
        id="breakdown.define",
        tooltip="Definition, base and source of the current row",
    ),
    Binding("question_mark", "help", "keys", id="breakdown.help", tooltip="List the keys"),
    *steps("breakdown", "row"),
    jumps("breakdown", "row"),
    *pages("breakdown", "row", space=False),
    # What the slash finds on the board is one screen up; here it filters.
    *(key for key in EVERYWHERE if isinstance(key, Binding) and key.id != "find"),
    *TO_CARDS,
    Binding("q", "app.quit", "quit", show=False, id="breakdown.quit", tooltip="Leave boardtui"),
]
