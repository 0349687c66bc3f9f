"""The keys of the notes. Each has an id, by which users give it keys."""

from textual.binding import Binding, BindingType

from boardtui.screens.keys.movement import scrolling
from boardtui.screens.keys.ways import CHANGES

NOTES_KEYS: list[BindingType] = [
    *scrolling("notes"),
    Binding("o", "other", "other show", id="notes.other", tooltip="Follow another show"),
    *(way for way in CHANGES if way.id == "theme"),
    Binding("question_mark", "help", "keys", id="notes.help", tooltip="List the keys"),
    Binding("escape,q", "leave", "leave", id="notes.back", tooltip="Leave the notes"),
]
