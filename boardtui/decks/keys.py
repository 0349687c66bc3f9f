"""The keys of a deck file and of its slides: what each may hold, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from boardtui.core.audience.audience import Audience
from boardtui.core.criterion.dimension import DIMENSIONS, Slice, Slices
from boardtui.core.measures import MEASURES
from boardtui.core.words.nearest import did_you_mean

MOST_TEXTS = 6
"""Lines of one's own that a slide has at most: it is read from afar."""


class Key(Struct, frozen=True):
    """A key: the field that it fills, and what it is in words.

    `read` gives the field's value for a value as TOML has it; of what cannot be, it raises
    ValueError with what was expected, or what is wrong.
    """

    field: str
    read: Callable[[object], Any]
    help: str


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("expected a text")
    return value.strip()


def _texts(value: object) -> tuple[str, ...]:
    given = [value] if isinstance(value, str) else value
    expected = f"expected a text, or a list of up to {MOST_TEXTS} texts"
    if not isinstance(given, list) or not 0 < len(given) <= MOST_TEXTS:
        raise ValueError(expected)
    if not all(isinstance(each, str) and each.strip() for each in given):
        raise ValueError(expected)
    return tuple(each.strip() for each in given)


def _measure(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("expected the name of a measure (boardtui define lists them)")
    if value not in MEASURES:
        raise ValueError(f"there is no such measure{did_you_mean(value, MEASURES)}")
    return value


def _slice(value: object) -> Slices:
    expected = 'expected a dimension and its slice, like { risk_level = "high" }'
    if not isinstance(value, dict) or not value:
        raise ValueError(expected)
    if len(value) > 1:
        raise ValueError(f"{expected}: a slide is of one slice")
    ((name, of),) = value.items()
    if name not in DIMENSIONS:
        raise ValueError(f"there is no dimension {name}{did_you_mean(name, DIMENSIONS)}")
    if not isinstance(of, str):
        raise ValueError(expected)
    return (Slice(name, of or None),)


def _dimension(value: object) -> str:
    if not isinstance(value, str) or value not in DIMENSIONS:
        hint = did_you_mean(str(value), DIMENSIONS)
        raise ValueError(f"expected a dimension{hint} There are: {', '.join(DIMENSIONS)}")
    return value


def baseline(value: object) -> str:
    """What to compare with: "inspection", "none" or a day, as a date of TOML or as text."""
    if isinstance(value, date):
        return day(value)
    word = value.strip() if isinstance(value, str) else ""
    if word in ("inspection", "none"):
        return word
    try:
        return day(value)
    except ValueError:
        raise ValueError('expected "inspection", "none", or a day like 2023-03-31') from None


def day(value: object) -> str:
    """A day as ISO text."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value.strip())
        except ValueError:
            value = None
    if type(value) is not date:  # a time of day is more than a day
        raise ValueError("expected a day like 2024-01-17")
    return value.isoformat()


SLIDE_KEYS: Mapping[str, Key] = {
    "measure": Key("measure", _measure, "The measure that it is of, by its name."),
    "slice": Key("slices", _slice, 'One slice of the measure, like `{ risk_level = "high" }`.'),
    "by": Key("by", _dimension, "The dimension that tells its slices apart."),
    "baseline": Key(
        "baseline",
        baseline,
        'What it is compared with, where that is not what the deck is: "inspection", "none" or a '
        "day.",
    ),
    "title": Key("title", _text, "The sentence of a slide of words."),
    "text": Key("text", _texts, f"A line, or up to {MOST_TEXTS} lines, of one's own."),
    "sentence": Key(
        "sentence", _text, "A sentence of one's own in place of the slide's, with placeholders."
    ),
    "notes": Key(
        "notes", _text, "What whoever speaks sees in a second terminal, and the room never does."
    ),
}
"""Every key of a slide besides its kind."""

FORMAT = 1
"""The number in `deck = 1`: the version of the file."""

AUDIENCES = tuple(audience.value for audience in Audience)


def _audience(value: object) -> str:
    if not isinstance(value, str) or value not in AUDIENCES:
        hint = did_you_mean(str(value), AUDIENCES)
        raise ValueError(f"expected {', '.join(AUDIENCES[:-1])} or {AUDIENCES[-1]}{hint}")
    return value


def _force(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("expected the name of a force")
    return value.strip()


HEAD_KEYS: Mapping[str, Key] = {
    "force": Key("force", _force, "The force that it is of."),
    "as_at": Key("as_at", day, "The day that it is of."),
    "against": Key(
        "against",
        baseline,
        'What that day is compared with: "inspection", "none" or an earlier day.',
    ),
    "audience": Key(
        "audience", _audience, 'Whom it is for: "force", "board" or "public". The strictest wins.'
    ),
}
"""Every key of a deck besides `deck` and its slides."""

OF_EVERY = ("sentence", "notes")
"""The keys that slides of every kind may have."""
