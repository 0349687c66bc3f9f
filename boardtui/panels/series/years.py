"""A picture of MAPPA year by year, on 31 March: the force's, and that of England and Wales.

A year of which nothing was published says so; it is missing, and no zero.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.comparing.comparison import Comparison, compare
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import Measure
from boardtui.core.measures.published import COMPARATOR
from boardtui.core.words.wording import value_text
from boardtui.panels.bar_table import BarColumn
from boardtui.panels.breakdown.naming import inside
from boardtui.panels.breakdown.said import told
from boardtui.panels.breakdown.statement import statement
from boardtui.panels.cards.words import label, line, strong
from boardtui.panels.phrases import change_text
from boardtui.panels.series.series import Series
from boardtui.panels.text import Line, Role
from boardtui.review.breakdown import Breakdown
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

CATEGORY, RATE = "mappa_category_1", "mappa_category_1_rate"

ABSENT = "not published"


class Year(Struct, frozen=True):
    """A year's figures of the measure, all that were published; its rate, and the country's."""

    year: int
    figures: tuple[Figure, ...]
    comparison: Comparison | None = None
    rate: Figure | None = None
    country: Figure | None = None

    @property
    def figure(self) -> Figure | None:
        return self.figures[0] if self.figures else None


def by_year(review: Review, name: str) -> Series[Year] | None:
    """A measure by year; None where fewer than two years of it were published."""
    measure = MEASURES[name]
    years = years_of(review, measure)
    if sum(1 for year in years if year.figures) < 2:
        return None
    return Series(
        crumb=f"Board › {measure.title} › by year",
        every="31 March",
        rows=years,
        columns=list(_columns(measure, years)),
        name=lambda year: str(year.year),
        begin=years[-1],
        subjects=lambda year: _subjects(measure, year),
        statement=lambda width, digits: statement(review, Breakdown(name, ()), width, digits),
        under=lambda year, width: _under(measure, year, width),
    )


def years_of(review: Review, measure: Measure) -> list[Year]:
    """Every year from the first to the last of which something was published."""
    beyond = review.beyond
    rates = beyond.years(RATE) if measure.name == CATEGORY else {}
    found: list[Year] = []
    for number, figures in beyond.years(measure.name).items():
        last = found[-1].figure if found else None
        first = figures[0] if figures else None
        compared = compare(measure, first, last) if first and last else None
        rate = next(iter(rates.get(number, [])), None) if measure.name == CATEGORY else first
        country = next(iter(beyond.comparator(rate)), None) if rate else None
        found.append(Year(number, tuple(figures), compared, rate, country))
    return found


def _columns(measure: Measure, years: list[Year]) -> Iterator[BarColumn[Year]]:
    yield BarColumn("value", inside(measure.title), _values, _number, 0, bar=Role.BAR)
    yield BarColumn("change", "on the year before", _change_text, _change, 1)
    if measure.name == CATEGORY and any(year.rate for year in years):
        yield BarColumn("rate", "rate", lambda year: _text(year.rate), _rate, 2)
    if any(year.rate for year in years):
        yield BarColumn("country", COMPARATOR, _country_text, _country, 3, Role.QUIET)


def _values(year: Year) -> str:
    """A year's figure; each, where those that were published differ."""
    texts = dict.fromkeys(value_text(each, unit=False) for each in year.figures)
    return " or ".join(texts) or ABSENT


def _number(year: Year) -> float | None:
    return year.figure.value if year.figure else None


def _change_text(year: Year) -> str:
    return change_text(year.comparison) if year.comparison else ""


def _change(year: Year) -> float | None:
    return year.comparison.change if year.comparison else None


def _text(figure: Figure | None) -> str:
    return value_text(figure) if figure else ABSENT


def _rate(year: Year) -> float | None:
    return year.rate.value if year.rate else None


def _country_text(year: Year) -> str:
    return _text(year.country)


def _country(year: Year) -> float | None:
    return year.country.value if year.country else None


def _subjects(measure: Measure, year: Year) -> list[ComparedFigure]:
    """The figures that a row shows: the force's, its rate, and the country's."""
    found = []
    if year.figure is not None:
        comparison = year.comparison or Comparison(year.figure, None)
        others = year.figures[1:]
        found.append(ComparedFigure(measure, year.figure, comparison, others=others))
    for figure, force in ((year.rate, None), (year.country, COMPARATOR)):
        if figure is not None and figure is not year.figure:
            mine = ComparedFigure(MEASURES[figure.measure], figure, Comparison(figure, None))
            found.append(replace(mine, force=force))
    return found


def _under(measure: Measure, year: Year, width: int) -> list[list[Line]]:
    """Who published a year's figures."""
    if not year.figures:
        nothing = f"  nothing of it was published for {year.year}"
        return [[(*line(strong(str(year.year))), *line(label(nothing)))]]
    parts = [told(inside(measure.title), figure, width) for figure in year.figures]
    parts[0].insert(0, line(strong(str(year.year))))
    if year.rate is not None and year.rate is not year.figure:
        parts.append(told("rate", year.rate, width))
    if year.country is not None:
        parts.append(told(COMPARATOR, year.country, width))
    return parts
