"""The trend of a figure of a force: from its records, else from what was published of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.dimension import DIMENSIONS, Slices
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.measures.measure import Measure
from boardtui.core.trend.point import Ground, Point
from boardtui.core.trend.trend import Slot, Trend, published, trend
from boardtui.core.words.days import day_text, month_start
from boardtui.core.words.nearest import did_you_mean
from boardtui.core.words.wording import value_text
from boardtui.review import NotThereError
from boardtui.review.trend.asked import Asked, asked
from boardtui.review.trend.months import Reading
from boardtui.store.connection.database import Database
from boardtui.store.held.figures import published_figures
from boardtui.store.held.names import slice_names
from boardtui.store.held.snapshots import ForceKey, SnapshotKey, snapshots


class Span(Struct, frozen=True):
    """The days that a trend is kept to: none is before or after; None is any."""

    first: date | None = None
    last: date | None = None

    def holds(self, slot: Slot) -> bool:
        """Whether a month, or a published day, lies within; a month whose own 1st does not, too."""
        after = self.first is None or slot.slot >= month_start(self.first)
        return after and (self.last is None or slot.slot <= self.last)


ALWAYS = Span()


class Told(Struct, frozen=True):
    """A trend with whose and of what it is, and what was published of the same beside it."""

    force: ForceKey
    asked: Asked
    trend: Trend
    said: Trend
    audience: Rules
    """Who looks: what is hidden from them is a gap with its mark."""


def trend_of(
    database: Database,
    force: ForceKey,
    name: str,
    slices: Slices = (),
    *,
    audience: Rules,
    span: Span = ALWAYS,
    changes: Mapping[date, str] | None = None,
) -> Told:
    """The trend of a measure, or of a number of a flow.

    Where records give it, by the months of the force's snapshots, under the definition of each;
    what was published of the same stands beside it and is never joined to it. Where they do not,
    what was published alone.

    Raises:
        NotThereError: there is no such measure or slice, or nothing is known of it.
    """
    wanted = asked(name, slices, audience)
    held = snapshots(database, force)
    slots = [slot for slot in Reading(database, held, audience).slots(wanted) if span.holds(slot)]
    said = [point for point in _said(database, force, wanted) if span.holds(point)]
    if not any(isinstance(slot, Point) for slot in slots):
        if not said:
            hint = _known_slice(database, held, wanted)
            if held and wanted.in_a_row:
                hint = ": its snapshots are not of two months in a row."
            raise NotThereError(f"{force.name} has no month of {wanted.title}{_when(span)}{hint}")
        return Told(force, wanted, published(said), published([]), audience)
    found = trend(wanted.kind, slots, signed=wanted.signed, changes=changes)
    return Told(force, wanted, found, published(said), audience)


def _known_slice(database: Database, held: list[SnapshotKey], wanted: Asked) -> str:
    """The slice that may have been meant, of those of the newest snapshot; else a full stop."""
    if not wanted.slices or not held:
        return "."
    one = wanted.slices[0]
    dimension = DIMENSIONS[one.dimension]
    names = dimension.slices or slice_names(database, held[-1], one.dimension)
    return did_you_mean(one.value or "", filter(None, names))


def _when(span: Span) -> str:
    days = [
        f"{word} {day_text(day)}"
        for word, day in (("from", span.first), ("up to", span.last))
        if day is not None
    ]
    return "".join(f" {each}" for each in days)


def _said(database: Database, force: ForceKey, wanted: Asked) -> list[Point]:
    """What was published of the measure and slice, on any day."""
    if not isinstance(wanted.of, Measure):
        return []
    figures = published_figures(database, force, date.min, date.max)
    return [
        _published_point(figure)
        for figure in figures
        if figure.measure == wanted.name and figure.slices == wanted.slices and figure.given
    ]


def _published_point(figure: Figure) -> Point:
    source = figure.source.said if figure.source else ""
    return Point(
        slot=figure.as_at,
        as_at=figure.as_at,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        ground=Ground(figure.base or "", None, None, source or "not stated"),
        suppressed=figure.suppressed,
        written="" if figure.qualifier is Qualifier.EXACT else value_text(figure),
    )
