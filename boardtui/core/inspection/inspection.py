"""Inspections: when a force was inspected, by whom, and what was found."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Inspection(Struct, frozen=True):
    """An inspection; its day is the day of the inspection, else of its publication."""

    force: str
    body: str
    programme: str | None
    published_on: date | None
    inspected_on: date | None
    grade: str | None
    finding: str | None
    response_due: date | None

    @property
    def day(self) -> date | None:
        return self.inspected_on or self.published_on
