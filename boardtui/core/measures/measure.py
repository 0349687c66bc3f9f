"""Measures: named definitions, each declared once and picked up from there by every reader.

The kinds below say what a measure is worked out from. The store knows how to work out a kind, so
that a new measure of a known kind is one declaration in `boardtui.core.measures`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from boardtui.core.criterion.criterion import EVERY, Criterion, Overdue, both
from boardtui.core.criterion.definition import Definition
from boardtui.core.measures.units import PEOPLE, PER_CENT, is_count


class Direction(StrEnum):
    """Which way a measure is better. Shown in words under its definition, never as a colour."""

    UP = "higher is better"
    DOWN = "lower is better"
    NEITHER = "neither way is better in itself"


class Measure(Struct, frozen=True, kw_only=True):
    """What is true of every measure.

    `unit` is what the value counts ("people", "days"); `also_in` are units that mean the same of
    it, in which others give it ("visits", of overdue visits). `base` names the measure that it is a
    share of; `dimensions` are those that it can be told apart by; `period` is set where it counts
    what happened over a time (a flow) rather than what stood on a day (a stock). `mix` is set where
    a slice is a share of the base's whole (15% of all managed) and not of the base's same slice.
    `signed` is set where it is a difference or a growth, which alone can be below 0.
    `speaks_of` are phrases by which an inspection's finding is about it:
    `boardtui.core.inspection.finding` says how they are read.
    """

    name: str
    title: str
    definition: str
    unit: str = PEOPLE
    also_in: tuple[str, ...] = ()
    base: str | None = None
    better: Direction = Direction.NEITHER
    dimensions: tuple[str, ...] = ()
    period: bool = False
    mix: bool = False
    signed: bool = False
    speaks_of: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit that it may be given in: they mean the same, so that figures compare."""
        return (self.unit, *self.also_in)

    @property
    def in_whole_numbers(self) -> bool:
        """Whether every value is a whole number, as of a count; a median need not be one."""
        return is_count(self.unit)

    @property
    def most(self) -> int | None:
        """The most that a value can be: 100 for the per cent of a part, which growth is not."""
        return 100 if self.unit == PER_CENT and not self.signed else None


class CaseCount(Measure, frozen=True, kw_only=True):
    """How many cases meet the criterion; `due` is the due date that an age band is read from."""

    criterion: Criterion = EVERY
    due: str | None = None


class Statistic(StrEnum):
    """What is said of the days since the due date of the overdue."""

    OLDEST_DAYS = "oldest_days"
    OLDEST_MONTHS = "oldest_months"
    MEDIAN_DAYS = "median_days"
    P90_DAYS = "p90_days"


class Lateness(Measure, frozen=True, kw_only=True):
    """A statistic of the days from `due` to the snapshot's day, among the overdue."""

    criterion: Criterion
    due: str
    statistic: Statistic

    @property
    def in_whole_numbers(self) -> bool:
        return self.statistic in (Statistic.OLDEST_DAYS, Statistic.OLDEST_MONTHS)


class LongestSince(Measure, frozen=True, kw_only=True):
    """The most days from a date in the past to the snapshot's day, among those who have one."""

    criterion: Criterion
    column: str
    none: str
    """Why it is not known where nobody has one."""


class OverOfficers(Measure, frozen=True, kw_only=True):
    """A statistic over officers with at least one managed case: "max", "median", "per_fte_max"."""

    statistic: str

    @property
    def in_whole_numbers(self) -> bool:
        return self.statistic == "max"


class VisitCount(Measure, frozen=True, kw_only=True):
    """How many visits of each calendar month meet the criterion (on the visits file's columns)."""

    criterion: Criterion = EVERY


class Movement(Measure, frozen=True, kw_only=True):
    """Who came or went since the previous snapshot: "joined", "left", "net"."""

    counts: str


class PerPost(Measure, frozen=True, kw_only=True):
    """Managed cases ÷ full-time equivalent: of all officers for the whole, and of each."""


class PublishedOnly(Measure, frozen=True, kw_only=True):
    """Said in public, and not worked out from records.

    `possible_bases` are the measures that a per cent may have been said of, where its own words
    leave that open.
    """

    possible_bases: tuple[str, ...] = ()


def stated(measure: Measure, definition: Definition, by: Sequence[str] = ()) -> str:
    """The definition of a computed figure in words, with as much of the settings as bears on it.

    Two figures of one measure are computed under the same definition where these words are equal.
    """
    words = measure.definition
    if isinstance(measure, CaseCount | Lateness) and measure.due:
        words += f" Here: {definition.words()}."
    if "age_band" in by:
        words += f" Age bands end at {', '.join(map(str, definition.band_ends))} days."
    return words


class Backlog(Struct, frozen=True, kw_only=True):
    """Something that each person is owed by a due date: visits or assessments.

    Declares, from one definition, the count of the overdue, of those at high or very high risk, of
    those without a date, and the lateness.
    """

    name: str
    """In the flow: "visits", "assessments"."""
    one: str
    """What is owed, for a reader: "visit"."""
    due: str
    last: str
    """The column with the day it was last done."""
    seen: str
    """That it was done, for a reader: "seen", "assessed"."""
    done_part: str
    """The part of a flow of those for whom it was done: "visited", "assessed"."""
    base: CaseCount
    high_risk_name: str
    left_out: tuple[str, ...]
    """The measures of people who are not in it and might be thought to be, besides the undated."""
    by_visits: bool = False
    """Whether a visit with the outcome seen is to have done it, besides the column."""
    also_called: tuple[str, ...] = ()
    """Phrases of a finding that speak of it without a word of lateness."""

    @property
    def overdue_name(self) -> str:
        return f"overdue_{self.name}"

    @property
    def a_one(self) -> str:
        """What is owed, with its article: "a visit", "an assessment"."""
        return f"an {self.one}" if self.one[0] in "aeiou" else f"a {self.one}"

    @property
    def overdue(self) -> Criterion:
        return both(self.base.criterion, Overdue(self.due))
