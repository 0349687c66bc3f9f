"""What a show says of itself at a moment: a line of JSON, bounded, and checked where it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from boardtui.core.words.shown import shown

LONGEST_TEXT, MOST_LINES, MOST_LIKELY = 1_000, 200, 40
"""Characters of a text, and lines of notes and figures likely to be asked for, at most."""

MOST_BYTES = 1_000_000
"""Bytes of what is said at a time, at most."""

Text = Annotated[str, Meta(max_length=LONGEST_TEXT)]
Number = Annotated[int, Meta(ge=0, le=10_000)]
Seen = Literal["slide", "answer", "black", "white"]


class Likely(Struct, frozen=True, forbid_unknown_fields=True):
    """A figure that may be asked for: what it counts, its value, and its change."""

    label: Text
    value: Text
    change: Text = ""


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """Which show it is, what the room sees of it, and what only its presenter is to see.

    `elapsed` are the seconds since the show was begun. `step` of `steps` is how much of the slide
    is shown; `asked` are the words of the question that is being answered.
    """

    database: Text
    force: Text
    day: Text
    synthetic: bool
    elapsed: Annotated[float, Meta(ge=0, le=1e9)]
    slide: Number
    slides: Number
    step: Number
    steps: Number
    sentence: Text
    seen: Seen = "slide"
    asked: Text = ""
    notes: Annotated[tuple[Text, ...], Meta(max_length=MOST_LINES)] = ()
    following: Text = ""
    likely: Annotated[tuple[Likely, ...], Meta(max_length=MOST_LIKELY)] = ()

    @property
    def show(self) -> tuple[str, str, str]:
        """What it is a show of: another of the same may take its place."""
        return self.database, self.force, self.day


class NothingSaidError(Exception):
    """What came over the line is nothing that a show says."""


def line_of(said: Said) -> bytes:
    """What is said, as a line.

    Raises:
        NothingSaidError: it is longer than whoever reads it would take.
    """
    line = msgspec.json.encode(said) + b"\n"
    said_in(line)
    return line


def said_in(line: bytes) -> Said:
    """What a line says.

    Raises:
        NothingSaidError: it says nothing that a show would.
    """
    if len(line) > MOST_BYTES:
        raise NothingSaidError("It is longer than anything that a show says.")
    try:
        return msgspec.json.decode(line, type=Said)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise NothingSaidError("It is nothing that a show says.") from None


def database_named(location: str) -> str:
    """A database by the one name that all its shows have, wherever they were started.

    `location` is a file, or a URL without its password.
    """
    return cut(location if "://" in location else str(Path(location).resolve()))


def cut(text: str) -> str:
    """A text as it can be said: harmless, on one line, and where it was cut, with an ellipsis."""
    text = shown(text)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
