"""The keys of a list of cases. Each has an id, by which users give it keys of their own."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from boardtui.screens.keys.movement import jumps, pages, steps
from boardtui.screens.keys.ways import OF_RECORDS

COLUMNS = 9

CASES_KEYS: list[BindingType] = [
    Binding("escape", "back", "back", id="cases.back", tooltip="Back to where you were"),
    Binding("question_mark", "help", "help", id="cases.help", tooltip="List the keys"),
    Binding("enter", "open", "open", id="cases.open", tooltip="Open the current case"),
    Binding(
        "slash",
        "filter",
        "filter",
        id="cases.filter",
        tooltip="Only cases with these words: in case, unit, officer, risk, status or risk tool; "
        "a whole reference goes to that case",
    ),
    Binding("s", "sort(1)", "sort", id="cases.sort", tooltip="Sort by the next column"),
    Binding("S", "reverse", "reverse", id="cases.reverse", tooltip="Turn the order round"),
    Binding("colon", "row", "go to", id="cases.row", tooltip="Go to a row's number, or to a case"),
    Binding("d", "define", "define", id="cases.define", tooltip="What the list holds, and why"),
    *(
        Binding(
            str(number),
            f"sort_by({number})",
            f"sort by column {number}",
            show=False,
            id=f"cases.sort{number}",
            tooltip=f"Sort by column {number}; again, the other way round",
        )
        for number in range(1, COLUMNS + 1)
    ),
    *steps("cases", "case"),
    jumps("cases", "case"),
    *pages("cases", "case"),
    Binding(
        "right,l",
        "columns(1)",
        "columns",
        show=False,
        id="cases.right",
        tooltip="Further columns, where not all have room",
    ),
    Binding(
        "left,h", "columns(-1)", "columns", show=False, id="cases.left", tooltip="Columns before"
    ),
    # What the slash finds elsewhere is one screen up; here it filters.
    *(key for key in OF_RECORDS if isinstance(key, Binding) and key.id != "find"),
    Binding("q", "app.quit", "quit", show=False, id="cases.quit", tooltip="Leave boardtui"),
]
