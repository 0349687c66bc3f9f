"""The keys of the pages beside the board."""

from textual.binding import Binding, BindingType

from boardtui.screens.movement import jumps, pages, steps
from boardtui.screens.routes import EVERYWHERE

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
    Binding(
        "d",
        "define",
        "define",
        id="page.define",
        tooltip="Definition, base and source of the marked figure",
    ),
    Binding(
        "b",
        "choose('baseline')",
        "baseline",
        id="page.baseline",
        tooltip="Compare against another inspection or day, here and on the board",
    ),
    Binding(
        "r",
        "choose('definition')",
        "restate",
        id="page.definition",
        tooltip="Work the figures out under another definition of overdue",
    ),
    Binding(
        "s",
        "choose('figure')",
        "sources",
        show=False,
        id="page.figure",
        tooltip="Which figure stands, where several were given for the same",
    ),
    Binding("tab", "next_panel(1)", "next panel", id="page.next", tooltip="Next panel"),
    Binding(
        "shift+tab",
        "next_panel(-1)",
        "panel before",
        show=False,
        id="page.previous",
        tooltip="The panel before",
    ),
    *(
        Binding(
            str(number),
            f"panel({number})",
            f"panel {number}",
            show=False,
            id=f"page.panel{number}",
            tooltip=f"Go to panel {number}",
        )
        for number in range(10)
    ),
    *steps("page", "figure"),
    *pages("page", "figure", first=-1),
    jumps("page", "figure"),
    *EVERYWHERE,
    Binding("q", "app.quit", "quit", show=False, id="page.quit", tooltip="Leave boardtui"),
]
