"""A row of the comparison: a name, then, the change, and now, with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from boardtui.core.figure.figure import Figure, Origin
from boardtui.panels.subject import Subject
from boardtui.review.day.aligned import Aligned
from boardtui.review.day.catalogue import BaselineKind
from boardtui.review.day.review import Review

NOTHING = "–"
"""Stands where a side has no figure: not a zero."""

INCOMPARABLE = "not comparable"

Values = tuple[float | None, float | None, float | None]
"""Then, the change, and now, as numbers; None where there is none."""


class Entry(Struct, frozen=True):
    """A row: a name, what stands on each side, and the change between.

    `figures` are those of the two sides, then and now. `notes` are what to bear in mind of it,
    `share` is the row of its share, and `under` are the rows that go with it. A `quiet` row says
    more of the one above; a `large` one is a part of what stands large.
    """

    name: str
    then: str = ""
    change: str = ""
    now: str = ""
    figures: tuple[Figure | None, Figure | None] = (None, None)
    values: Values = (None, None, None)
    subject: Subject | None = None
    notes: tuple[str, ...] = ()
    share: Entry | None = None
    under: tuple[Entry, ...] = ()
    quiet: bool = False
    large: bool = False

    def whole(self) -> Iterator[Entry]:
        """The row and those that go with it."""
        yield self
        for entry in (*([self.share] if self.share else []), *self.under):
            yield from entry.whole()


def absent(review: Review) -> str:
    """What stands for a figure then that is not there; nothing where nothing is compared."""
    return "" if review.selection.baseline is None else NOTHING


def then_figure(row: Aligned, review: Review) -> Figure | None:
    """The figure of the baseline's day that the row is compared with, else the heading's."""
    if row.comparison is not None and row.comparison.then is not None:
        return row.comparison.then
    baseline = review.selection.baseline
    by_records = baseline is not None and baseline.kind is BaselineKind.SNAPSHOT
    return (row.counted or row.said) if by_records else (row.said or row.counted)


def by_whom(figure: Figure) -> str:
    """The name of the baseline's other figure, by where it comes from."""
    return "by the records then" if figure.origin is Origin.RECORDS else "as said then"
