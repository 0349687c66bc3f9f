"""A figure over months: its picture, what may be said of it, and its table beneath."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from boardtui.core.criterion.dimension import Slices
from boardtui.core.measures.measure import Measure
from boardtui.core.trend.convention import CONVENTION
from boardtui.core.trend.months import WHICH_MONTH
from boardtui.core.trend.telling import gaps, sentences
from boardtui.core.trend.trend import Kind
from boardtui.export.export import Export
from boardtui.panels.series.series import Series
from boardtui.panels.trend.series import Month, trend_series
from boardtui.review import NotThereError
from boardtui.review.day.review import Review
from boardtui.review.trend.trends import Span, Told, trend_of
from boardtui.screens.breakdown.series_screen import SeriesScreen
from boardtui.screens.dialogs.reading import Reading
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import OverMonths, leading, palette_of

AHEAD = "forecast"

NO_RECORDS = "The months ahead are forecast from records; here are published figures alone."

FIRST = 2
"""The keys of a table over time that are told before those of a trend: back, and define."""


_KEYS = [key for key in SeriesScreen.BINDINGS if isinstance(key, Binding)]


class TrendScreen(SeriesScreen):
    """A trend up to the day of the board, the latest month first."""

    named = "trend"

    BINDINGS: ClassVar[list[BindingType]] = [
        *_KEYS[:FIRST],
        Binding(
            "x",
            "years",
            "by unit over years",
            id="trend.years",
            tooltip="The same figure at the end of each year, by unit",
        ),
        # What was leads on to what comes.
        *(replace(key, show=True) for key in _KEYS if key.id == AHEAD),
        *(key for key in _KEYS[FIRST:] if key.id != AHEAD),
    ]

    def __init__(self, review: Review, name: str, slices: Slices, palette: Palette) -> None:
        """Read the months of a measure, or of a number of a flow, whole or of a slice.

        Raises:
            NotThereError: nothing is known of it over months, or it is closed.
            DatabaseUnreadableError: the database has gone away.
        """
        self._told = _read(review, name, slices)
        made = partial(self._again, name=name, slices=slices)
        super().__init__(review, made, trend_series(self._told, _note(review)), palette)

    def _again(self, review: Review, name: str, slices: Slices) -> Series[Month] | None:
        """The same of another day or force; None where that has none of it."""
        try:
            self._told = _read(review, name, slices)
        except NotThereError:
            return None
        return trend_series(self._told, _note(review))

    def why_not(self, name: str) -> str | None:
        """Why no months ahead are told: nothing but published figures is known."""
        published = self._told.trend.kind is Kind.PUBLISHED
        return NO_RECORDS if name == AHEAD and published else None

    def looked_at(self) -> dict[str, object]:
        asked = self._told.asked
        where = [one.written for one in asked.slices]
        return {**super().looked_at(), "measure": asked.name, "where": where}

    @property
    def card_name(self) -> str:
        """The card that a screen opened from here begins with: that of its measure."""
        return self._told.asked.name

    def over_months(self) -> OverMonths:
        return self._told.asked.name, self._told.asked.slices

    def action_define(self) -> None:
        """What it is, by which convention it is judged, and what is to be known of its months."""
        told = self._told
        rows = [("measure", told.asked.of.definition), ("unit", told.asked.unit)]
        rows += [("", sentence) for sentence in sentences(told.trend)]
        rows += [("gap", why) for why in gaps(told.trend)]
        if told.trend.kind is Kind.FLOW:
            rows.append(("convention", CONVENTION))
        if told.trend.kind is not Kind.PUBLISHED:
            rows.append(("months", WHICH_MONTH))
        self.app.push_screen(Reading(told.asked.title, rows))

    def action_years(self) -> None:
        """The same measure by unit, at the end of each year."""
        from boardtui.screens.trend.years_screen import YearsScreen

        of = self._told.asked.of
        if not isinstance(of, Measure) or "unit" not in of.dimensions:
            self.notify(f"{of.title}: not told by unit.")
            return
        leading(self).open_over(lambda: YearsScreen(self._review, of, palette_of(self)))

    def export(self) -> Export:
        """Every month, gaps too, with all that is known of it; as text, in sentences."""
        from boardtui.export.trend import exported

        return exported(self._review, self._told)


def _note(review: Review) -> str:
    """That the months are as they were counted, where the board is worked out otherwise."""
    snapshot = review.selection.snapshot
    if snapshot is None or snapshot.definition == review.definition:
        return ""
    return (
        "Each month as it was counted when it was taken in, and not under this board's definition."
    )


def _read(review: Review, name: str, slices: Slices) -> Told:
    selection = review.selection
    return trend_of(
        review.database,
        selection.force,
        name,
        slices,
        audience=review.audience,
        span=Span(last=selection.day),
    )
