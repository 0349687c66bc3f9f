"""Reading a deck: a TOML file into slides, with every fault of it at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from boardtui.core.words.nearest import did_you_mean
from boardtui.decks.deck import Deck
from boardtui.decks.faults import Fault, ended, where
from boardtui.decks.keys import FORMAT, HEAD_KEYS, OF_EVERY, SLIDE_KEYS
from boardtui.panels.slides.kinds import KINDS, KindOf
from boardtui.panels.slides.slide import Slide
from boardtui.settings.faults import toml_text
from boardtui.store.connection.sqlite_file import kind_of_file

LARGEST = 1_000_000
"""Bytes of a deck file at most: a larger one is some other file."""


OF_WHAT = ("measure", "slice", "by", "baseline", "text")
"""The keys that a slide cannot be checked without: its figures, or words, would be others."""


class Numbered(Struct, frozen=True):
    """A slide that was read, under its number in the file."""

    number: int
    slide: Slide


class ReadDeck(Struct, frozen=True):
    """What was read of a file: the deck of its good slides, and a sentence on each fault."""

    path: Path
    deck: Deck
    numbered: tuple[Numbered, ...]
    faults: tuple[Fault, ...]


def read_named(file: str | None) -> ReadDeck | None:
    """Read the deck of a file by its name, which may begin with ~; None without a name."""
    return read_deck(Path(os.path.expanduser(file))) if file else None  # noqa: PTH111 - never fails


def read_deck(path: Path) -> ReadDeck:
    """Read a deck; what is wrong with it stands in its faults, and nothing is raised.

    Once read it is not looked at again: the file may be another one by then.
    """
    heads: list[str] = []
    document = _document(path, heads)
    if document is None:
        return ReadDeck(path, Deck(slides=()), (), tuple(Fault(0, text) for text in heads))
    if document.get("deck") != FORMAT or isinstance(document.get("deck"), bool):
        heads.append(f"the file does not say deck = {FORMAT}, which a deck begins with.")
    found = {key: _head(key, document[key], heads) for key in HEAD_KEYS if key in document}
    known = (*HEAD_KEYS, "deck", "slide")
    for key in document:
        if key not in known:
            heads.append(f"there is no key {key} of a deck{did_you_mean(key, known)}")
    tables = document.get("slide", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        heads.append("slide is no list of slides; write each as [[slide]].")
        tables = []
    elif not tables:
        heads.append("there is no slide: write each as [[slide]].")
    faults = [Fault(0, text) for text in heads]
    numbered: list[Numbered] = []
    for number, table in enumerate(tables, start=1):
        wrong: list[str] = []
        slide = _slide(number, table, wrong)
        faults += [Fault(number, text) for text in wrong]
        numbered += [Numbered(number, slide)] if slide is not None else []
    deck = Deck(slides=tuple(one.slide for one in numbered), **found)
    return ReadDeck(path, deck, tuple(numbered), tuple(faults))


def _head(key: str, value: object, faults: list[str]) -> str | None:
    try:
        found = HEAD_KEYS[key].read(value)
    except ValueError as error:
        faults.append(f"{key} is {toml_text(value)}; {ended(str(error))}")
        return None
    assert isinstance(found, str)
    return found


def _slide(number: int, table: Mapping[str, Any], faults: list[str]) -> Slide | None:
    """A slide, with what is good of it; None where too little is for the rest to be checked."""
    name = table.get("kind")
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        faults.append(f"{where(number)}: {_no_kind(name)}")
    here = where(number, name if kind else None)
    fields: dict[str, Any] = {}
    read: set[str] = set()
    for key, value in table.items():
        if key == "kind":
            continue
        if key not in SLIDE_KEYS:
            hint = did_you_mean(key, ("kind", *SLIDE_KEYS))
            faults.append(f"{here}: there is no key {key}{hint}")
        elif kind is not None and key not in (*kind.takes, *OF_EVERY):
            faults.append(f"{here}: such a slide has no {key}{_takes(kind)}.")
        else:
            try:
                fields[SLIDE_KEYS[key].field] = SLIDE_KEYS[key].read(value)
                read.add(key)
            except ValueError as error:
                faults.append(f"{here}: {key} is {toml_text(value)}; {ended(str(error))}")
    missing = _missing(kind, table, fields) if kind is not None else []
    faults += [f"{here}: {text}" for text in missing]
    if kind is None or missing or any(key in table and key not in read for key in OF_WHAT):
        return None
    return Slide(kind=str(name), **fields)


def _no_kind(name: object) -> str:
    there = f"There are {', '.join(KINDS)}."
    if name is None:
        return f"it has no kind. {there}"
    if not isinstance(name, str):
        return f"its kind is {toml_text(name)}; expected a text. {there}"
    return f"there is no kind of slide {toml_text(name)}{did_you_mean(name, KINDS)} {there}"


def _takes(kind: KindOf) -> str:
    """The keys that a kind has, as the end of a sentence."""
    return f"; it may have {', '.join((*kind.takes, *OF_EVERY))}"


def _missing(kind: KindOf, table: Mapping[str, Any], fields: Mapping[str, Any]) -> list[str]:
    """What a slide lacks, and a measure that its kind is not of."""
    found = [f"it has no {key}, which it needs." for key in kind.needs if key not in table]
    measure = fields.get("measure")
    if measure and kind.measures and measure not in kind.measures:
        found.append(f"it is of {' or '.join(kind.measures)}, and not of {measure}.")
    return found


def _document(path: Path, faults: list[str]) -> dict[str, Any] | None:
    import tomli

    try:
        if (other := kind_of_file(path)) is not None:
            # A pipe is waited for, for as long as nobody writes to it, and shows ask anew.
            faults.append(f"the deck is {other}: write it to a file, and name that.")
            return None
        with path.open("rb") as file:
            given = file.read(LARGEST + 1)
        if len(given) > LARGEST:
            faults.append(f"the file is larger than {LARGEST:,} bytes, which no deck is.")
            return None
        return tomli.loads(given.decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as error:
        faults.append(f"the deck cannot be read: {error.strerror or error}.")
    except UnicodeDecodeError:
        faults.append("the deck is not UTF-8 text.")
    except (tomli.TOMLDecodeError, RecursionError) as error:
        faults.append(f"the deck is not TOML: {error}.")
    except ValueError:  # Python's own limit
        faults.append("the deck is not TOML: a number in it has too many digits.")
    return None
