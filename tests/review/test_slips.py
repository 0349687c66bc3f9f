"""What may have been meant by a word that was mistyped."""

from __future__ import annotations

import pytest

from boardtui.review.find.words import Closeness, Spellings, slips


@pytest.mark.parametrize("typed", ["ovrdue", "overrdue", "overude", "ovardue"])
def test_one_slip_of_the_keys_is_taken_for_what_was_meant(typed: str) -> None:
    assert "overdue" in slips(typed)


@pytest.mark.parametrize("word", ["180", "om18", "2024", "be", "x" * 25])
def test_numbers_and_words_too_short_or_too_long_have_no_slips(word: str) -> None:
    assert slips(word) == frozenset()


def test_a_number_is_never_taken_for_another() -> None:
    names = Spellings([(0, ["om", "180"]), (1, ["om", "x180"])])
    assert names.matching("181", typos=True) == {}
    assert names.matching("180", typos=True) == {0: Closeness.EXACT, 1: Closeness.SUBSTRING}
    assert names.matching("om181", typos=True) == {}
