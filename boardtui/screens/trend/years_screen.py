"""A figure over the years by unit: each year's last month, unit by unit."""

from __future__ import annotations

from functools import partial

from boardtui.core.measures.measure import Measure
from boardtui.export.export import Export
from boardtui.panels.series.series import Series
from boardtui.panels.trend.years import Row, years_series
from boardtui.review import NotThereError
from boardtui.review.day.review import Review
from boardtui.review.trend.years import Years, years_by
from boardtui.screens.breakdown.series_screen import SeriesScreen
from boardtui.screens.drawing.palette import Palette

BY = "unit"


class YearsScreen(SeriesScreen):
    """The table of a measure over the years, up to the day of the board."""

    named = "over years"

    def __init__(self, review: Review, of: Measure, palette: Palette) -> None:
        """Read the last month of each year of a measure, unit by unit.

        Raises:
            NotThereError: the measure is not told by unit, or no unit is known.
            DatabaseUnreadableError: the database has gone away.
        """
        self._years, series = _read(review, of.name)
        if series is None:
            raise NotThereError(f"{of.title}: nothing is known by unit over the years.")
        super().__init__(review, partial(self._again, name=of.name), series, palette)

    def _again(self, review: Review, name: str) -> Series[Row] | None:
        try:
            self._years, series = _read(review, name)
        except NotThereError:
            return None
        return series

    def looked_at(self) -> dict[str, object]:
        return {**super().looked_at(), "measure": self._years.measure.name, "by": BY}

    def export(self) -> Export:
        """Every unit and year; as text, a line for each unit."""
        from boardtui.export.years import exported

        return exported(self._review, self._years)


def _read(review: Review, name: str) -> tuple[Years, Series[Row] | None]:
    selection = review.selection
    told = years_by(
        review.database,
        selection.force,
        name,
        BY,
        audience=review.audience,
        last=selection.day,
    )
    return told, years_series(told)
