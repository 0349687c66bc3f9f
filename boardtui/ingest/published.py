"""Published figures: read with their hedges, and stored once however often they are given."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import NamedTuple

from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import Measure
from boardtui.core.measures.units import spellings, unit_named
from boardtui.core.words.nearest import did_you_mean
from boardtui.ingest.extract import Extract
from boardtui.ingest.fault_text import counted
from boardtui.ingest.published_rows import (
    Names,
    Row,
    UnreadableRowError,
    read_rows,
    rows_of,
    text_of,
)
from boardtui.ingest.said_numbers import WITHHELD, has_numbers, is_withheld, read_numbers
from boardtui.ingest.said_slices import slice_said


class PublishedFigure(NamedTuple):
    """A row of the figures table, but for its force's id."""

    force: str
    measure: str
    dimension: str | None
    slice: str | None
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    unit: str
    base: str | None
    as_at: date
    as_at_stated: str | None
    period_start: date | None
    said_by: str
    publisher: str | None
    address: str | None
    written: str | None
    suppressed: bool = False


def published_figures(extract: Extract, names: Names) -> list[PublishedFigure]:
    """The figures of a file; rows that make no sense become faults of the extract.

    Numbers that stand beside the word that they are withheld are not kept, and that is noted.
    """
    figures = read_rows(extract, partial(_figure, names))
    if dropped := sum(is_withheld(row) and has_numbers(row) for _, row in rows_of(extract)):
        rows = counted(dropped, "row")
        extract.notes.append(f"has numbers beside “suppressed” in {rows}: they were not stored")
    return figures


def _figure(names: Names, row: Row) -> PublishedFigure:
    measure = _measure(row)
    start, day = row["period_start"], row["as_at"]
    assert isinstance(day, date)
    if isinstance(start, date) and start > day:
        raise UnreadableRowError("period_start", "a day not after as_at")
    unit = _unit(row, measure)
    said = WITHHELD if is_withheld(row) else read_numbers(row, measure, unit)
    force = names.force(row)
    return PublishedFigure(
        force=force,
        measure=measure.name,
        dimension=text_of(row["by"]),
        slice=slice_said(row, names.units.of(force)),
        value=said.value,
        low=said.low,
        high=said.high,
        qualifier=said.qualifier.value,
        unit=unit,
        base=text_of(row["base"]),
        as_at=day,
        as_at_stated=text_of(row["as_at_stated"]),
        period_start=start if isinstance(start, date) else None,
        said_by=str(row["said_by"]),
        publisher=text_of(row["publisher"]),
        address=text_of(row["address"]),
        written=said.written,
        suppressed=said is WITHHELD,
    )


def _measure(row: Row) -> Measure:
    name = str(row["measure"])
    if name not in MEASURES:
        hint = did_you_mean(name, MEASURES).rstrip(".")
        raise UnreadableRowError("measure", f"a measure that boardtui knows{hint}")
    return MEASURES[name]


def _unit(row: Row, measure: Measure) -> str:
    """The unit by its name here: one that the measure is in, however it is spelt."""
    said = str(row["unit"])
    unit = unit_named(said)
    if unit in measure.units:
        return unit
    hint = did_you_mean(said, spellings(measure.units)).rstrip(".")
    units = " or ".join(measure.units)
    raise UnreadableRowError("unit", f"a unit that {measure.name} is in: {units}{hint}")
