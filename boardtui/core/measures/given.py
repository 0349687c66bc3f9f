"""What is known of a snapshot: which files it was made of, and which columns these had.

Blank means not recorded; a column that a file does not have says nothing at all. Whoever needs to
know whether something can be known asks here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

ASSUMED = {"management": "active"}
"""What is taken of everybody where the cases file has no such column; whatever counts them says
so, and nothing is known of the other values."""

LAST_SEEN = "last_seen"
"""The later of last_visit and the last visit seen by the visits file. No column of a file: it is
given where last_visit is, or where the visits file has seen everybody who is owed visits."""

PSEUDONYMS = ".case_ref:"
"""What stands between a file and the fingerprint of the key that its references were replaced
under, beside its columns."""

NO_RECORDS = "no records in this database"

NOT_PUBLISHED = "not published: {why}"
"""Why a figure is not known of a published database, which was left out of it as a whole."""


class Given(Struct, frozen=True):
    """The files of a snapshot with their columns, by our names, as "cases.visit_due".

    `records` is whether its cases are in the database: figures can be there without them. `crosses`
    are the counts that a published database has by unit and another dimension: the measure, the
    other dimension, and why they are not offered, or nothing where they are.
    """

    columns: frozenset[str]
    records: bool = True
    crosses: frozenset[tuple[str, str, str]] = frozenset()

    @property
    def files(self) -> frozenset[str]:
        """The kinds of file: "cases", "visits"."""
        return _files_of(self.columns)

    @property
    def key(self) -> str | None:
        """The fingerprint of the key that its references are pseudonyms under; None without one."""
        marks = (each.partition(PSEUDONYMS)[2] for each in self.columns if PSEUDONYMS in each)
        return next(marks, None)

    def why_not_crossed(self, measure: str, by: Iterable[str]) -> str | None:
        """Why a measure is not told apart by two dimensions; None where it is, or can be."""
        if self.records:
            return None
        known = {(name, other): why for name, other, why in self.crosses}
        dimensions = set(by)
        others = dimensions - {"unit"}
        if len(dimensions) != 2 or len(others) != 1:
            return NO_RECORDS
        why = known.get((measure, others.pop()), NO_RECORDS)
        return NOT_PUBLISHED.format(why=why) if why and why != NO_RECORDS else why or None

    def lacks(self, kind: str, names: Iterable[str] = ()) -> str | None:
        """The file, or the first of some columns of it, that was not given; None where all were."""
        if kind not in self.files:
            return f"no {kind} file"
        for name in names:
            if f"{kind}.{name}" not in self.columns:
                return f"no {'last_visit' if name == LAST_SEEN else name} column"
        return None


@lru_cache(maxsize=64)
def _files_of(columns: frozenset[str]) -> frozenset[str]:
    return frozenset(column.partition(".")[0] for column in columns)


@lru_cache(maxsize=64)
def columns_of_file(kind: str, names: str) -> frozenset[str]:
    """The columns of one file, as `Given` has them; `names` has white space between them."""
    return frozenset(f"{kind}.{name}" for name in names.split())
