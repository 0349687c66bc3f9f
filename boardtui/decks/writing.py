"""Writing a deck as TOML with comments, to be edited."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from boardtui.core.words.shown import shown
from boardtui.decks.deck import Deck
from boardtui.decks.keys import AUDIENCES, FORMAT
from boardtui.decks.notes import notes_of
from boardtui.decks.stage import Stage
from boardtui.panels.slides.filling import filled
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import Message, NotToldError
from boardtui.panels.slides.slide import Slide
from boardtui.process.new_file import new_file


def write_deck(deck: Deck, stage: Stage, path: Path) -> None:
    """Write a deck to a new file, whole or not at all; nobody else may read it.

    Raises:
        OSError: the name is taken, or the file cannot be written.
    """
    with new_file(path) as file:
        for line in deck_lines(deck, stage):
            file.write(f"{line}\n")


def deck_lines(deck: Deck, stage: Stage) -> Iterator[str]:
    """A deck as the lines of a TOML file, each slide under what it says."""
    yield f"# A deck of boardtui, of {len(deck.slides)} slides. Change, move or delete any of them,"
    yield "# then check it: boardtui deck DATABASE --check FILE"
    yield "# What each kind of slide is, and which keys it takes, is in docs/decks.md."
    yield f"deck = {FORMAT}"
    for key in ("force", "as_at", "against"):
        if value := getattr(deck, key):
            yield f"{key} = {_text(value)}"
    words = " or ".join(f'"{word}"' for word in AUDIENCES)
    audience = deck.audience or AUDIENCES[0]
    lead = "" if deck.audience else "# "
    yield f"{lead}audience = {_text(audience)}  # {words}: what the room may see"
    for number, slide in enumerate(deck.slides, start=1):
        yield ""
        yield from _slide(number, slide, stage)


def _slide(number: int, slide: Slide, stage: Stage) -> Iterator[str]:
    board = stage.board_of(slide)
    try:
        message = KINDS[slide.kind].message(slide, board)
    except NotToldError as missing:
        message = Message((f"not there: {missing}",), lambda window: ())
    told = message.sentences[0] if message.sentences else ""
    yield f"# Slide {number}: {shown(told)}"
    yield "[[slide]]"
    yield f"kind = {_text(slide.kind)}"
    if slide.measure:
        yield f"measure = {_text(slide.measure)}"
    for one in slide.slices:
        yield f"slice = {{ {one.dimension} = {_text(one.value or '')} }}"
    if slide.by:
        yield f"by = {_text(slide.by)}"
    if slide.baseline:
        yield f"baseline = {_text(slide.baseline)}"
    if slide.title:
        yield f"title = {_text(slide.title)}"
    if slide.text:
        yield f"text = [{', '.join(map(_text, slide.text))}]"
    if slide.sentence:
        yield f"sentence = {_text(slide.sentence)}"
    elif template := sentence_with_placeholders(told, message):
        yield f"# sentence = {_text(template)}"
    if notes := slide.notes or notes_of(slide, board):
        yield f"notes = {_long(notes)}"


REPLACED = (
    *("then", "now", "without", "change", "share"),
    *("base", "seen", "action"),
)
"""The placeholders that stand in for what a sentence says, those first that others may hold."""


def sentence_with_placeholders(told: str, message: Message) -> str:
    """A slide's own sentence with placeholders for its figures, to be changed; nothing without."""
    if "{" in told or "}" in told:
        return ""
    found = told
    for name in REPLACED:
        text = message.fills.get(name, "")
        at = found.find(text) if text else -1
        if at >= 0 and _stands_alone(found, at, len(text)):
            found = f"{found[:at]}{{{name}}}{found[at + len(text) :]}"
    return found if found != told and filled(found, message.fills) == told else ""


def _stands_alone(text: str, at: int, length: int) -> bool:
    """Whether what is found in a text is no part of a longer word or number."""
    before, after = text[:at][-1:], text[at + length :][:2]
    inside = after[:1] in (",", ".") and after[1:].isdigit()
    return (
        not before.isalnum()
        and before not in ("{", ",", ".")
        and not (after[:1].isalnum() or after[:1] in ("}", "%") or inside)
    )


def _text(value: str) -> str:
    """A text as TOML has it."""
    return json.dumps(shown(value), ensure_ascii=False)


def _long(text: str) -> str:
    """A text of several lines as TOML has it."""
    lines = [shown(line).replace("\\", "\\\\").replace('"', '\\"') for line in text.splitlines()]
    return '"""\n' + "\n".join(lines) + '\n"""'
