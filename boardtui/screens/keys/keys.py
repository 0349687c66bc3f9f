"""The keys of a screen as a reader knows them, with the user's own in place of those declared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, format_key
from textual.screen import Screen

from boardtui.core.words.ascii import here_utf8
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, line_width, space

KEY_NAMES = {
    "question_mark": "?",
    "exclamation_mark": "!",
    "slash": "/",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "shift+tab": "⇧tab",
    "greater_than_sign": ">",
    "plus": "+",
    "minus": "-",
    "colon": ":",
}

NAMED = frozenset(key.value for key in Keys)
"""The keys that have a name and no sign: "tab", "f1"."""


SHIFT = "⇧"
"""Before the name of a key that is pressed with shift; its likeness in ASCII would say ctrl."""


def key_name(key: str) -> str:
    """A key as a reader knows it."""
    if key in KEY_NAMES:
        name = KEY_NAMES[key]
        return name if here_utf8() else name.replace(SHIFT, "shift+")
    modifier, _, letter = key.rpartition("+")
    if modifier == "ctrl" and len(letter) == 1:
        return f"^{letter}"
    return key if key in NAMED else format_key(key)


def bindings_of(screen: DOMNode | type[DOMNode]) -> Iterator[Binding]:
    """A screen's own bindings, all of which have an id."""
    for binding in screen.BINDINGS:
        if isinstance(binding, Binding):
            yield binding


TO_CASES = frozenset({"cases"})
"""Actions of screens that lead to single cases, and nowhere else."""


@runtime_checkable
class OwnKeys(Protocol):
    """An app in which some bindings have other keys, by their ids, and some actions are closed."""

    own_keys: Mapping[str, str]
    closed_actions: Collection[str]


@runtime_checkable
class Refusing(Protocol):
    """A screen, or an app, that knows which of its keys do nothing here and now."""

    def why_not(self, name: str) -> str | None:
        """Why the key of a binding's id does nothing, in a sentence; None where it does."""
        ...


@runtime_checkable
class Worded(Protocol):
    """A screen that calls what some of its keys do by what is before the reader."""

    def word_of(self, name: str) -> str | None:
        """What stands behind the key of a binding's id; None for its own words."""
        ...


def why_not(screen: Screen[Any], binding: Binding) -> str | None:
    """Why a key does nothing on a screen here and now, in a sentence; None where it does."""
    return _why_not(_refusing(screen), binding)


def _refusing(screen: Screen[Any]) -> list[Refusing]:
    """Who is asked: looked for once for all keys, since each look takes as long as an answer."""
    return [one for one in (screen, screen.app) if isinstance(one, Refusing)]


def _why_not(asked: Iterable[Refusing], binding: Binding) -> str | None:
    return next(filter(None, (one.why_not(str(binding.id)) for one in asked)), None)


def bindings_open(screen: Screen[Any]) -> Iterator[Binding]:
    """A screen's own bindings, but for those whose actions its app has closed."""
    closed = screen.app.closed_actions if isinstance(screen.app, OwnKeys) else ()
    return (binding for binding in bindings_of(screen) if binding.action not in closed)


def bindings_in_force(screen: Screen[Any]) -> Iterator[Binding]:
    """A screen's own bindings that do something here and now."""
    return _in_force(screen, bindings_open(screen))


def _in_force(screen: Screen[Any], bindings: Iterable[Binding]) -> Iterator[Binding]:
    asked = _refusing(screen)
    return (binding for binding in bindings if _why_not(asked, binding) is None)


def keys_in_force(screen: Screen[Any]) -> Mapping[str, Sequence[str]]:
    """The keys of each of a screen's bindings, by its id."""
    own = _own_keys(screen)
    return {str(binding.id): _keys(binding, own) for binding in bindings_open(screen)}


def _own_keys(screen: Screen[Any]) -> Mapping[str, str]:
    return screen.app.own_keys if isinstance(screen.app, OwnKeys) else {}


def _keys(binding: Binding, own: Mapping[str, str]) -> list[str]:
    """The keys of a binding as a reader knows them."""
    return [key_name(key.strip()) for key in own.get(str(binding.id), binding.key).split(",")]


def shown_keys(screen: Screen[Any]) -> Iterator[tuple[str, str]]:
    """The first key and the word of each binding that asks to be shown, in order.

    Two that stand together and have one word are told as one: "← → choose another of the 3".
    """
    own = _own_keys(screen)
    words = screen.word_of if isinstance(screen, Worded) else lambda name: None
    held: tuple[str, str] | None = None
    # Of the others nobody need know whether they do something.
    for binding in _in_force(screen, (each for each in bindings_open(screen) if each.show)):
        key, word = _keys(binding, own)[0], words(str(binding.id)) or binding.description
        if held is not None and held[1] == word:
            held = f"{held[0]} {key}", word
            continue
        if held is not None:
            yield held
        held = key, word
    if held is not None:
        yield held


def key_caps(screen: Screen[Any]) -> Callable[[int], Line]:
    """What gives the line of keys with their caps set off from the words, for a width."""
    return lambda width: caps_line(shown_keys(screen), width, help_cap(screen))


def help_cap(screen: Screen[Any]) -> tuple[str, str] | None:
    """The key that lists all keys, and its word; None on a screen without one."""
    found = (each for each in bindings_of(screen) if each.action == "help")
    binding = next(found, None)
    if binding is None or binding not in bindings_open(screen):
        return None
    return _keys(binding, _own_keys(screen))[0], binding.description


LEAST_CAP = 5
"""Columns of the shortest key with its word: with less room no further one is looked for."""


def caps_line(
    keys: Iterable[tuple[str, str]], width: int, kept: tuple[str, str] | None = None
) -> Line:
    """As many keys as fit a width, the first ones first; never half a key.

    The one that is `kept` has room before any other, wherever among them it stands.
    """
    line: list[Chunk] = []
    last = _cap(*kept) if kept is not None else None
    if last is not None and last.width > width:
        last = None
    for key, word in keys:
        spare = width - line_width(tuple(line)) - (last.width + GAP if last is not None else 0)
        if spare < LEAST_CAP:
            break
        cap = _cap(key, word)
        if cap == last:
            last, spare = None, spare + cap.width + GAP
        if cap.width + (GAP if line else 0) <= spare:
            line += [space(GAP), cap] if line else [cap]
    if last is not None:
        line += [space(GAP), last] if line else [last]
    return tuple(line)


GAP = 2
"""Blank columns between two keys."""


def _cap(key: str, word: str) -> Chunk:
    return chunk(Span(key, Role.KEY), Span(f" {word}" if word else "", Role.QUIET))
