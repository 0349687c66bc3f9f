"""What a setting may hold: read from a TOML value, or from the text of an environment variable."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Protocol

from msgspec import Struct


class Kind(Protocol):
    """What a setting may hold.

    `expected` says it in words. `checked` gives the setting's value for a value as TOML has it, and
    raises ValueError for any other; `parsed` makes a TOML value of a text.
    """

    @property
    def expected(self) -> str: ...

    def checked(self, value: object) -> Any: ...

    def parsed(self, text: str) -> object: ...


class WholeNumber(Struct, frozen=True):
    """A whole number of some unit, both ends included."""

    low: int
    high: int
    unit: str

    @property
    def expected(self) -> str:
        return f"a whole number of {self.unit}, {self.low} to {self.high:,}"

    def checked(self, value: object) -> int:
        # In Python true is a whole number; in a settings file it is a slip.
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError
        if not self.low <= value <= self.high:
            raise ValueError
        return value

    def parsed(self, text: str) -> object:
        return _number(text)


class RisingNumbers(Struct, frozen=True):
    """One or more whole numbers of some unit, `most` at most, each above the one before."""

    low: int
    high: int
    unit: str
    most: int

    @property
    def expected(self) -> str:
        return (
            f"up to {self.most} whole numbers of {self.unit}, {self.low} to {self.high:,}, each "
            "above the one before"
        )

    def checked(self, value: object) -> tuple[int, ...]:
        one = WholeNumber(self.low, self.high, self.unit)
        if not isinstance(value, list) or not 0 < len(value) <= self.most:
            raise ValueError
        numbers = tuple(one.checked(item) for item in value)
        if any(later <= earlier for earlier, later in pairwise(numbers)):
            raise ValueError
        return numbers

    def parsed(self, text: str) -> object:
        return [_number(item) for item in text.split(",")]


class Text(Struct, frozen=True):
    """A text, which may be empty."""

    expected: str = "a text"

    def checked(self, value: object) -> str:
        if not isinstance(value, str):
            raise ValueError
        return value.strip()

    def parsed(self, text: str) -> object:
        return text


class Texts(Struct, frozen=True):
    """Any number of texts."""

    expected: str = 'a list of texts, like ["Notes", "Telephone"]'

    def checked(self, value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise ValueError
        return tuple(_text(item) for item in value)

    def parsed(self, text: str) -> object:
        return [item.strip() for item in text.split(",")] if text.strip() else []


class Truth(Struct, frozen=True):
    """True or false."""

    expected: str = "true or false"

    def checked(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise ValueError
        return value

    def parsed(self, text: str) -> object:
        return {"true": True, "false": False}.get(text.strip().lower(), text)


class TextTable(Struct, frozen=True):
    """Texts by names that the user chooses; in the environment, as `name=text,name=text`."""

    expected: str

    def checked(self, value: object) -> Mapping[str, str]:
        if not isinstance(value, dict):
            raise ValueError
        return MappingProxyType({_text(name): _text(text) for name, text in value.items()})

    def parsed(self, text: str) -> object:
        if not text.strip():
            return {}
        pairs = [item.partition("=") for item in text.split(",")]
        if not all(sign for _, sign, _ in pairs):
            return text
        return {name.strip(): value.strip() for name, _, value in pairs}


class Choice:
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self._words = words

    @property
    def expected(self) -> str:
        return " or ".join(f'"{word}"' for word in self._words)

    def checked(self, value: object) -> str:
        if not isinstance(value, str) or value not in self._words:
            raise ValueError
        return value

    def parsed(self, text: str) -> object:
        return text


def _number(text: str) -> object:
    """The whole number that a text writes; the text itself where it writes none."""
    word = text.strip()
    digits = word.removeprefix("-")
    return int(word) if digits.isascii() and digits.isdigit() and len(digits) < 10 else text


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError
    return value
