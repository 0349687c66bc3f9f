"""Inspections: when a force was inspected, by whom, and what was found."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from boardtui.ingest.extract import Extract
from boardtui.ingest.published import Row, UnreadableFigureError, read_rows
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


def published_inspections(extract: Extract) -> list[PublishedInspection]:
    """The inspections of a file; one without a day becomes a fault of the extract."""
    return read_rows(extract, _inspection)


def _inspection(row: Row) -> PublishedInspection:
    if row["published_on"] is None and row["inspected_on"] is None:
        raise UnreadableFigureError("published_on", "a day here or in inspected_on")
    return PublishedInspection(
        str(row["force"]),
        str(row["body"]),
        _text(row["programme"]),
        _day(row["published_on"]),
        _day(row["inspected_on"]),
        _text(row["grade"]),
        _text(row["finding"]),
        _day(row["response_due"]),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None
