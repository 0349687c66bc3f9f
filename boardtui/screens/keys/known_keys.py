"""Which names of keys there are, and which is meant by one that there is not."""

from __future__ import annotations

from textual.keys import key_to_character

from boardtui.core.words.nearest import nearest
from boardtui.screens.keys.keys import KEY_NAMES, NAMED

SIGNS = frozenset({"plus", "minus", "slash", "backslash", "at", "underscore"})
"""Signs that go by other names than in Unicode."""

MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})

PRESSED = frozenset(
    name for name in NAMED if not name.startswith("<") and name not in ("return", "ctrl-at")
)
"""Names of keys that a terminal sends: neither what stands for many, nor another name for one."""

SHOWN = {shown: key for key, shown in KEY_NAMES.items() if not shown.isascii()}
"""Names of keys by what is shown for them and is no sign that is typed: "↑"."""


def is_key(name: str) -> bool:
    """Whether a key of that name can be pressed: "D", "f9", "ctrl+left", "question_mark"."""
    if len(name) == 1 or name in PRESSED:
        return name.isprintable() and not name.isspace() and name not in SHOWN
    *modifiers, key = name.split("+")
    if not modifiers:
        return name in SIGNS or (name == name.lower() and _is_sign(name))
    # They come in the order of the alphabet, and a letter with shift alone as a capital.
    in_order = modifiers == sorted(MODIFIERS.intersection(modifiers))
    plain = key == key.lower() and not (modifiers == ["shift"] and len(key) == 1)
    return in_order and plain and is_key(key)


def meant_by(name: str) -> str | None:
    """The key that may be meant by a name that no key has."""
    if name in SHOWN:
        return SHOWN[name]
    if is_key(name.lower()):
        return name.lower()
    *modifiers, key = name.replace("^", "ctrl+").split("+")
    if modifiers and MODIFIERS.issuperset(modifiers):
        if modifiers == ["shift"] and len(key) == 1:
            return key.upper()
        found = key if is_key(key) else meant_by(key)
        return "+".join([*sorted(set(modifiers)), found]) if found else None
    return nearest(name, [*KEY_NAMES, *sorted(PRESSED)])


def _is_sign(name: str) -> bool:
    character = key_to_character(name)
    return character is not None and character.isprintable()
