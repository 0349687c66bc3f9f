"""Computed figures as rows of their table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.figure.interval import whole
from boardtui.ingest.forms import Form, Row
from boardtui.store.counting.compute import computed
from boardtui.store.counting.making import Maker, Sliced
from boardtui.store.counting.records import Records
from boardtui.store.held.snapshots import SnapshotKey

OF_FIGURE = (
    *("measure", "dimension", "slice", "value", "low", "high", "qualifier", "unit", "base"),
    *("as_at", "as_at_stated", "period_start", "partial", "unknown", "suppressed"),
)
"""The columns of a computed figure; before them come the ids of its force and its snapshot."""

FIGURE_COLUMNS = ("force_id", "snapshot_id", *OF_FIGURE)


def computed_rows(
    form: Form, records: Records, previous: SnapshotKey | None, maker: Maker
) -> Iterator[Row]:
    """All figures of a snapshot's records as rows."""
    for found in computed(records, previous, maker):
        if isinstance(found, Sliced):
            yield from _sliced_rows(form, maker, found)
        else:
            yield from figure_rows(form, [found])


def _sliced_rows(form: Form, maker: Maker, found: Sliced) -> Iterator[Row]:
    """The rows of the figures that `Maker.figures` makes, without making a thousand of them."""
    why = maker.why_unknown(found.measure, found.by)
    values = [None if why or value is None else whole(value) for value in found.values]
    unknown = [(why or found.unknown) if value is None else None for value in values]
    return zip(
        *(repeat(found.measure.name), repeat(found.dimension), found.slices),
        *(values, values, values),
        *(repeat(Qualifier.EXACT.value), repeat(found.measure.unit), repeat(None)),
        *(repeat(form.day(maker.snapshot.as_at)), repeat(None), repeat(None), repeat(None)),
        *(unknown, repeat(False)),
        strict=False,  # what is the same in all of them has no end
    )


def figure_rows(form: Form, figures: Iterable[Figure]) -> Iterator[Row]:
    """Computed figures as rows; each has one slice or none."""
    for figure in figures:
        dimension, slice_ = None, None
        if figure.slices:
            ((dimension, slice_),) = ((each.dimension, each.value) for each in figure.slices)
        yield (
            *(figure.measure, dimension, slice_),
            *(figure.value, figure.low, figure.high, figure.qualifier.value, figure.unit),
            *(figure.base, form.day(figure.as_at), figure.as_at_stated),
            *(form.day(figure.period_start), figure.partial, figure.unknown, False),
        )
