"""Forty-two forces that do not exist, each with what is to befall it: the known truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import NormalDist

from bench.planted import listed

FIRST_YEAR = 2014
"""The first month that is kept is January of this year."""

PEOPLE = 1_667
"""On a register, on average: with 42 forces of 120 months, 8.4 million rows of cases."""

NAMES = listed(
    """
    Alderfold Birchmoor Cawdale Dunmere Eskholm Farrowby Gorsedown Hollinside Ilverton Jarrowmount
    Kestrelby Larkmead Mossbridge Netherwick Oxlade Pennyfell Quarrendale Rushmire Saltholme
    Thornecliff Ulverbeck Vexcombe Wrenhurst Yarrowdene Zealmonkton Ashenvale Brackenmoss
    Coldharbour Driftwater Elmstow Foxglade Greywether Heronsmere Ivelchester Juniperhay Knapweed
    Limebourne Merrowfield Nightingham Orchardleigh Plumstone Rookhope
    """
)
"""No force's name, and none a slip of the pen of another."""


@dataclass(frozen=True, slots=True)
class Shift:
    """From a month on, so many times as many visits are tried a month as before."""

    month: int
    times: float


@dataclass(frozen=True, slots=True)
class Force:
    """A force and what is to befall it; months are counted from 0, the first that is kept.

    `effort` is the visits that are tried a month, of those that would see everybody when due on the
    register at the start; `seen` is the share of them that find someone in, about which the months
    vary as a Beta does whose two numbers sum to `steady`. `grows` is by how much of its size at the
    start the register does in a year.
    `tool_changes` is the month from which another risk tool is used, `visits_from` that from which
    there are visits files; of the months `missing` there is no snapshot.
    """

    name: str
    number: int
    people: int
    seed: int
    effort: float
    seen: float
    steady: float
    grows: float
    shift: Shift | None = None
    tool_changes: int | None = None
    visits_from: int = 0
    missing: frozenset[int] = frozenset()

    @property
    def quiet(self) -> bool:
        """Whether nothing happens to it but chance."""
        return (
            self.shift is None
            and not self.grows
            and self.tool_changes is None
            and not self.visits_from
            and not self.missing
        )


def forces(count: int = 42, months: int = 120, people: int = PEOPLE, seed: int = 1) -> list[Force]:
    """So many forces, with so many people each on average: a few large ones, many small.

    Of every six in a row one is shifted, one grows and one has a break; the others are quiet.
    """
    return list(_forces(count, months, people, seed))


def _forces(count: int, months: int, people: int, seed: int) -> Iterator[Force]:
    shares = [2.2 ** NormalDist().inv_cdf((place + 0.5) / count) for place in range(count)]
    scale = people * count / sum(shares)
    for number in range(count):
        # Not by size, so that the first few are forces of all sizes.
        place = number * 17 % count if count % 17 else number
        shifted = number % 6 == 1
        broken = number // 6 % 3 if number % 6 == 4 else None
        yield Force(
            name=f"{NAMES[number % len(NAMES)]}{' Two' if number >= len(NAMES) else ''}",
            number=number,
            people=max(30, round(shares[place] * scale)),
            seed=seed * 1000 + number,
            effort=0.78 if shifted else (78 + 4 * (number % 5)) / 100,
            seen=(60 + 3 * (number % 6)) / 100,
            steady=400.0,
            grows=0.03 if number % 6 == 5 else 0.0,
            shift=Shift(months * 3 // 5, 0.7 if number % 12 == 1 else 1.25) if shifted else None,
            tool_changes=months // 2 if broken == 0 else None,
            visits_from=months // 3 if broken == 1 else 0,
            missing=_missing(months) if broken == 2 else frozenset(),
        )


def _missing(months: int) -> frozenset[int]:
    """One month by itself, and two in a row."""
    return frozenset({months // 4, months // 2, months // 2 + 1})
