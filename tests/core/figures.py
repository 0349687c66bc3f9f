"""Figures as the tests of the core need them: what is not said is usual."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from boardtui.core.figure.figure import Figure, Origin, Source

NOW, THEN = date(2024, 1, 17), date(2023, 3, 31)


def counted(value: float | None, **others: Any) -> Figure:
    """A figure counted from records, exact, on the day looked at."""
    figure = Figure(
        measure="overdue_visits",
        value=value,
        low=value,
        high=value,
        unit="people",
        as_at=NOW,
        origin=Origin.RECORDS,
        definition="Overdue from the day after the due date.",
    )
    return replace(figure, **others)


def published(value: float, low: float, high: float | None, **others: Any) -> Figure:
    """A figure said in public, on the earlier day, of which no definition is known."""
    figure = Figure(
        measure="overdue_visits",
        value=value,
        low=low,
        high=high,
        unit="people",
        as_at=THEN,
        origin=Origin.PUBLISHED,
        source=Source("HMICFRS", "a newspaper", "https://example.org/"),
    )
    return replace(figure, **others)
