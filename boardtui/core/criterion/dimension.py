"""Dimensions: the ways in which a measure's cases can be told apart, and their slices."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

RISK_LEVELS = ("very_high", "high", "medium", "low", "not_assessed")
"""From the highest risk to the lowest; the last has no rank."""

ABOVE_LOW = "above_low"
"""Every risk level above low, of which figures are published; no case has it as its level."""

STATUSES = ("community", "custody", "hospital", "abroad", "missing", "other")


class Dimension(Struct, frozen=True):
    """One way of telling cases apart.

    `column` is the column of the cases file that holds it (none for the age band, which comes
    from a due date). A closed dimension lists all its `slices`, in their own order; an open one
    (units, officers) has those that occur in the snapshot.
    """

    name: str
    title: str
    column: str | None
    slices: tuple[str, ...] = ()

    @property
    def closed(self) -> bool:
        return bool(self.slices) or self.column is None

    @property
    def inside(self) -> str:
        """The title within a sentence: "risk level", but "MAPPA level"."""
        return self.title if self.title[:2].isupper() else self.title.lower()

    def order(self, slices: Iterable[str | None]) -> list[str | None]:
        """Slices in reading order: their own where they have one, else by text; blanks last."""
        place = {name: number for number, name in enumerate(self.slices)}
        last = len(place)

        def key(value: str | None) -> tuple[bool, int, list[tuple[int, str]]]:
            if value is None:
                return True, last, []
            own = place.get(value)
            return (False, last, _natural(value)) if own is None else (False, own, [])

        return sorted(slices, key=key)


DIGITS = "0123456789"


def _natural(text: str) -> list[tuple[int, str]]:
    """A key that puts OM-9 before OM-10, and what begins with a digit first."""
    runs = groupby(text, DIGITS.__contains__)
    words = [(number, "".join(run)) for number, run in runs]
    key = [(int(word) if number else 0, word) for number, word in words]
    return [(0, ""), *key] if words and words[0][0] else key


RISK_LEVEL = Dimension("risk_level", "Risk level", "risk_level", RISK_LEVELS)
AGE_BAND = Dimension("age_band", "Days overdue", None)
UNIT = Dimension("unit", "Unit", "unit")
OFFICER = Dimension("officer", "Officer", "officer_ref")
MAPPA_LEVEL = Dimension("mappa_level", "MAPPA level", "mappa_level", ("1", "2", "3"))
MAPPA_CATEGORY = Dimension(
    "mappa_category", "MAPPA category", "mappa_category", ("1", "2", "3", "4")
)
STATUS = Dimension("status", "Status", "status", STATUSES)

OF_CASES = (RISK_LEVEL, UNIT, OFFICER, MAPPA_LEVEL, MAPPA_CATEGORY, STATUS)
"""The dimensions that every case has, or has blank."""

DIMENSIONS = {d.name: d for d in (RISK_LEVEL, AGE_BAND, *OF_CASES[1:])}


class Slice(Struct, frozen=True, order=True):
    """One part of a dimension: `value` None are the cases where it is not recorded."""

    dimension: str
    value: str | None

    @property
    def written(self) -> str:
        """As it is written on a command line: "risk_level=high", "unit=" where not recorded."""
        return f"{self.dimension}={self.value or ''}"


Slices = tuple[Slice, ...]
"""The slices a figure is for, all at once; empty for the whole."""

WHOLE: Slices = ()

SLICE_TITLES = {
    "very_high": "very high",
    "not_assessed": "not assessed",
    ABOVE_LOW: "above low",
}


def slice_title(dimension: str, value: str | None) -> str:
    """A slice as a reader sees it: "very high", "31–90 days", "not recorded"."""
    if value is None:
        return "not recorded"
    if dimension == "age_band":
        return f"{value.replace('-', '–')} days"
    if dimension in ("unit", "officer"):
        return value
    return SLICE_TITLES.get(value, value)
