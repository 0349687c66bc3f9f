"""What stands under then in a breakdown: of which day, and by whom."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.words import mark
from boardtui.panels.head import short_day
from boardtui.panels.phrases import day_of
from boardtui.review.breakdown import one_origin
from boardtui.review.day.catalogue import Baseline, BaselineKind
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

ORIGINS = {Origin.RECORDS: "records", Origin.PUBLISHED: "said"}


def then_of(row: ComparedFigure) -> Figure | None:
    """What stands under then in a row; a figure of an earlier day is no figure of this one."""
    return row.figure if row.earlier else row.comparison.then


def value_in(row: ComparedFigure, figure: Figure) -> str:
    """A figure of a row, with its unit where that is not the one that the head says."""
    return value_text(figure, unit=figure.unit not in row.measure.units)


class Then:
    """The column then of some rows: what its head says for all of them, and what each must add."""

    def __init__(self, review: Review, rows: Iterable[ComparedFigure]) -> None:
        self._review = review
        self._figures = [figure for figure in map(then_of, rows) if figure is not None]
        self._origin = one_origin(self._figures)
        days = {figure.as_at for figure in self._figures}
        self._day = days.pop() if len(days) == 1 else None

    @property
    def there(self) -> bool:
        """Whether there is anything to stand under then."""
        return bool(self._figures)

    @property
    def head(self) -> str:
        """The origin and the day, where these are the same in all rows: "then, records 1 Apr"."""
        words = ORIGINS[self._origin] if self._origin else ""
        said = f"{words} {self._day_words()}".strip()
        return f"then, {said}" if said else "then"

    def _day_words(self) -> str:
        if self._day is None:
            return ""
        baseline = self._review.selection.baseline
        if self._origin is Origin.RECORDS:
            return day_text(self._day)
        if baseline is not None and baseline.as_at == self._day:
            return short_day(baseline)
        return day_of(self._figures[0])

    def text(self, row: ComparedFigure) -> str:
        """A row's figure then, with the day or the mark of the source that the head has not."""
        figure = then_of(row)
        if figure is None:
            return "–"
        text = value_in(row, figure)
        if self._origin is None:
            text += mark(figure, self._review)
        return text if self._day else f"{text}, {day_of(figure)}"


def since(baseline: Baseline, then: Figure) -> str:
    """Since when a change is told: "since the inspection, “March 2023”"; by whom, if not by it."""
    inspected = baseline.kind is BaselineKind.INSPECTION
    if inspected and then.origin is Origin.PUBLISHED:
        return f"since the inspection, {short_day(baseline)}"
    if inspected:
        return f"since {day_text(then.as_at)}, by records"
    published = "" if then.origin is Origin.RECORDS else ", as published"
    return f"since {short_day(baseline)}{published if baseline.snapshot else ''}"
