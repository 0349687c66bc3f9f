"""The shares by risk level said in public: of which base, and what they would count of each."""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.core.figure.interval import Interval
from boardtui.core.figure.possible_base import PossibleCount
from boardtui.core.words.wording import number_text, unit_of, value_text
from boardtui.panels.phrases import base_words
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Said = Mapping[str | None, list[ComparedFigure]]
"""The shares said in public, by risk level."""


def said_by_level(review: Review) -> Said:
    """The shares said in public, by risk level, in the order of levels."""
    found: dict[str | None, list[ComparedFigure]] = {}
    for one in review.by("risk_share", "risk_level"):
        found.setdefault(one.figure.slices[0].value, []).append(one)
    return found


def count_of(one: ComparedFigure, measure: str) -> PossibleCount | None:
    """What a share would count of a base; the first, where several are given for that base."""
    return next((c for c in one.possible_counts if c.base.measure == measure), None)


def people_text(people: Interval | None, apart: str = "–") -> str:
    """Whole people from the least to the most: "40–42"; "no whole number" where there is none."""
    if people is None:
        return "no whole number"
    if people.exact:
        return number_text(people.low)
    if people.high == float("inf"):
        return f"{number_text(people.low)} or more"
    return f"{number_text(people.low)}{apart}{number_text(people.high)}"


def _people(people: Interval | None) -> str:
    if people is None:
        return "no whole number of people"
    one = people.low if people.exact else None
    return f"{people_text(people, ' to ')} {unit_of('people', one)}"


def possible_rows(one: ComparedFigure) -> list[str]:
    """Each possible base in a sentence, with what the records say of it."""
    rows = []
    for count in one.possible_counts:
        base = f"{value_text(count.base, unit=False)} {base_words(count.base.measure)}"
        by = "by records" if count.base.source is None else f"as said by {count.base.said_by}"
        text = f"{value_text(one.figure)} of {base} ({by}) would be {_people(count.people)}"
        if count.records is not None:
            text += f"; the records give {value_text(count.records)}"
        rows.append(text)
    return rows
