"""docs/keys.md, from the bindings of the screens."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from boardtui import screens
from boardtui.screens.keys.keys import key_name
from docs.generate.markdown import assembled, code, prose, table

INTRODUCTION = """
`?` shows the keys of a screen. `^p` (ctrl and p) opens find from every screen: any figure, day or
case, and every action, can be found by its name. Everything can be done without a mouse; a mouse
wheel scrolls.
Keys of your own are given by the names in the last column, under `display.keys` in the
[settings](settings.md).
"""


def page(database: Path) -> str:
    """The page."""
    blocks = ["# Keys", prose(INTRODUCTION)]
    for screen in sorted(screens_with_keys(), key=lambda screen: screen.__name__):
        about = inspect.cleandoc(screen.__doc__ or "").partition("\n")[0]
        rows = [
            (_keys(binding), binding.tooltip or binding.description, code(binding.id or ""))
            for binding in bindings_of(screen)
        ]
        anywhere = issubclass(screen, App)
        title = "Anywhere" if anywhere else screen.__name__.removesuffix("Screen")
        blocks += [f"## {title}", "" if anywhere else about, table(HEADER, rows)]
    return assembled(*blocks)


HEADER = ("key", "what it does", "name in the settings")


def screens_with_keys() -> Iterator[type[DOMNode]]:
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


def bindings_of(screen: type[DOMNode]) -> list[Binding]:
    """The screen's own bindings, but not those that it has of Textual."""
    own = vars(screen).get("BINDINGS", ())
    return [binding for binding in own if isinstance(binding, Binding)]


def _keys(binding: Binding) -> str:
    return " ".join(code(key_name(key)) for key in binding.key.split(","))
