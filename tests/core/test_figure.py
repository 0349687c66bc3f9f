"""Figures: in which order they stand, and who they come from."""

from __future__ import annotations

import pytest

from boardtui.core.figure.figure import Figure, Source, largest_first, of_one_speaker
from tests.core.figures import counted, published


def by(who: str, where: str = "a newspaper") -> Figure:
    return published(1, 1, 1, source=Source(who, where, ""))


def test_the_largest_stands_first_then_what_was_withheld_then_what_is_not_known() -> None:
    withheld, unknown = counted(None, suppressed=True), counted(None, unknown="no visits file")
    figures = [unknown, counted(0), withheld, counted(5), counted(-2)]
    assert sorted(figures, key=largest_first) == [
        counted(5),
        counted(0),
        counted(-2),
        withheld,
        unknown,
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (counted(1), counted(2), True),
        (counted(1), by("the chief"), False),
        (by("the chief"), by("the chief", "another newspaper"), True),
        (by("The Chief"), by("the chief"), True),
        (by("the chief"), by("HMICFRS"), False),
        (by(""), by(""), True),
        (by(""), by("", "another newspaper"), False),
        (by(""), by("the chief"), False),
    ],
)
def test_figures_are_of_one_speaker_wherever_they_were_printed(
    one: Figure, other: Figure, same: bool
) -> None:
    assert of_one_speaker(one, other) is same
    assert of_one_speaker(other, one) is same


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source("the chief", "the Echo", "https://e.org"), "the chief in the Echo, https://e.org"),
        (Source("the chief", "", "https://e.org"), "the chief, https://e.org"),
        (Source("the chief", "the Echo", ""), "the chief in the Echo"),
        (Source("the chief", "", ""), "the chief"),
        (Source("", "the Echo", ""), "the Echo"),
        (Source("", "", ""), ""),
    ],
)
def test_a_source_is_told_as_far_as_it_is_known(source: Source, words: str) -> None:
    assert source.in_words == words
