"""A figure by one dimension, or by two, within any slices that were chosen before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, Slice, Slices
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES, of_kind
from boardtui.core.measures.measure import CaseCount, Lateness, Measure, Statistic
from boardtui.core.measures.unknown import why_unknown
from boardtui.core.words.days import day_text
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Selection
from boardtui.review.day.worked_out import WorkedOut
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import SnapshotKey, open_same


class Breakdown(Struct, frozen=True):
    """What is broken down: a measure, within slices, by one dimension or crossed with a second."""

    measure: str
    by: tuple[str, ...]
    within: Slices = ()

    def dimensions(self) -> list[str]:
        """The dimensions that it can go by next: the measure's, but those chosen from already."""
        taken = {one.dimension for one in self.within}
        return [name for name in MEASURES[self.measure].dimensions if name not in taken]

    def going_by(self, *by: str) -> Breakdown:
        """The same within the same slices, by other dimensions."""
        return replace(self, by=by)

    def cell(self, *values: str | None) -> Slices:
        """The slices of one of its cells."""
        cell = zip(self.by, values, strict=True)
        return (*self.within, *(Slice(name, value) for name, value in cell))


def needs_work(review: Review, breakdown: Breakdown) -> bool:
    """Whether it needs figures that are neither stored nor worked out yet."""
    if review.selection.snapshot is None or closed(review, breakdown):
        return False
    # Not by the figures that are there: some of a cross may be those of a slice gone into before.
    return _is_narrowed(breakdown) and not review.has(breakdown)


def closed(review: Review, breakdown: Breakdown) -> str | None:
    """Why a breakdown is closed to the review's audience, in a sentence; None where it is open."""
    names = (*breakdown.by, *(one.dimension for one in breakdown.within))
    if why := next(filter(None, map(review.audience.closes_dimension, names)), None):
        return why
    return review.audience.closes(Way.CROSSES) if _is_narrowed(breakdown) else None


def _is_narrowed(breakdown: Breakdown) -> bool:
    return len(breakdown.within) + len(breakdown.by) > 1


def worked_out(
    location: str, selection: Selection, breakdown: Breakdown, definition: Definition
) -> WorkedOut:
    """Work out from records what a breakdown needs and is not stored, with its margins."""
    with closing(open_same(location, *selection.snapshots)) as database:
        now, then = (
            list(_figures(database, snapshot, breakdown, definition)) if snapshot else []
            for snapshot in selection.snapshots
        )
        return WorkedOut(breakdown, selection, definition, now, then)


def _figures(
    database: Database, snapshot: SnapshotKey, breakdown: Breakdown, definition: Definition
) -> Iterator[Figure]:
    from boardtui.store.counting.cross import narrowed_figures

    measure = MEASURES[breakdown.measure]
    counts = [measure.name, *([measure.base] if measure.base else [])]
    single = [(name,) for name in breakdown.by]
    margins = [(), *single, *([breakdown.by] if len(breakdown.by) > 1 else [])]
    for by in margins:
        if not _stored(breakdown.within, by, definition):
            needed = counts if by else [*counts, *(each.name for each in ages_of(measure))]
            yield from narrowed_figures(
                database, snapshot, needed, breakdown.within, by, definition
            )


AGES = (Statistic.OLDEST_MONTHS, Statistic.MEDIAN_DAYS)
"""What is said of how late a backlog is, beside its size."""


def ages_of(measure: Measure) -> list[Lateness]:
    """The measures that say how late the cases of a count are: the oldest, and half of them."""
    if not isinstance(measure, CaseCount) or measure.due is None:
        return []
    mine = [one for one in of_kind(Lateness) if one.criterion == measure.criterion]
    return [one for statistic in AGES for one in mine if one.statistic is statistic]


def _stored(within: Slices, by: tuple[str, ...], definition: Definition) -> bool:
    """Whether figures within slices, by dimensions, are stored: of one slice that is no tail."""
    return len(within) + len(by) < 2 and not any(_is_tail(one, definition) for one in within)


def _is_tail(one: Slice, definition: Definition) -> bool:
    tails = {tail.label for tail in definition.tails}
    return one.dimension == AGE_BAND.name and one.value in tails


def later_too(slices: Slices, definition: Definition) -> Slices:
    """The slices with the last one, if it is an age band, widened to all that are later."""
    *before, last = slices or (Slice("", None),)
    band = definition.band_named(last.value) if last.dimension == AGE_BAND.name else None
    tails = {tail.low: tail.label for tail in definition.tails}
    if band is None or band.low not in tails:
        return slices
    return (*before, Slice(AGE_BAND.name, tails[band.low]))


def breakdown_at(
    measure: str, slices: Slices, definition: Definition
) -> tuple[Breakdown | None, str | None]:
    """The breakdown in which a figure stands, and its slice there; None where it has none.

    A tail is no row of its own, but the slice within which the others are; alone it is broken
    down, and its figure is the total.
    """
    tails = tuple(one for one in slices if _is_tail(one, definition))
    rows = tuple(one for one in slices if one not in tails)
    if rows:
        return Breakdown(measure, (rows[-1].dimension,), (*tails, *rows[:-1])), rows[-1].value
    by = Breakdown(measure, (), tails).dimensions()[:1]
    return (Breakdown(measure, tuple(by), tails) if by else None), None


def slices_of(review: Review, breakdown: Breakdown, place: int = 0) -> list[str | None]:
    """The slices of one of its dimensions that have a figure, in the dimension's order."""
    name = breakdown.by[place]
    dimension = DIMENSIONS[name]
    if not breakdown.within:
        return review.slices_of(breakdown.measure, name)
    within = len(breakdown.within)
    return dimension.order(
        {
            slices[within].value
            for side in (review.now, review.then)
            for measure, slices in side.crossed
            if measure == breakdown.measure
            and len(slices) == within + 1
            and slices[:within] == breakdown.within
            and slices[within].dimension == name
        }
    )


def why_not(snapshot: SnapshotKey | None, breakdown: Breakdown) -> str | None:
    """Why a day's records cannot tell a breakdown's slices apart: "no unit column"; else None.

    A day without a snapshot says nothing of itself here: what was published of it may be there.
    """
    if snapshot is None:
        return None
    by = (*breakdown.by, *(one.dimension for one in breakdown.within))
    why = why_unknown(MEASURES[breakdown.measure], by, snapshot.given)
    if why is None and _is_narrowed(breakdown):
        return snapshot.given.why_not_crossed(breakdown.measure, by)
    return why


def no_records(selection: Selection) -> str:
    """Why no records of a day can be listed or told apart, in a sentence; else nothing."""
    if selection.snapshot is None:
        return "Only figures were published of this day: no records stand behind them."
    if not selection.snapshot.given.records:
        day = day_text(selection.day)
        return f"The records of {day} are not in this database: it has their figures alone."
    return ""


def dimensions_of(review: Review, breakdown: Breakdown) -> list[str]:
    """The dimensions that a breakdown can go by: of what was only published, those it was said by.

    Of records all that the measure has: where a file does not have the column, that is to be said.
    """
    names = review.audience.open_of(breakdown.dimensions())
    if review.selection.snapshot is not None:
        return names
    return [name for name in names if review.now.slices_of(breakdown.measure, name)]


def one_origin(figures: Iterable[Figure | None]) -> Origin | None:
    """The origin that all of some figures have; None where they differ, or there are none."""
    origins = {figure.origin for figure in figures if figure is not None}
    return origins.pop() if len(origins) == 1 else None


def whole_of(
    review: Review, breakdown: Breakdown, rows: Sequence[ComparedFigure]
) -> ComparedFigure | None:
    """What the rows of a breakdown are parts of.

    Counted where the rows are counted, now and then alike: beside a figure that somebody said they
    would not add up.
    """
    found = figures_at(review, breakdown)
    origin = one_origin(row.figure for row in rows)
    chosen = next((one for one in found if one.figure.origin is origin), next(iter(found), None))
    if chosen is None:
        return None
    return review.compared(chosen.figure, one_origin(row.comparison.then for row in rows))


def figures_at(review: Review, breakdown: Breakdown, *values: str | None) -> list[ComparedFigure]:
    """The figures of a cell; of the whole, without values: computed first, then published."""
    slices = breakdown.cell(*values) if values else breakdown.within
    return review.figures(breakdown.measure, slices)
