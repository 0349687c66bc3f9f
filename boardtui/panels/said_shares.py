"""The shares by risk level said in public: of which base, and what they would count of each."""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.interval import Interval
from boardtui.core.figure.possible_base import PossibleCount
from boardtui.core.words.wording import number_text, unit_of, value_text
from boardtui.panels.phrases import base_words
from boardtui.panels.text import Chunk, Line, chunk, number, quiet, wrapped
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


def said_cells(one: ComparedFigure, label: str) -> tuple[Chunk, Chunk, Chunk]:
    """A share and its count of the managed and of the overdue, for columns of a table."""
    managed, overdue = (count_of(one, name) for name in ("managed", "overdue_visits"))
    return (
        chunk(f"{label} ", number(value_text(one.figure)), subject=one),
        chunk(people_text(managed.people) if managed else "", subject=one),
        chunk(people_text(overdue.people) if overdue else "", subject=one),
    )


def said_lines(by_level: Said, width: int, counted: bool) -> list[Line]:
    """What the shares are of; with `counted`, a table above has them, else they stand here."""
    said = [one for ones in by_level.values() for one in ones]
    if not said:
        return []
    lines: list[Line] = []
    if counted:
        lines += wrapped(_if_of(said[0]), width)
    else:
        pieces = [chunk(quiet("said in public:"))]
        for one in said:
            level = slice_title("risk_level", one.figure.slices[0].value)
            pieces.append(chunk(f"{level} ", number(value_text(one.figure)), subject=one))
        lines += wrapped(pieces, width, gap=1)
    bases = dict.fromkeys(one.figure.base or "not stated" for one in said)
    return lines + wrapped([chunk(quiet(f"base {base}"), subject=said[0]) for base in bases], width)


def _if_of(one: ComparedFigure) -> list[Chunk]:
    """The bases that the counts are of."""
    first = {count.base.measure: count.base for count in reversed(one.possible_counts)}
    words = [
        f"of {value_text(first[name], unit=False)} {base_words(name)}"
        for name in ("managed", "overdue_visits")
        if name in first
    ]
    return [chunk(quiet(f"said: people, were it {' or '.join(words)}"), subject=one)]


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
