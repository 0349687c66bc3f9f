"""The keys of a list of cases. Each has an id, by which users give it keys of their own."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from boardtui.screens.keys.movement import jumps, pages, steps
from boardtui.screens.keys.ways import OF_RECORDS, TO_CARDS

CASES_KEYS: list[BindingType] = [
    Binding(
        "escape",
        "back",
        "back",
        id="cases.back",
        tooltip="One step back: the words, then to where you were",
    ),
    Binding("enter", "open", "open", id="cases.open", tooltip="Open the current case"),
    Binding(
        "slash",
        "filter",
        "filter",
        id="cases.filter",
        tooltip="Only cases with these words, as they are typed: in case, unit, officer, risk, "
        "status or risk tool",
    ),
    Binding(
        "s",
        "sort",
        "sort",
        id="cases.sort",
        tooltip="Sort by the next column; g and a letter take any",
    ),
    Binding("question_mark", "help", "keys", id="cases.help", tooltip="List the keys"),
    Binding("S", "reverse", "turn round", id="cases.reverse", tooltip="Turn the order round"),
    Binding("colon", "row", "go to", id="cases.row", tooltip="Go to a row's number, or to a case"),
    Binding("d", "define", "define", id="cases.define", tooltip="What the list holds, and why"),
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
    # What the slash finds on the board is one screen up; here it filters.
    *(key for key in OF_RECORDS if isinstance(key, Binding) and key.id != "find"),
    *TO_CARDS,
    Binding("q", "app.quit", "quit", show=False, id="cases.quit", tooltip="Leave boardtui"),
]
