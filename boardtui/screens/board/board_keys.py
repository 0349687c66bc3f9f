"""The keys of the board. Each has an id, by which users give it keys of their own."""

from textual.binding import Binding, BindingType

from boardtui.screens.keys.movement import jumps, steps
from boardtui.screens.keys.ways import CHANGES, TO_CARDS, WAYS

FROM_CARD = (
    ("tab,right,l", "next_card(1)", "next", "Next card"),
    ("shift+tab,left,h", "next_card(-1)", "previous", "The card before"),
)

BOARD_KEYS: list[BindingType] = [
    Binding(
        "enter",
        "open",
        "open",
        id="board.open",
        tooltip="The current card by risk, days overdue, unit, officer",
    ),
    *(way for way in WAYS if way.id in ("compare", "flow")),
    Binding("question_mark", "help", "keys", id="board.help", tooltip="List the keys"),
    *(way for way in WAYS if way.id not in ("compare", "flow")),
    Binding(
        "f5,P",
        "app.present",
        "present",
        id="board.present",
        tooltip="Show it to a room, one message a screen",
    ),
    Binding(
        "d",
        "define",
        "define",
        id="board.define",
        tooltip="Definition, base and source of the marked figure",
    ),
    *CHANGES,
    *(
        Binding(key, action, tooltip.lower(), show=False, id=f"board.{name}", tooltip=tooltip)
        for key, action, name, tooltip in FROM_CARD
    ),
    *TO_CARDS,
    *steps("board", "figure"),
    Binding("home", "end(-1)", "first", show=False, id="board.home", tooltip="First figure"),
    Binding("end", "end(1)", "last", show=False, id="board.end", tooltip="Last figure"),
    jumps("board", "figure"),
    Binding("q", "app.quit", "quit", id="board.quit", tooltip="Leave boardtui"),
]
