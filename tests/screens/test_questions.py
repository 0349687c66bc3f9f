"""Questions from the floor: each is answered from the board in as few keys as it allows.

Whoever answers knows the foot of the screen and `?` alone: every key that is pressed stands on one
of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from textual.pilot import Pilot

from boardtui.screens.keys.help import groups_of
from tests.screens.driving import opened, press, screen_text

EXAMPLESHIRE = ("Exampleshire", "2024-01-17")
SAMPLESHIRE = ("Sampleshire", "2023-10-31")
ESSEX = ("Essex", "2022-03-31")


class Typed(Struct, frozen=True):
    """Words that are typed, and count as one key."""

    words: str


class Question(Struct, frozen=True):
    """The keys by which it is answered, how many it allows, and what then stands on the screen.

    The words of an answer stand on one row each, with any blanks and bars between them.
    """

    keys: tuple[str | Typed, ...]
    allowed: int
    answer: tuple[str, ...]
    place: tuple[str, str] = EXAMPLESHIRE


QUESTIONS = {
    "how many high-risk visits are more than six months late, who is the oldest, which team": (
        Question(
            ("slash", Typed("high over six months"), "enter", "enter"),
            6,
            ("of 273", "EX-15969 high Vale OM-22 29 Jan 2023 353"),
        )
    ),
    "are these the same 217 people that the inspectors found": Question(
        ("f",), 1, ("rose from 217 to 273.", "overdue on both days 64")
    ),
    "which officer has the most overdue visits": Question(
        ("slash", Typed("most overdue officer"), "enter"), 5, ("OM-04 12 15", "OM-27 5 15")
    ),
    "which officer has the largest share of their people overdue": Question(
        ("slash", Typed("most overdue officer"), "enter", "g", "c"),
        5,
        ("share now ▼", "OM-27 5 15 32.6%"),
    ),
    "how many have not been seen for over a year, and how many never": Question(
        ("slash", Typed("seen")), 3, ("Not seen for over a year 77", "Never seen 8")
    ),
    "how many left the backlog without a visit, who, and which officer's": Question(
        ("f", "enter"),
        4,
        ("cleared without a visit", "case risk unit officer", "EX-00291 low Harbour OM-12"),
    ),
    "how do the units compare, then and now, as shares; which is worst": Question(
        ("slash", Typed("worst unit"), "enter"),
        4,
        (
            "unit then, records 31 Mar 2023 now ▼ change share then share now",
            "Moorland 14 39 11.6% 28.3%",
        ),
    ),
    "15 per cent high risk: of what": Question((), 2, ("said: 15% high, its base is open",)),
    "how many assessments of high-risk people were overdue last time": Question(
        ("c",), 1, ("Overdue assessments", "high risk 0 0 0")
    ),
    "what would the backlog be had no date been moved": Question(
        ("f",), 2, ("98 by the dates of then, 64 by the dates of now.",)
    ),
    "how often was nobody in when an officer came": Question(
        ("5",), 3, ("Dec 2023 443 306 69.1% 121 27.3%",)
    ),
    "273 or 283": Question(("d",), 1, ("273 people", "Said too", "283 of 1,521 managed;")),
    "why did it fall": Question(
        ("f",),
        1,
        ("fell from 400 to 124.", "282 were cleared without a visit, all by moving the due date."),
        SAMPLESHIRE,
    ),
    "is the register growing faster than before": Question(
        ("1",), 3, ("2022 1,867 +183", "2021 1,684 +88", "2022 not published"), ESSEX
    ),
}


@pytest.mark.parametrize("asked", QUESTIONS)
async def test_a_question_is_answered_in_the_keys_that_it_allows(
    demo_database: Path, asked: str
) -> None:
    question = QUESTIONS[asked]
    assert len(question.keys) <= question.allowed
    async with opened(demo_database, *question.place) as pilot:
        for key in question.keys:
            if isinstance(key, Typed):
                await press(pilot, *key.words)
            else:
                assert await told(pilot, key), f"{key} is told nowhere"
                await press(pilot, key)
        rows = screen_text(pilot).splitlines()
        assert [words for words in question.answer if not _stands(words, rows)] == []


def _stands(words: str, rows: list[str]) -> bool:
    """Whether words stand on one row, or on two that follow one another, in order."""
    pairs = [f"{row} {below}" for row, below in zip(rows, [*rows[1:], ""], strict=True)]
    return any(_in_order(words.split(), iter(row.translate(BARS).split())) for row in pairs)


def _in_order(words: list[str], row: Iterator[str]) -> bool:
    return all(any(each == word for each in row) for word in words)


BARS = {ord(char): " " for char in "│▌▐█▀▓▏▎▍▋▊▉"}
"""What stands between words and numbers, and says nothing else."""


NAMES = {"slash": "/", "question_mark": "?", "left": "←", "right": "→"}


async def told(pilot: Pilot[None], key: str) -> bool:
    """Whether a key stands at the foot of the screen, or among its keys, or is a letter on it."""
    shown = NAMES.get(key, key)
    screen = pilot.app.screen
    foot = screen_text(pilot).splitlines()[-1]
    caps = [cap for group in groups_of(screen) for each in group.keys for cap in each.caps.split()]
    cards = [cap for cap in caps if re.fullmatch(r"\d–\d", cap)]
    is_card = any(cap[0] <= shown <= cap[-1] for cap in cards)
    here = any(f"{shown} " in row for row in screen_text(pilot).splitlines())
    return f" {shown} " in foot or shown in caps or is_card or here
