"""The keys of a screen in groups, from its own bindings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from boardtui.panels.dialogs.help import KeyGroup, KeyTold
from boardtui.screens.keys.keys import bindings_in_force, keys_in_force
from boardtui.screens.keys.ways import CARD, is_card

HERE = "Here"
"""The group of what is of the screen alone."""

GROUPS = {
    HERE: (),
    "Move": (
        *("next", "previous", "enter", "digit", "slides", "down", "up", "right", "left", "jump"),
        *("pagedown", "pageup", "home", "end"),
    ),
    "Go to": (
        *("find", "compare", "flow", "trend", "forecast", "forces", "inspections", "warnings"),
        *("card", "cards"),
    ),
    "Change": ("day", "baseline", "definition", "theme"),
    "All of it": ("copy", "write"),
    "Leave": ("back", "help", "quit"),
}
"""The groups in order, with the last words of the ids of their bindings."""

TOGETHER = (
    ("next", "previous"),
    ("down", "up"),
    ("right", "left"),
    ("pagedown", "pageup"),
    ("home", "end"),
    ("sort", "reverse"),
    ("dimension", "dimension_before"),
)
"""Bindings of which the second does what the first does, the other way round: told in one line."""

DIGIT = "digit"
"""What the last words of the ids of keys begin with by which a number is typed."""

FIND = KeyTold("^p", "find, from anywhere", "find")


def groups_of(screen: Screen[Any]) -> list[KeyGroup]:
    """What each key does here and now, by use; those of the screen alone first."""
    found: dict[str, list[Binding]] = {title: [] for title in GROUPS}
    for binding in bindings_in_force(screen):
        name = _name(binding)
        title = next((title for title, names in GROUPS.items() if name in names), HERE)
        found[title].append(binding)
    keys = {name: " ".join(caps) for name, caps in keys_in_force(screen).items()}
    groups = []
    for title, bindings in found.items():
        told = [*_told(bindings, keys)]
        if title == "Go to" and hasattr(screen.app, "action_find"):
            told.insert(0, FIND)
        if told:
            groups.append(KeyGroup(title, tuple(told)))
    return groups


def _name(binding: Binding) -> str:
    """The last word of an id: "card" of "card7", "down" of "board.down", "digit" of its ten."""
    last = str(binding.id).rpartition(".")[2]
    if last.rstrip("0123456789") == DIGIT:
        return DIGIT
    return CARD if is_card(last) else last


def _told(bindings: list[Binding], keys: dict[str, str]) -> Iterator[KeyTold]:
    names = {_name(binding): binding for binding in bindings}
    seconds = {second: first for first, second in TOGETHER}
    for name, group in groupby(bindings, _name):
        alike = list(group)
        first = alike[0]
        if name == CARD:
            yield _digits(alike, keys, "open the card of that number", "open a card")
        elif name == DIGIT:
            yield _digits(alike, keys, "the number of a slide, then enter", "number of a slide")
        elif seconds.get(name) not in names:
            other = next((b for one, b in TOGETHER if one == name), None)
            second = names.get(other) if other else None
            yield _of(first, keys) if second is None else _pair(first, second, keys)


def _of(binding: Binding, keys: dict[str, str]) -> KeyTold:
    words = _small(binding.tooltip or binding.description)
    return KeyTold(keys[str(binding.id)], words, binding.description)


def _pair(first: Binding, second: Binding, keys: dict[str, str]) -> KeyTold:
    caps = f"{keys[str(first.id)]}  {keys[str(second.id)]}"
    both = first.description, second.description
    short = both[0] if both[0] == both[1] else ", ".join(both)
    return KeyTold(caps, f"{_small(first.tooltip)}; {_small(second.tooltip)}", short)


def _digits(bindings: list[Binding], keys: dict[str, str], words: str, short: str) -> KeyTold:
    """Digits that do the same in one line: "1–7"."""
    caps = [keys[str(binding.id)] for binding in bindings]
    in_order = [str(int(caps[0]) + n) for n in range(len(caps))] if caps[0].isdecimal() else []
    shown = f"{caps[0]}–{caps[-1]}" if len(caps) > 1 and caps == in_order else " ".join(caps)
    return KeyTold(shown, words, short)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text
