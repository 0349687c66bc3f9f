"""Units: what a figure counts, and how each is usually written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from msgspec import Struct


class Unit(Struct, frozen=True):
    """What a value counts, by the name that measures give it, which stands in the plural.

    `spellings` are other ways of writing it. `counts` is whether it counts whole things. `shown`
    is what follows a number: nothing after a count, whose things the measure's title names.
    """

    name: str
    spellings: tuple[str, ...] = ()
    counts: bool = True
    shown: str = ""


PER_CENT = "per cent"
PER_100_000 = "per 100,000"
PER_POST = "people per full-time post"
DAYS = "days"
MONTHS = "months"
PEOPLE = "people"
VISITS = "visits"
ASSESSMENTS = "assessments"
PLACEMENTS = "placements"

UNITS = {
    unit.name: unit
    for unit in (
        Unit(
            PEOPLE,
            (
                *("person", "persons", "individual", "individuals", "case", "cases"),
                *("offender", "offenders", "registered sex offender", "registered sex offenders"),
                *("RSO", "RSOs"),
            ),
        ),
        Unit(VISITS, ("visit", "home visit", "home visits")),
        Unit(ASSESSMENTS, ("assessment", "risk assessment", "risk assessments")),
        Unit(PLACEMENTS, ("placement",)),
        Unit(DAYS, ("day",), shown=" days"),
        Unit(MONTHS, ("month", "mth", "mths"), shown=" months"),
        Unit(PER_CENT, ("%", "percent", "percentage", "pct", "pc"), counts=False, shown="%"),
        Unit(
            PER_100_000,
            (
                *("per 100k", "per hundred thousand", "/100,000", "/100k", "rate per 100,000"),
                *("per 100,000 people", "per 100,000 population"),
            ),
            counts=False,
            shown=" per 100,000",
        ),
        Unit(PER_POST, ("people per FTE", "per FTE", "per full-time post"), counts=False),
    )
}
"""Every unit that a measure is in."""

_JOINS = frozenset(",._-")


def _folded(text: str) -> str:
    """Spelling without regard to case, spaces, commas, points, hyphens, and wide signs."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char not in _JOINS and not char.isspace())


@cache
def _by_spelling() -> Mapping[str, str]:
    return {
        _folded(spelling): unit.name
        for unit in UNITS.values()
        for spelling in (unit.name, *unit.spellings)
    }


@lru_cache(maxsize=512)
def unit_named(text: str) -> str | None:
    """The unit that a text means, by its name here: "%" is per cent; None of one not known."""
    own = UNITS.get(text)
    return own.name if own else _by_spelling().get(_folded(text))


def spellings(units: tuple[str, ...]) -> dict[str, str]:
    """Every usual way of writing some units, each with the unit's name."""
    return {each: name for name in units for each in (name, *UNITS[name].spellings)}


def is_count(unit: str) -> bool:
    """Whether a unit counts whole things; per cents and rates ("per 100,000") do not."""
    known = UNITS.get(unit)
    return known.counts if known else not re.search(r"\bper\b|%", unit)


def shown_unit(unit: str, one: bool = False) -> str:
    """What follows a number of a unit: "%", " months", and nothing after a count.

    `one` says that the number is one. A unit that is not known always follows: nothing else tells
    what the number is.
    """
    known = UNITS.get(unit)
    word = f" {unit}" if known is None else known.shown
    return f" {singular(word.strip())}" if one and word.startswith(" ") else word


_SINGULAR = {PEOPLE: "person", "per": "per"}
"""What one is called where that is not the plural without its s."""


def singular(unit: str) -> str:
    """One of a unit: "person", "month", "person per full-time post"."""
    word, space, rest = unit.partition(" ")
    return _SINGULAR.get(word, word.removesuffix("s")) + space + rest
