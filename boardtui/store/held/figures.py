"""Reading figures: those of a snapshot, computed and stored, and those that were published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from boardtui.core.criterion.dimension import WHOLE, Slice, Slices
from boardtui.core.figure.figure import Figure, Origin, Source
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.figure.interval import whole
from boardtui.core.measures import MEASURES
from boardtui.core.measures.units import unit_named
from boardtui.store.connection.database import Database, Value, as_date
from boardtui.store.counting.criteria import Parameters
from boardtui.store.counting.making import Maker
from boardtui.store.held.snapshots import ForceKey, SnapshotKey

COLUMNS = (
    "measure, slice, value, low, high, qualifier, as_at, period_start, partial, unknown, suppressed"
)

FigureRow = Sequence[Any]
"""The values of those columns."""


class Stored:
    """The figures of a snapshot as they were counted when it was taken in."""

    def __init__(self, database: Database, snapshot: SnapshotKey) -> None:
        self._database = database
        self._snapshot = snapshot
        self._maker = Maker(snapshot, snapshot.definition)

    def by(self, dimension: str | None, measures: Sequence[str] | None = None) -> Iterator[Figure]:
        """The figures by one dimension, of all measures or of some; the wholes, for None."""
        return self.made(dimension, self.rows(dimension, measures))

    def rows(
        self, dimension: str | None, measures: Sequence[str] | None = None
    ) -> Iterator[FigureRow]:
        """What is stored of those figures, for `made`: the measure's name, the slice's, and so on.

        A board shows a third of what it reads, and to make a figure takes longer than to read it.
        """
        parameters = Parameters()
        chosen = f"snapshot_id = {parameters.name(self._snapshot.id)}"
        if dimension is None:
            chosen += " AND dimension IS NULL"
        else:
            chosen += f" AND dimension = {parameters.name(dimension)}"
        if measures is not None:
            chosen += f" AND measure IN ({', '.join(map(parameters.name, measures))})"
        return self._database.stream(
            f"SELECT {COLUMNS} FROM figures WHERE {chosen} ORDER BY id", parameters
        )

    def slices(
        self, measure: str, dimension: str, values: Sequence[str | None]
    ) -> Iterator[Figure]:
        """A measure's figures of some slices of a dimension."""
        parameters = Parameters()
        chosen = (
            f"snapshot_id = {parameters.name(self._snapshot.id)} "
            f"AND dimension = {parameters.name(dimension)} AND measure = {parameters.name(measure)}"
        )
        names = [parameters.name(value) for value in values if value is not None]
        either = [f"slice IN ({', '.join(names)})"] if names else []
        either += ["slice IS NULL"] if None in values else []
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM figures WHERE {chosen} AND ({' OR '.join(either)}) ORDER BY id",
            parameters,
        )
        return self.made(dimension, rows)

    def largest(self, dimension: str, measure: str, most: int) -> tuple[list[Figure], int]:
        """A measure's largest slices of a dimension, largest first, and how many are above 0.

        The cases where the dimension is not recorded are no slice of it here.
        """
        where = (
            "FROM figures WHERE snapshot_id = :snapshot AND dimension = :dimension "
            "AND measure = :measure AND slice IS NOT NULL AND value > 0"
        )
        parameters: dict[str, Value] = {
            "snapshot": self._snapshot.id,
            "dimension": dimension,
            "measure": measure,
        }
        rows = self._database.rows(
            f"SELECT {COLUMNS} {where} ORDER BY value DESC, slice LIMIT :most",
            parameters | {"most": most},
        )
        count = self._database.rows(f"SELECT COUNT(*) {where}", parameters)[0][0]
        return list(self.made(dimension, rows)), int(count)

    def made(self, dimension: str | None, rows: Iterable[FigureRow]) -> Iterator[Figure]:
        """The figures; of those that the snapshot's files do not say, that nothing is known."""
        for name, part, value, low, high, qualifier, *rest in rows:
            as_at, period_start, partial, unknown, suppressed = rest
            measure = MEASURES.get(name)
            if measure is None:
                continue
            start = None if period_start is None else as_date(period_start)
            figure = self._maker.figure(
                measure,
                value,
                WHOLE if dimension is None else (Slice(dimension, part),),
                unknown=unknown,
                suppressed=bool(suppressed),
                period=(start, _day(as_at)) if start else None,
                partial=partial,
            )
            yield figure if qualifier == Qualifier.EXACT else hedged(figure, low, high, qualifier)


def over_time(
    database: Database, snapshots: Sequence[SnapshotKey], measure: str, slices: Slices
) -> Iterator[tuple[SnapshotKey, list[Figure]]]:
    """A measure's figures of many snapshots, for the whole or one slice, read together.

    Of visits each snapshot has one for each month of its file.
    """
    if not snapshots:
        return
    parameters = Parameters()
    ids = ", ".join(parameters.name(snapshot.id) for snapshot in snapshots)
    dimension, value = (slices[0].dimension, slices[0].value) if slices else (None, None)
    where = f"snapshot_id IN ({ids}) AND measure = {parameters.name(measure)} AND dimension"
    where += f" = {parameters.name(dimension)}" if dimension is not None else " IS NULL"
    if dimension is not None:
        where += " AND slice" + (
            f" = {parameters.name(value)}" if value is not None else " IS NULL"
        )
    rows: dict[int, list[FigureRow]] = {}
    for snapshot, *row in database.rows(
        f"SELECT snapshot_id, {COLUMNS} FROM figures WHERE {where} ORDER BY id", parameters
    ):
        rows.setdefault(snapshot, []).append(row)
    for snapshot in snapshots:
        made = Stored(database, snapshot).made(dimension, rows.get(snapshot.id, ()))
        yield snapshot, list(made)


def _equals(parameters: Parameters, value: str | None) -> str:
    return " IS NULL" if value is None else f" = {parameters.name(value)}"


def hedged(figure: Figure, low: float | None, high: float | None, qualifier: str) -> Figure:
    """A counted figure that was published rounded: it lies between two numbers."""
    if figure.value is None:
        return figure
    ends = {"low": _number(low), "high": _number(high)}
    return replace(figure, qualifier=Qualifier(qualifier), **ends)


def published_figures(database: Database, force: ForceKey, first: date, last: date) -> list[Figure]:
    """What was published of a force for days from `first` to `last`, in the order taken in."""
    rows = database.rows(
        """
        SELECT measure, dimension, slice, value, low, high, qualifier, suppressed, written, unit,
               base, as_at, as_at_stated, period_start, said_by, publisher, address
        FROM figures
        WHERE force_id = :force AND snapshot_id IS NULL AND as_at >= :first AND as_at <= :last
        ORDER BY id
        """,
        {"force": force.id, "first": first, "last": last},
    )
    return [
        Figure(
            measure=measure,
            value=_number(value),
            low=_number(low),
            high=_number(high),
            # An older database may hold another spelling, or a unit that no measure is in.
            unit=unit_named(unit) or unit,
            as_at=_day(as_at),
            origin=Origin.PUBLISHED,
            slices=WHOLE if dimension is None else (Slice(dimension, name),),
            qualifier=Qualifier(qualifier),
            suppressed=bool(suppressed),
            written=written,
            period_start=as_date(period_start),
            as_at_stated=as_at_stated,
            base=base,
            source=Source(said_by or "", publisher or "", address or ""),
            synthetic=force.synthetic,
        )
        for (
            measure,
            dimension,
            name,
            value,
            low,
            high,
            qualifier,
            suppressed,
            written,
            unit,
            base,
            as_at,
            as_at_stated,
            period_start,
            said_by,
            publisher,
            address,
        ) in rows
    ]


def _number(value: float | None) -> int | float | None:
    return None if value is None else whole(value)


def _day(value: object) -> date:
    day = as_date(value)
    assert day is not None
    return day
