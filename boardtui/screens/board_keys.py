"""The keys of the board. Each has an id, by which users give it keys of their own."""

from textual.binding import Binding, BindingType

from boardtui.panels.declared import PANELS
from boardtui.screens.panel_keys import panel_keys
from boardtui.screens.routes import WAYS

BOARD_KEYS: list[BindingType] = [
    Binding(
        "enter",
        "open",
        "open",
        id="board.open",
        tooltip="The current figure by risk, days overdue, unit, officer",
    ),
    Binding("question_mark", "help", "help", id="board.help", tooltip="List the keys"),
    *WAYS,
    *panel_keys("board", (panel.number for panel in PANELS), "Open"),
    Binding("q", "app.quit", "quit", id="board.quit", tooltip="Leave boardtui"),
]
