"""docs/keys.md, from the bindings of the screens."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from boardtui import screens
from boardtui.screens.keys.keys import key_name
from docs.generate.markdown import assembled, code, prose, table

INTRODUCTION = """
`?` shows the keys of a screen, and the foot of each the most useful of those that do something
there. `^p` (ctrl and p) opens find from every screen: any figure, day or case, and every action,
can be found by its name. Everything can be done without a mouse; with one, a click goes to a card,
a row or a number, a click on what is marked already opens it, one on a key at the foot does what
the key does, and the wheel scrolls. The mouse is taken but over SSH, or as the setting says.
Keys of your own are given by the names in the last column, under `display.keys` in the
[settings](settings.md).
"""

SHARED = """
The same on the board and on every screen that is opened from it, where they do something there. On
lists and breakdowns `/` is theirs: it shows only the rows with the words that are typed.
"""

HEADER = ("key", "what it does", "name in the settings")

Screen = type[DOMNode]


def page(database: Path) -> str:
    """The page."""
    # Every app has the same keys.
    apps = [screen for screen in screens_with_keys() if issubclass(screen, App)]
    others = [screen for screen in screens_with_keys() if not issubclass(screen, App)]
    screens = sorted([*apps[:1], *others], key=_title)
    shared = {str(key.id): key for screen in screens for key in bindings_of(screen) if _shared(key)}
    blocks = ["# Keys", prose(INTRODUCTION)]
    blocks += ["## On every screen", prose(SHARED), table(HEADER, _rows(shared.values()))]
    for screen in screens:
        about = inspect.cleandoc(screen.__doc__ or "").partition("\n")[0]
        own = [binding for binding in bindings_of(screen) if not _shared(binding)]
        anywhere = issubclass(screen, App)
        blocks += [f"## {_title(screen)}", "" if anywhere else about, table(HEADER, _rows(own))]
    return assembled(*blocks)


def _title(screen: Screen) -> str:
    """What a screen is called: by itself, or by its class."""
    if issubclass(screen, App):
        return "Anywhere"
    named = getattr(screen, "named", screen.__name__.removesuffix("Screen"))
    return f"{named[:1].upper()}{named[1:]}"


def _shared(binding: Binding) -> bool:
    """Whether a key is of all screens alike: what is of one has its name before a full stop."""
    return "." not in str(binding.id)


def _rows(bindings: Iterable[Binding]) -> Iterator[tuple[str, str, str]]:
    """A row for each key; one for those of the cards, which differ by a digit alone."""
    for name, alike in groupby(bindings, lambda binding: str(binding.id).rstrip("0123456789")):
        first, *others = alike
        about = first.tooltip or first.description
        if others:
            keys, about = (
                f"{_keys(first)} to {_keys(others[-1])}",
                about.replace(" 1", " 1 to 9", 1),
            )
            yield keys, about, f"{code(str(first.id))} to {code(str(others[-1].id))}"
        else:
            yield _keys(first), about, code(name)


def screens_with_keys() -> Iterator[Screen]:
    """Every screen and widget of the app that has keys of its own."""
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        for found in vars(import_module(module.name)).values():
            if (
                isinstance(found, type)
                and issubclass(found, DOMNode)
                and found.__module__ == module.name
                and any(bindings_of(found))
            ):
                yield found


def bindings_of(screen: Screen) -> list[Binding]:
    """The screen's own bindings, but not those that it has of Textual."""
    own = vars(screen).get("BINDINGS", ())
    return [binding for binding in own if isinstance(binding, Binding)]


def _keys(binding: Binding) -> str:
    return " ".join(code(key_name(key)) for key in binding.key.split(","))
