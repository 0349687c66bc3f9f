"""docs/decks.md, from the declared kinds of slides and the keys of a deck."""

from __future__ import annotations

from contextlib import closing
from itertools import takewhile
from pathlib import Path

from boardtui import demo
from boardtui.core.criterion.definition import STANDARD
from boardtui.decks.default import MOST, default_deck
from boardtui.decks.keys import FORMAT, HEAD_KEYS, OF_EVERY, SLIDE_KEYS
from boardtui.decks.stage import Stage, board_of
from boardtui.decks.writing import deck_lines
from boardtui.panels.slides.filling import PLACEHOLDERS
from boardtui.panels.slides.kinds import KINDS, KindOf
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database
from docs.generate.markdown import assembled, block, code, codes, items, prose, sentence, table

INTRODUCTION = f"""
A deck is the slides of a meeting: one message each, in figures that are read from the back row.
boardtui makes one of every force and day, of at most {MOST} slides, of what is there. To change it,
have it written to a file, edit that, and check it against the database:
"""

COMMANDS = """
boardtui deck demo.db --new deck.toml
boardtui deck demo.db --check deck.toml
"""

FILE = f"""
A deck is a TOML file that says `deck = {FORMAT}`, and then has a `[[slide]]` for each slide. It is
never written over another file, and is yours alone to read. A show reads it once, when it begins,
from a file and not from a pipe. So the deck of the demo begins:
"""

HEAD = """
Which board it is of stands at the top. What the command line says goes before what the deck does.
"""

SENTENCE = """
Each slide says its message in a sentence made from its figures. A `sentence` of your own takes its
place. What stands in braces is filled in from the figures, in the slide's sentence, title, text and
notes:
"""

CHECKED = (
    "a kind, a key, a measure, a slice or a baseline that is not there, with the nearest name;",
    "a key that a slide of its kind does not have, and one that it lacks;",
    "a placeholder that is none, or that stands for nothing on this day;",
    "a number or a day typed into a sentence that the slide does not show: a sentence that was "
    "right for another day is not said of this one;",
    "a slide of something that is not there: it is told now, and never in the room.",
)


def page(database: Path) -> str:
    """The page."""
    rows = [(code(name), *_kind(kind)) for name, kind in KINDS.items()]
    return assembled(
        "# Decks of slides",
        prose(INTRODUCTION),
        block("sh", COMMANDS),
        prose(FILE),
        block("toml", _example(database)),
        "## The deck",
        prose(HEAD),
        table(HEADER, [(code(name), key.help) for name, key in HEAD_KEYS.items()]),
        "## Kinds of slides",
        prose(f"Every slide may have {codes(OF_EVERY)} besides; keys in brackets may be left out."),
        table(("kind", "what it shows", "keys", "measures"), rows),
        "## The keys of a slide",
        table(HEADER, [(code(name), key.help) for name, key in SLIDE_KEYS.items()]),
        "## Sentences",
        prose(SENTENCE),
        table(
            ("placeholder", "what stands in its place"),
            [(code(f"{{{name}}}"), sentence(what)) for name, what in PLACEHOLDERS.items()],
        ),
        "## What is checked",
        "All faults are told at once:",
        items(CHECKED),
    )


HEADER = ("key", "meaning")


def _kind(kind: KindOf) -> tuple[str, str, str]:
    keys = [code(key) if key in kind.needs else f"[{code(key)}]" for key in kind.takes]
    any_measure = "any" if "measure" in kind.takes else ""
    return kind.help, ", ".join(keys), codes(kind.measures) or any_measure


def _example(database: Path) -> str:
    """The demo's deck, up to its third slide."""
    with closing(open_database(str(database))) as held:
        review = Review(held, choose(held, demo.FORCE, demo.DAY), STANDARD)
        stage = Stage(board_of(review))
        lines = deck_lines(default_deck(stage.board), stage)
        return "\n".join(takewhile(lambda line: not line.startswith("# Slide 3"), lines))
