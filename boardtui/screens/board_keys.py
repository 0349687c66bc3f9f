"""The keys of the board. Each has an id, by which users give it keys of their own."""

from textual.binding import Binding, BindingType

from boardtui.panels.declared import PANELS
from boardtui.screens.movement import jumps, pages, steps
from boardtui.screens.routes import EVERYWHERE

BOARD_KEYS: list[BindingType] = [
    Binding(
        "enter",
        "open",
        "open",
        id="board.open",
        tooltip="The current figure by risk, days overdue, unit, officer",
    ),
    Binding("question_mark", "help", "help", id="board.help", tooltip="List the keys"),
    *EVERYWHERE,
    Binding(
        "d",
        "define",
        "define",
        id="board.define",
        tooltip="Definition, base and source of the marked figure",
    ),
    Binding(
        "o",
        "choose_day",
        "other day",
        id="board.day",
        tooltip="Open another force or day",
    ),
    Binding(
        "b",
        "choose_baseline",
        "baseline",
        id="board.baseline",
        tooltip="Compare against another inspection or day",
    ),
    Binding(
        "r",
        "choose_definition",
        "restate",
        show=False,
        id="board.definition",
        tooltip="Work the figures out under another definition of overdue",
    ),
    Binding(
        "s",
        "choose_figure",
        "sources",
        show=False,
        id="board.figure",
        tooltip="Which figure stands, where several were given for the same",
    ),
    Binding("tab", "next_panel(1)", "next panel", id="board.next", tooltip="Next panel"),
    Binding(
        "shift+tab",
        "next_panel(-1)",
        "panel before",
        show=False,
        id="board.previous",
        tooltip="The panel before",
    ),
    *(
        Binding(
            str(panel.number),
            f"panel({panel.number})",
            f"panel {panel.number}",
            show=False,
            id=f"board.panel{panel.number}",
            tooltip=f"Open panel {panel.number}",
        )
        for panel in PANELS
    ),
    *steps("board", "figure"),
    Binding(
        "right,l",
        "next_panel(1)",
        "next panel",
        show=False,
        id="board.right",
        tooltip="Next panel",
    ),
    Binding(
        "left,h",
        "next_panel(-1)",
        "panel before",
        show=False,
        id="board.left",
        tooltip="The panel before",
    ),
    *pages("board", "figure", first=-1),
    Binding(
        "t",
        "app.toggle_light",
        "light or dark",
        show=False,
        id="board.theme",
        tooltip="Dark or light",
    ),
    jumps("board", "figure"),
    Binding("q", "app.quit", "quit", id="board.quit", tooltip="Leave boardtui"),
]
