"""Keys of the user's own, by the ids of bindings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from boardtui.core.nearest import did_you_mean
from boardtui.screens.board_screen import BoardScreen
from boardtui.settings.faults import SettingsError


def screens_with_keys() -> list[type[DOMNode]]:
    """The app and every screen that has keys of its own."""
    from boardtui.screens.app import BoardApp
    from boardtui.screens.asking import Asking
    from boardtui.screens.breakdown_screen import BreakdownScreen
    from boardtui.screens.case_screen import CaseScreen
    from boardtui.screens.cases_screen import CasesScreen
    from boardtui.screens.choosing import Choosing
    from boardtui.screens.find_screen import FindScreen
    from boardtui.screens.reading import Reading
    from boardtui.screens.writing import Writing

    return [
        BoardApp,
        BoardScreen,
        BreakdownScreen,
        CasesScreen,
        CaseScreen,
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
    """Refuse keys for what has no such name.

    Raises:
        SettingsError: a name in `display.keys` is no binding's id.
    """
    if not keys:
        return
    known = [b.id for screen in screens_with_keys() for b in bindings_of(screen) if b.id]
    for name in keys:
        if name not in known:
            hint = did_you_mean(name, known)
            raise SettingsError([f"display.keys: there is no key called {name}{hint}"])
