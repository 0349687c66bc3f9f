"""Which figures are told over time, and how: visits by month, pictures of MAPPA by year."""

from __future__ import annotations

from functools import partial

from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import PublishedOnly, VisitCount
from boardtui.panels.series.months import by_month
from boardtui.panels.series.years import by_year
from boardtui.screens.breakdown.series_screen import Made


def over_time(measure: str) -> Made | None:
    """What makes the series of a measure; None of one that has no series of its own."""
    declared = MEASURES[measure]
    if isinstance(declared, VisitCount):
        return by_month
    if isinstance(declared, PublishedOnly) and measure.startswith("mappa_"):
        return partial(by_year, name=measure)
    return None
