"""The definition figures are computed under: when a due date is overdue, and the age bands."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

MOST_GRACE = 3_650
"""Ten years: who is given more days of grace is never overdue."""

MOST_DAYS = 36_500
"""A hundred years: beyond it, a number of days is a slip of the pen, and calendars run out."""

MOST_BANDS = 20
"""Ends of age bands; more are no longer read, and each is a line of every backlog."""


class Band(Struct, frozen=True):
    """An age band, in days from the due date; the last band has no upper end."""

    low: int
    high: int | None

    @property
    def label(self) -> str:
        return f"over {self.low - 1}" if self.high is None else f"{self.low}-{self.high}"


class Definition(Struct, frozen=True):
    """What "overdue" means in figures computed from records.

    A due date is overdue where due + `grace_days` < the snapshot's day; due today is not overdue.
    `band_ends` are the last days of the age bands but the last, in days from the due date.
    """

    grace_days: int = 0
    band_ends: tuple[int, ...] = (30, 90, 180, 365)

    def __post_init__(self) -> None:
        if not 0 <= self.grace_days <= MOST_GRACE:
            raise ValueError(f"grace_days is a whole number of days, 0 to {MOST_GRACE:,}")
        rising = all(a < b for a, b in zip((0, *self.band_ends), self.band_ends, strict=False))
        if not self.band_ends or not rising:
            raise ValueError("bands are whole days above 0, each above the one before")
        if len(self.band_ends) > MOST_BANDS or self.band_ends[-1] > MOST_DAYS:
            raise ValueError(f"bands are {MOST_BANDS} at most, and end by day {MOST_DAYS:,}")

    @property
    def bands(self) -> tuple[Band, ...]:
        starts = (1, *(e + 1 for e in self.band_ends))
        return tuple(Band(s, e) for s, e in zip(starts, (*self.band_ends, None), strict=True))

    @property
    def tails(self) -> tuple[Band, ...]:
        """What is asked for by lateness alone: each band but the first, with all that are later.

        They overlap, so that no figure is stored by them. The last band is its own tail.
        """
        return tuple(Band(end + 1, None) for end in self.band_ends[:-1])

    def band_named(self, label: str | None) -> Band | None:
        """The band or tail of a label; None where there is none."""
        return next((b for b in (*self.bands, *self.tails) if b.label == label), None)

    def cutoff(self, day: date) -> date:
        """The due dates before this day are overdue on `day`."""
        return day - timedelta(days=self.grace_days)

    def words(self) -> str:
        """The definition as a sentence's end, for a reader."""
        if self.grace_days == 0:
            return "overdue from the day after the due date"
        days = "1 day" if self.grace_days == 1 else f"{self.grace_days} days"
        return f"overdue once more than {days} past the due date"

    def in_full(self) -> str:
        """The definition with its age bands, by which any two that differ read differently."""
        return f"{self.words()}; age bands end at {', '.join(map(str, self.band_ends))} days"


STANDARD = Definition()
