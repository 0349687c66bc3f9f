"""The keys of the pages beside the board."""

from textual.binding import Binding, BindingType

from boardtui.screens.keys.ways import WAYS
from boardtui.screens.pages.panel_keys import panel_keys

PAGE_KEYS: list[BindingType] = [
    Binding("escape", "back", "back", id="page.back", tooltip="Back to where you were"),
    Binding("question_mark", "help", "help", id="page.help", tooltip="List the keys"),
    Binding(
        "enter",
        "open",
        "open",
        id="page.open",
        tooltip="The cases behind a number of a flow; a figure by risk, unit, officer",
    ),
    *WAYS,
    *panel_keys("page", range(10), "Go to"),
    Binding("q", "app.quit", "quit", show=False, id="page.quit", tooltip="Leave boardtui"),
]
