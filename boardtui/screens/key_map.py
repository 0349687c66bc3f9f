"""Keys of the user's own, by the ids of bindings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from boardtui.core.nearest import did_you_mean
from boardtui.screens.board_screen import BoardScreen
from boardtui.screens.keys import key_name
from boardtui.settings.faults import SettingsError


def screens_with_keys() -> list[type[DOMNode]]:
    """The app, then every screen that has keys of its own."""
    from boardtui.screens.app import BoardApp
    from boardtui.screens.asking import Asking
    from boardtui.screens.breakdown_screen import BreakdownScreen
    from boardtui.screens.case_screen import CaseScreen
    from boardtui.screens.cases_screen import CasesScreen
    from boardtui.screens.choosing import Choosing
    from boardtui.screens.find_screen import FindScreen
    from boardtui.screens.page_screen import PageScreen
    from boardtui.screens.reading import Reading
    from boardtui.screens.writing import Writing

    return [
        BoardApp,
        BoardScreen,
        BreakdownScreen,
        CasesScreen,
        CaseScreen,
        PageScreen,
        FindScreen,
        Choosing,
        Asking,
        Reading,
        Writing,
    ]


def bindings_of(screen: type[DOMNode]) -> Iterator[Binding]:
    """A screen's own bindings, all of which have an id."""
    for binding in screen.BINDINGS:
        if isinstance(binding, Binding):
            yield binding


def check_keys(keys: Mapping[str, str]) -> None:
    """Refuse keys for what has no such name, and a key that would do two things on one screen.

    Raises:
        SettingsError: a name in `display.keys` is no binding's id, or two bindings of a screen, or
            of a screen and the app, would have the same key.
    """
    if not keys:
        return
    screens = screens_with_keys()
    known = [b.id for screen in screens for b in bindings_of(screen) if b.id]
    for name in keys:
        if name not in known:
            hint = did_you_mean(name, known)
            raise SettingsError([f"display.keys: there is no key called {name}{hint}"])
    everywhere, *others = screens
    # Of what two screens share a clash is told once.
    if faults := list(dict.fromkeys(c for s in others for c in clashes((everywhere, s), keys))):
        raise SettingsError(faults)


def clashes(screens: Iterable[type[DOMNode]], keys: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each key that two bindings of screens seen together would both have."""
    taken: dict[str, str] = {}
    for binding in (binding for screen in screens for binding in bindings_of(screen)):
        name = str(binding.id)
        for key in _keys(keys.get(name, binding.key)):
            other = taken.setdefault(key, name)
            if other != name:
                yield (
                    f"display.keys: {key} would be both {other} and {name}; give one of them "
                    "another key."
                )


def _keys(text: str) -> list[str]:
    """Keys with commas between them, each as a reader knows it: "?" is also question_mark."""
    return [key_name(key.strip()) for key in text.split(",")]
