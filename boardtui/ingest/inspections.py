"""Inspections: when a force was inspected, by whom, and what was found."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import NamedTuple

from boardtui.ingest.extract import Extract
from boardtui.ingest.published_rows import Names, Row, UnreadableRowError, read_rows, text_of
from boardtui.ingest.values import Value


class PublishedInspection(NamedTuple):
    """A row of the inspections table, but for its force's id."""

    force: str
    body: str
    programme: str | None
    published_on: date | None
    inspected_on: date | None
    grade: str | None
    finding: str | None
    response_due: date | None


def published_inspections(extract: Extract, names: Names) -> list[PublishedInspection]:
    """The inspections of a file; one without a day becomes a fault of the extract."""
    return read_rows(extract, partial(_inspection, names))


def _inspection(names: Names, row: Row) -> PublishedInspection:
    if row["published_on"] is None and row["inspected_on"] is None:
        raise UnreadableRowError("published_on", "a day here or in inspected_on")
    return PublishedInspection(
        names.force(row),
        str(row["body"]),
        text_of(row["programme"]),
        _day(row["published_on"]),
        _day(row["inspected_on"]),
        text_of(row["grade"]),
        text_of(row["finding"]),
        _day(row["response_due"]),
    )


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None
