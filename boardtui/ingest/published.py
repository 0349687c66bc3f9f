"""Published figures: read with their hedges, and stored once however often they are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from boardtui.core.dimension import DIMENSIONS, SLICE_TITLES
from boardtui.core.hedge import PLAIN, Qualifier, reading
from boardtui.core.interval import end
from boardtui.core.measures import MEASURES
from boardtui.core.nearest import did_you_mean
from boardtui.ingest.extract import Extract
from boardtui.ingest.faults import of_rows
from boardtui.ingest.values import Value, folded

Row = Mapping[str, Value]

T = TypeVar("T")


class PublishedFigure(NamedTuple):
    """A row of the figures table, but for its force's id."""

    force: str
    measure: str
    dimension: str | None
    slice: str | None
    value: float
    low: float
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


class UnreadableFigureError(Exception):
    """A row says no figure: the column at fault, and what was expected of it."""

    def __init__(self, column: str, expected: str) -> None:
        super().__init__(expected)
        self.column, self.expected = column, expected


def rows_of(extract: Extract) -> Iterator[tuple[int, Row]]:
    """The good rows of a small file, each with its place."""
    for place in range(len(extract.rows)):
        if extract.good[place]:
            yield place, {name: column.at(place) for name, column in extract.columns.items()}


def published_figures(extract: Extract) -> list[PublishedFigure]:
    """The figures of a file; rows that make no sense become faults of the extract."""
    return read_rows(extract, _figure)


def read_rows(extract: Extract, read: Callable[[Row], T]) -> list[T]:
    """What each good row of a file says; where it makes no sense, that is a fault of the file."""
    said: list[T] = []
    wrong: dict[tuple[str, str], list[tuple[int, str | None]]] = {}
    for place, row in rows_of(extract):
        try:
            said.append(read(row))
        except UnreadableFigureError as error:
            extract.good[place] = False
            value = row[error.column]
            fault = (int(extract.rows[place]), None if value is None else str(value))
            wrong.setdefault((error.column, error.expected), []).append(fault)
    for (column, expected), faults in wrong.items():
        extract.faults.append(of_rows(extract.file, column, expected, faults))
    return said


def _figure(row: Row) -> PublishedFigure:
    measure = str(row["measure"])
    if measure not in MEASURES:
        hint = did_you_mean(measure, MEASURES).rstrip(".")
        raise UnreadableFigureError("measure", f"a measure that boardtui knows{hint}")
    start, day = row["period_start"], row["as_at"]
    assert isinstance(day, date)
    if isinstance(start, date) and start > day:
        raise UnreadableFigureError("period_start", "a day not after as_at")
    low, high = _ends(row, signed=MEASURES[measure].signed)
    return PublishedFigure(
        force=str(row["force"]),
        measure=measure,
        dimension=_text(row["by"]),
        slice=_slice(row),
        value=float(str(row["value"])),
        low=low,
        high=high,
        qualifier=str(row["qualifier"]),
        unit=str(row["unit"]),
        base=_text(row["base"]),
        as_at=day,
        as_at_stated=_text(row["as_at_stated"]),
        period_start=start if isinstance(start, date) else None,
        said_by=str(row["said_by"]),
        publisher=_text(row["publisher"]),
        address=_text(row["address"]),
        written=_text(row["value"]),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _slice(row: Row) -> str | None:
    """The slice as the board spells it; what it does not know stays as it was published."""
    by, value = row["by"], _text(row["slice"])
    if value is None:
        return None
    if by is None:
        raise UnreadableFigureError("slice", "nothing, where by is blank")
    known = (*DIMENSIONS[str(by)].slices, *(SLICE_TITLES if by == "risk_level" else ()))
    by_folded: dict[str, str] = {folded(name): name for name in known}
    return by_folded.get(folded(value), value)


def _ends(row: Row, *, signed: bool) -> tuple[float, float | None]:
    """What the value lies between: by its qualifier, unless the row says so itself."""
    said, qualifier = Decimal(str(row["value"])), Qualifier(str(row["qualifier"]))
    given = {name: float(str(row[name])) for name in ("low", "high") if row[name] is not None}
    if not signed:
        _refuse_below_zero(row)
    read = reading(said, qualifier, str(row["unit"]), signed=signed)
    if read is not None:
        low, high = given.get("low", read.low), given.get("high", read.high)
    elif said < 0 and len(given) == len(("low", "high")):
        low, high = given["low"], given["high"]
    else:
        raise UnreadableFigureError("value", _readable(said, qualifier))
    if low > high:
        raise UnreadableFigureError("low" if "low" in given else "high", "low not above high")
    if qualifier in PLAIN and not low <= float(said) <= high:
        raise UnreadableFigureError("value", "a value from low to high")
    return low, end(high)


def _refuse_below_zero(row: Row) -> None:
    for name in ("value", "low", "high"):
        if row[name] is not None and Decimal(str(row[name])) < 0:
            raise UnreadableFigureError(name, "0 or more: only a difference or a growth is below 0")


def _readable(said: Decimal, qualifier: Qualifier) -> str:
    """What is expected in place of a value that its qualifier says nothing of."""
    if said < 0:
        return f"0 or more, being {qualifier.value}; below 0, low and high too"
    return f"a value that can be {qualifier.value} in this unit"
