"""One figure over the years by the slices of a dimension: the last month of each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.dimension import DIMENSIONS, Slice
from boardtui.core.figure.figure import Figure
from boardtui.core.measures.measure import Measure, stated
from boardtui.core.trend.grounds import differs
from boardtui.core.trend.months import by_month
from boardtui.core.trend.point import Ground
from boardtui.core.words.days import day_text
from boardtui.review import NotThereError
from boardtui.review.trend.asked import asked
from boardtui.store.connection.database import Database
from boardtui.store.held.figures import Stored
from boardtui.store.held.snapshots import ForceKey, SnapshotKey, snapshots


class Years(Struct, frozen=True):
    """A measure's figures by slice, on the last day of each year that there is.

    `rows` have a figure for each of `days`, oldest first; None where the day has no such slice.
    `breaks` say from which day on it was counted otherwise, and how.
    """

    force: ForceKey
    measure: Measure
    dimension: str
    days: tuple[date, ...]
    rows: tuple[tuple[str | None, tuple[Figure | None, ...]], ...]
    breaks: tuple[str, ...]
    audience: Rules


def years_by(
    database: Database,
    force: ForceKey,
    name: str,
    dimension: str,
    *,
    audience: Rules,
    last: date | None = None,
) -> Years:
    """A measure by a dimension over the years, up to a day.

    Raises:
        NotThereError: the measure has no such dimension, it is closed, or there is no snapshot.
    """
    wanted = asked(name, (Slice(dimension, None),), audience)
    assert isinstance(wanted.of, Measure)
    held = [each for each in snapshots(database, force) if last is None or each.as_at <= last]
    ends = _ends(held)
    if not ends:
        raise NotThereError(f"{force.name} has no snapshot to tell {wanted.of.title} of.")
    told = [dict(_by_slice(database, each, wanted.of, dimension, audience)) for each in ends]
    names = DIMENSIONS[dimension].order({value for found in told for value in found})
    rows = tuple((value, tuple(found.get(value) for found in told)) for value in names)
    days = tuple(each.as_at for each in ends)
    return Years(force, wanted.of, dimension, days, rows, tuple(_breaks(wanted.of, ends)), audience)


def _ends(held: Sequence[SnapshotKey]) -> list[SnapshotKey]:
    """The snapshot that stands for the last month of each year of which there is one."""
    by_year: dict[int, SnapshotKey] = {}
    for month, each in by_month((each.as_at, each) for each in held).items():
        by_year[month.year] = each
    return [each for _, each in sorted(by_year.items())]


def _by_slice(
    database: Database, snapshot: SnapshotKey, of: Measure, dimension: str, audience: Rules
) -> Iterator[tuple[str | None, Figure]]:
    figures: list[Figure]
    if audience.hides and not audience.published:
        from boardtui.review.day.protected import Protected

        day = Protected(database, snapshot, snapshot.definition, rules=audience)
        figures = day.by(dimension, of.name).figures(of.name)
    else:
        figures = list(Stored(database, snapshot).by(dimension, [of.name]))
    for figure in figures:
        yield figure.slices[0].value, figure


def _breaks(of: Measure, ends: Sequence[SnapshotKey]) -> Iterator[str]:
    grounds = [(each.as_at, Ground(stated(of, each.definition))) for each in ends]
    for (_, before), (day, after) in pairwise(grounds):
        if why := differs(before, after):
            yield f"{day_text(day)}: {why}"
