"""One measure of every force, near a day: what was counted of snapshots, and what was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.figure.figure import Figure, Origin, Source
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.figure.interval import whole
from boardtui.core.measures.units import unit_named
from boardtui.store.connection.database import Database, Record, Value, as_date
from boardtui.store.counting.criteria import Parameters
from boardtui.store.held.snapshots import ForceKey, SnapshotKey


class Held(Struct, frozen=True):
    """A figure of a force; `definition` is what it was counted under, where it was counted.

    `snapshot` is that of a counted figure; `records` are there where single cases are.
    """

    force: ForceKey
    figure: Figure
    snapshot: int | None
    definition: Definition | None


_OF_FIGURE = (
    "g.measure, g.value, g.low, g.high, g.qualifier, g.unit, g.base, g.as_at, g.as_at_stated, "
    "g.period_start, g.unknown, g.suppressed, g.written, g.said_by, g.publisher, g.address"
)


def side_by_side(
    database: Database, measures: Sequence[str], first: date, last: date
) -> list[Held]:
    """The whole figures of some measures, of every force, for days from one to another.

    Of months, only whole ones.
    """
    parameters = Parameters()
    days = f"BETWEEN {parameters.name(first)} AND {parameters.name(last)}"
    names = ", ".join(map(parameters.name, measures))
    which = f"g.measure IN ({names}) AND g.dimension IS NULL AND g.partial IS NULL"
    counted = database.rows(
        f"SELECT f.id, f.name, f.synthetic, s.id, d.grace_days, d.bands, {_OF_FIGURE} "
        "FROM snapshots s JOIN forces f ON f.id = s.force_id "
        "JOIN definitions d ON d.id = s.definition_id "
        f"JOIN figures g ON g.snapshot_id = s.id AND {which} "
        f"WHERE s.as_at {days} ORDER BY s.as_at, g.id",
        parameters,
    )
    said = database.rows(
        f"SELECT f.id, f.name, f.synthetic, NULL, NULL, NULL, {_OF_FIGURE} "
        f"FROM forces f JOIN figures g ON g.force_id = f.id AND g.snapshot_id IS NULL AND {which} "
        f"WHERE g.as_at {days} ORDER BY g.as_at, g.id",
        parameters,
    )
    return list(_held([*counted, *said]))


def _held(rows: Sequence[Record]) -> Iterator[Held]:
    for force, name, synthetic, snapshot, grace, bands, *told in rows:
        key = ForceKey(force, name, bool(synthetic))
        counted = snapshot is not None
        ends = tuple(map(int, bands.split(","))) if counted else ()
        definition = Definition(grace, ends) if counted else None
        yield Held(key, _figure(key, told, counted=counted), snapshot, definition)


def _figure(force: ForceKey, told: Sequence[Any], *, counted: bool) -> Figure:
    measure, value, low, high, qualifier, unit, base, as_at, stated, start, *rest = told
    unknown, suppressed, written, said_by, publisher, address = rest
    day = as_date(as_at)
    assert day is not None
    return Figure(
        measure=measure,
        value=_number(value),
        low=_number(low),
        high=_number(high),
        unit=unit_named(unit) or unit,
        as_at=day,
        origin=Origin.RECORDS if counted else Origin.PUBLISHED,
        qualifier=Qualifier(qualifier),
        unknown=unknown,
        suppressed=bool(suppressed),
        written=written,
        period_start=as_date(start),
        as_at_stated=stated,
        base=base,
        source=None if counted else Source(said_by or "", publisher or "", address or ""),
        synthetic=force.synthetic,
    )


def _number(value: float | None) -> int | float | None:
    return None if value is None else whole(value)


def newest_day(database: Database, measure: str, *, synthetic: bool) -> date | None:
    """The latest day of which a measure's whole is held, of forces that exist or of invented."""
    parameters: dict[str, Value] = {"measure": measure, "synthetic": synthetic}
    ((counted, said),) = database.rows(
        "SELECT (SELECT MAX(s.as_at) FROM snapshots s JOIN forces f ON f.id = s.force_id "
        "WHERE f.synthetic = :synthetic AND EXISTS (SELECT 1 FROM figures g "
        "WHERE g.snapshot_id = s.id AND g.dimension IS NULL AND g.measure = :measure "
        "AND g.value IS NOT NULL)), "
        "(SELECT MAX(g.as_at) FROM figures g JOIN forces f ON f.id = g.force_id "
        "WHERE f.synthetic = :synthetic AND g.snapshot_id IS NULL AND g.dimension IS NULL "
        "AND g.measure = :measure AND g.value IS NOT NULL)",
        parameters,
    )
    days = [day for day in (as_date(counted), as_date(said)) if day is not None]
    return max(days, default=None)


def stored_wholes(
    database: Database, snapshots: Sequence[SnapshotKey], measure: str
) -> dict[int, float]:
    """A measure's whole in each of some snapshots, by their ids; those that are known."""
    if not snapshots:
        return {}
    parameters = Parameters()
    ids = ", ".join(parameters.name(snapshot.id) for snapshot in snapshots)
    rows = database.rows(
        f"SELECT snapshot_id, value FROM figures WHERE snapshot_id IN ({ids}) "
        f"AND dimension IS NULL AND measure = {parameters.name(measure)} AND value IS NOT NULL",
        parameters,
    )
    return {snapshot: float(value) for snapshot, value in rows}
