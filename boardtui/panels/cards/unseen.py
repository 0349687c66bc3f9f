"""Who has not been seen for long: at the foot of the card of visits."""

from __future__ import annotations

from boardtui.core.words.wording import value_text
from boardtui.panels.cards.words import fits, known, label
from boardtui.panels.text import Line, chunk
from boardtui.review.day.review import Review


def unseen(review: Review, width: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The longest that somebody has not been seen, and who never was; then who not for a year."""
    longest = _told(review, "not_seen_longest_days", "the longest unseen")
    never = _told(review, "never_seen", "never")
    year = _told(review, "not_seen_over_year", "not seen for a year")
    alone = _told(review, "never_seen", "never seen")
    both = (*longest, chunk(label(", ")), *never) if longest and never else longest
    # Where the longest has no room: how many have waited for long.
    foot = next((told for told in (both, longest, year, alone) if told and fits(told, width)), ())
    more = year if foot not in ((), year) and fits(year, width) else ()
    return _lines(foot), _lines(more)


def _told(review: Review, measure: str, words: str) -> Line:
    one = known(review.figures(measure))
    return (chunk(value_text(one.figure), label(f" {words}"), subject=one),) if one else ()


def _lines(told: Line) -> tuple[Line, ...]:
    return (told,) if told else ()
