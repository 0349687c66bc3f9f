"""A snapshot's figures as they are published: what is hidden of them is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from boardtui.core.audience.figures import hidden, wholes
from boardtui.core.audience.rounding import rounded
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, OFFICER, UNIT, Slice
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES
from boardtui.core.measures.given import NOT_PUBLISHED
from boardtui.core.measures.measure import (
    CaseCount,
    Lateness,
    LongestSince,
    Movement,
    OverOfficers,
    PerPost,
    Statistic,
)
from boardtui.core.measures.units import is_count
from boardtui.publish.known import Cells
from boardtui.publish.pattern import Pattern
from boardtui.store.counting.making import Maker

NO_EARLIER = "the earlier snapshot is not published"


class Shown:
    """Says of every figure of a snapshot what is published of it."""

    def __init__(self, pattern: Pattern, maker: Maker, *, moved: bool) -> None:
        """Take what is hidden; `moved` says whether the snapshot before is published too."""
        self._pattern, self._maker, self._moved = pattern, maker, moved
        self._cells = Cells.of(pattern.layout)
        self._rules = pattern.rules

    def whole(self, figures: Iterable[Figure]) -> Iterator[Figure]:
        """Figures of the whole force: its own totals, but what would tell of a hidden slice."""
        for figure in wholes(figures, self._rules):
            measure = MEASURES[figure.measure]
            if isinstance(measure, Movement) and not self._moved:
                yield self._unknown(figure, NOT_PUBLISHED.format(why=NO_EARLIER))
            elif figure.value is not None and self._tells_of_slices(figure.measure):
                yield hidden(figure)
            else:
                yield self._coarse(figure)

    def _coarse(self, figure: Figure) -> Figure:
        """A figure that does not tell counts more exactly than they are shown.

        A rate of people to posts does, and so does the part of a day between two people's ages:
        199.6 days can only be the ninth tenth of 7, 17, 27, … of them.
        """
        measure = MEASURES[figure.measure]
        records = figure.origin is Origin.RECORDS and figure.value is not None
        if self._rules.rounding <= 1 or not records:
            return figure
        if isinstance(measure, PerPost) or (
            isinstance(measure, OverOfficers) and not is_count(figure.unit)
        ):
            return hidden(figure)
        if isinstance(measure, Lateness):
            assert figure.value is not None
            days = int(figure.value)
            return replace(figure, value=days, low=days, high=days)
        return figure

    def _tells_of_slices(self, name: str) -> bool:
        """Whether a figure of the whole says more of hidden slices than the audit takes in."""
        measure = MEASURES[name]
        if isinstance(measure, Lateness):
            middle = measure.statistic in (Statistic.MEDIAN_DAYS, Statistic.P90_DAYS)
            counts = (m for m in MEASURES.values() if isinstance(m, CaseCount))
            backlog = next(m.name for m in counts if m.criterion == measure.criterion)
            return middle and not self._is_all_shown(backlog, AGE_BAND.name)
        if isinstance(measure, PerPost) or (
            isinstance(measure, OverOfficers) and measure.statistic != "max"
        ):
            return self._has_officers and not self._is_all_shown("caseload", OFFICER.name)
        return False

    @property
    def _has_officers(self) -> bool:
        return self._rules.closes_dimension(OFFICER.name) is None

    def _is_all_shown(self, measure: str, dimension: str) -> bool:
        same = self._cells.same.get(measure)
        table = (same or "", (dimension,))
        cells = self._pattern.tables.get(table)
        if cells is None or table in self._pattern.not_offered:
            return False
        return not self._pattern.hidden[cells].any()

    def by_dimension(self, figures: Iterable[Figure]) -> Iterator[Figure]:
        """Figures of single slices."""
        for figure in figures:
            measure = MEASURES[figure.measure]
            dimension = figure.slices[0].dimension
            if self._maker.why_unknown(measure, (dimension,)):
                yield figure
            elif isinstance(measure, Lateness | LongestSince):
                yield hidden(figure)
            elif isinstance(measure, PerPost):
                of = replace(figure, measure="caseload")
                seen = figure.slices[0].value is None or self._count(of).value is not None
                yield self._coarse(figure) if seen else hidden(figure)
            elif isinstance(measure, CaseCount):
                yield self._count(figure)

    def crosses(self) -> Iterator[Figure]:
        """Counts by unit and another dimension, of every measure that has both."""
        for (measure, by), cells in self._pattern.tables.items():
            if len(by) < 2 or (measure, by) in self._pattern.not_offered:
                continue
            names = {
                slices: cell
                for cell in cells.tolist()
                for name, mine, slices in self._pattern.layout.names[cell]
                if (name, mine) == (measure, by)
            }
            for other, same in self._cells.same.items():
                if same == measure and set(by) <= set(MEASURES[other].dimensions):
                    for slices, cell in names.items():
                        count = int(self._pattern.true[cell])
                        pairs = zip(by, slices, strict=True)
                        cross = tuple(Slice(name, value) for name, value in pairs)
                        yield self._count(self._maker.figure(MEASURES[other], count, cross))

    def _count(self, figure: Figure) -> Figure:
        cell = self._cells.of_figure(figure)
        measure = self._cells.same.get(figure.measure)
        order = sorted((one.dimension for one in figure.slices), key=lambda name: name != UNIT.name)
        why = self._pattern.not_offered.get((measure or "", tuple(order)))
        if why is not None:
            return self._unknown(figure, NOT_PUBLISHED.format(why=why))
        if cell is None or (figure.value == 0 and not self._rules.zeros):
            return hidden(figure)
        if self._pattern.hidden[cell]:
            return hidden(figure)
        return rounded(figure, self._rules, hidden)

    @staticmethod
    def _unknown(figure: Figure, why: str) -> Figure:
        return replace(figure, value=None, low=None, high=None, unknown=why, assumed=None)


def dimensions_of(pattern: Pattern) -> list[str]:
    """The single dimensions that anything was laid out by, in their order."""
    mine = {by[0] for _, by in pattern.tables if len(by) == 1}
    return [name for name in DIMENSIONS if name in mine]
