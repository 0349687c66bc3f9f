"""Criteria: which cases a measure counts, declared once.

The store writes them as SQL for a million cases; `holds` reads one case, for the case screen
and as the plain meaning that the SQL is tested against.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from boardtui.core.criterion.definition import Definition

Row = Mapping[str, str | int | date | None]
"""A record by its column names, as in the extract; None is not recorded."""


class OneOf(Struct, frozen=True):
    """The column holds one of the values."""

    column: str
    values: tuple[str, ...]


class Recorded(Struct, frozen=True):
    """The column is filled in."""

    column: str


class Overdue(Struct, frozen=True):
    """The column's date, with the definition's grace, lies before the snapshot's day."""

    column: str


class InBand(Struct, frozen=True):
    """The column's date is as many days before the snapshot's day as the band says."""

    column: str
    low: int
    high: int | None


class Later(Struct, frozen=True):
    """The column's date is later than another column's, both filled in."""

    column: str
    than: str


class Not(Struct, frozen=True):
    part: Criterion


class All(Struct, frozen=True):
    """Every part holds; with no parts, everything does."""

    parts: tuple[Criterion, ...] = ()


class AnyOf(Struct, frozen=True):
    """At least one part holds."""

    parts: tuple[Criterion, ...]


Criterion = OneOf | Recorded | Overdue | InBand | Later | Not | All | AnyOf

EVERY = All()


def both(*parts: Criterion) -> All:
    """The criteria joined by "and", flat."""
    flat: list[Criterion] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, All) else (part,))
    return All(tuple(flat))


def is_(column: str, *values: str) -> OneOf:
    return OneOf(column, values)


def blank(column: str) -> Not:
    return Not(Recorded(column))


def holds(criterion: Criterion, row: Row, day: date, definition: Definition) -> bool:
    """Whether the criterion is true of one record on a day."""
    match criterion:
        case OneOf(column, values):
            value = row[column]
            return value is not None and str(value) in values
        case Recorded(column):
            return row[column] is not None
        case Overdue(column):
            due = row[column]
            return isinstance(due, date) and due < definition.cutoff(day)
        case InBand(column, low, high):
            due = row[column]
            if not isinstance(due, date):
                return False
            days = (day - due).days
            return low <= days and (high is None or days <= high)
        case Later(column, than):
            first, second = row[column], row[than]
            return isinstance(first, date) and isinstance(second, date) and first > second
        case Not(part):
            return not holds(part, row, day, definition)
        case All(parts):
            return all(holds(part, row, day, definition) for part in parts)
        case AnyOf(parts):
            return any(holds(part, row, day, definition) for part in parts)


def on_side(criterion: Criterion, side: str) -> Criterion:
    """A criterion on a case, read on one side ("then", "now") of a pair of records."""
    match criterion:
        case OneOf(column, values):
            return OneOf(f"{side}.{column}", values)
        case Recorded(column):
            return Recorded(f"{side}.{column}")
        case Overdue(column):
            return Overdue(f"{side}.{column}")
        case InBand(column, low, high):
            return InBand(f"{side}.{column}", low, high)
        case Later(column, than):
            return Later(f"{side}.{column}", f"{side}.{than}")
        case Not(part):
            return Not(on_side(part, side))
        case All(parts):
            return All(tuple(on_side(part, side) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(on_side(part, side) for part in parts))


def columns_of(criterion: Criterion) -> Iterator[str]:
    """Every column that a criterion reads."""
    match criterion:
        case Not(part):
            yield from columns_of(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from columns_of(part)
        case Later(column, than):
            yield column
            yield than
        case _:
            yield criterion.column
