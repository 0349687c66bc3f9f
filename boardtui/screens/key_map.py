"""Keys of the user's own, by the ids of bindings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from boardtui.core.words.nearest import did_you_mean
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.keys.keys import bindings_of, key_name
from boardtui.screens.keys.known_keys import is_key, meant_by
from boardtui.screens.keys.retired import still_there
from boardtui.settings.faults import SettingsError

KEYS_ARE = "Keys are letters and signs, and names such as f9, pagedown, ctrl+left."


def screens_with_keys() -> list[type[DOMNode]]:
    """The app, then every screen that has keys of its own."""
    from boardtui.screens.app import BoardApp
    from boardtui.screens.beside.chain_screen import ChainScreen
    from boardtui.screens.beside.compare_screen import CompareScreen
    from boardtui.screens.beside.flow_screen import FlowScreen
    from boardtui.screens.beside.forces_screen import ForcesScreen
    from boardtui.screens.beside.forecast_screen import ForecastScreen
    from boardtui.screens.beside.inspections_screen import InspectionsScreen
    from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
    from boardtui.screens.breakdown.series_screen import SeriesScreen
    from boardtui.screens.cases.case_screen import CaseScreen
    from boardtui.screens.cases.cases_screen import CasesScreen
    from boardtui.screens.notes.notes_screen import NotesScreen
    from boardtui.screens.show.answer_screen import AnswerScreen
    from boardtui.screens.show.blank_screen import BlankScreen
    from boardtui.screens.show.leaving import Leaving
    from boardtui.screens.show.show_screen import ShowScreen
    from boardtui.screens.trend.trend_screen import TrendScreen
    from boardtui.screens.trend.years_screen import YearsScreen

    return [
        BoardApp,
        BoardScreen,
        BreakdownScreen,
        SeriesScreen,
        TrendScreen,
        YearsScreen,
        CasesScreen,
        CaseScreen,
        CompareScreen,
        FlowScreen,
        ChainScreen,
        InspectionsScreen,
        ForecastScreen,
        ForcesScreen,
        ShowScreen,
        AnswerScreen,
        BlankScreen,
        Leaving,
        NotesScreen,
        *_sheets(),
    ]


def _sheets() -> list[type[DOMNode]]:
    """Those that stand over another."""
    from boardtui.screens.dialogs.asking import Asking
    from boardtui.screens.dialogs.choosing import Choosing, ChoosingCard
    from boardtui.screens.dialogs.choosing_day import ChoosingDay
    from boardtui.screens.dialogs.defining import Defining
    from boardtui.screens.dialogs.find_screen import FindScreen
    from boardtui.screens.dialogs.helping import Helping
    from boardtui.screens.dialogs.jump import Jump
    from boardtui.screens.dialogs.reading import Reading
    from boardtui.screens.dialogs.waiting import Waiting
    from boardtui.screens.dialogs.writing import Writing

    return [
        FindScreen,
        Choosing,
        ChoosingCard,
        ChoosingDay,
        Asking,
        Defining,
        Helping,
        Reading,
        Jump,
        Waiting,
        Writing,
    ]


def check_keys(keys: Mapping[str, str]) -> None:
    """Refuse keys for what has no such name, keys that there are not, and one for two things.

    Names that are retired are left to whoever warns of them.

    Raises:
        SettingsError: a name in `display.keys` is no binding's id, a key's name is no key's, a
            binding would lose or get a key that stays (`STAYING`), or two bindings of a screen, or
            of a screen and the app, would have the same key.
    """
    keys = still_there(keys)
    if not keys:
        return
    screens = screens_with_keys()
    known = [b.id for screen in screens for b in bindings_of(screen) if b.id]
    for name in keys:
        if name not in known:
            hint = did_you_mean(name, known)
            raise SettingsError([f"display.keys: there is no key called {name}{hint}"])
    if faults := list(unknown_keys(keys)):
        raise SettingsError(faults)
    bindings = [binding for screen in screens for binding in bindings_of(screen)]
    if faults := list(dict.fromkeys(f for b in bindings for f in taken_away(b, keys))):
        raise SettingsError(faults)
    everywhere, *others = screens
    # Of what two screens share a clash is told once.
    if faults := list(dict.fromkeys(c for s in others for c in clashes((everywhere, s), keys))):
        raise SettingsError(faults)


def unknown_keys(keys: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each key of the user's own that cannot be pressed."""
    for name, text in keys.items():
        for key in map(str.strip, text.split(",")):
            if not is_key(key):
                meant = meant_by(key)
                hint = f"; did you mean {meant}?" if meant else f". {KEYS_ARE}"
                yield f'display.keys: {name} is "{text}", and no key is called "{key}"{hint}'


STAYING = {
    "escape": "the way back",
    "enter": "the way on",
    "q": "the way out",
    "ctrl+c": "the way out at once",
}
"""Keys that do the same on all screens, whatever keys a user has: without them there is no way out.

A binding that is declared with one keeps it, and no other gets it.
"""


def taken_away(binding: Binding, keys: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each key that stays, and that a user's keys take from a binding or give it."""
    name = str(binding.id)
    if name not in keys:
        return
    declared, own = set(_keys(binding.key)), set(_keys(keys[name]))
    for key, what in STAYING.items():
        shown = key_name(key)
        if shown in declared - own:
            yield (
                f'display.keys: {name} is "{keys[name]}", but {key} is {what} on every screen, '
                f'and stays so; write "{keys[name]},{key}".'
            )
        elif shown in own - declared:
            yield (
                f'display.keys: {name} is "{keys[name]}", but {key} is {what} on every screen, '
                "and stays so; give it another key."
            )


def clashes(screens: Iterable[type[DOMNode]], keys: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each key that two bindings of screens seen together would both have."""
    taken = {key: f"{what}, which is fixed," for key, what in FIXED.items()}
    for binding in (binding for screen in screens for binding in bindings_of(screen)):
        name = str(binding.id)
        for key in _keys(keys.get(name, binding.key)):
            other = taken.setdefault(key, name)
            if other != name:
                yield (
                    f"display.keys: {key} would be both {other} and {name}; give one of them "
                    "another key."
                )


FIXED = {"^q": "leaving at once", "^p": "find"}
"""Keys that Textual itself takes before any screen."""


def _keys(text: str) -> list[str]:
    """Keys with commas between them, each as a reader knows it: "?" is also question_mark."""
    return [key_name(key.strip()) for key in text.split(",")]
