"""What a trend is asked of: a measure or a number of a flow, whole or one slice of it."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.criterion import EVERY, columns_of
from boardtui.core.criterion.dimension import DIMENSIONS, Slices, slice_title
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import ASSESSMENTS, BACKLOGS
from boardtui.core.measures.measure import CaseCount, Measure, Movement, VisitCount
from boardtui.core.measures.people import registered
from boardtui.core.measures.units import PEOPLE
from boardtui.core.trend.flow_measures import FLOW_MEASURES, FlowMeasure
from boardtui.core.trend.trend import Kind
from boardtui.review import NotThereError, known


class Asked(Struct, frozen=True):
    """A measure, or a number of a flow, of the whole or one slice."""

    of: Measure | FlowMeasure
    slices: Slices = ()

    @property
    def name(self) -> str:
        return self.of.name

    @property
    def title(self) -> str:
        """What it is called, with its slice: "Overdue visits, unit North"."""
        if not self.slices:
            return self.of.title
        part = self.slices[0]
        named = slice_title(part.dimension, part.value)
        return f"{self.of.title}, {DIMENSIONS[part.dimension].inside} {named}"

    @property
    def unit(self) -> str:
        return PEOPLE if isinstance(self.of, FlowMeasure) else self.of.unit

    @property
    def signed(self) -> bool:
        """Whether it can be below 0."""
        return isinstance(self.of, Measure) and self.of.signed

    @property
    def in_a_row(self) -> bool:
        """Whether it is told of a month that has a snapshot, and the month before one too."""
        return isinstance(self.of, FlowMeasure | Movement)

    @property
    def by_tool(self) -> bool:
        """Whether it counts by what a risk tool says: by risk level, or of assessments."""
        if any(one.dimension == "risk_level" for one in self.slices):
            return True
        criterion = self.of.criterion if isinstance(self.of, CaseCount) else EVERY
        return not {"risk_level", ASSESSMENTS.due}.isdisjoint(columns_of(criterion))

    @property
    def kind(self) -> Kind:
        """A flow counts what happened in a month; a stock what stood at its end."""
        flows = isinstance(self.of, FlowMeasure | VisitCount | Movement)
        return Kind.FLOW if flows else Kind.STOCK


def names() -> list[str]:
    """Every name that a trend can be asked for."""
    return [*MEASURES, *FLOW_MEASURES]


def offered() -> list[Asked]:
    """What a board is mostly asked of over months: the numbers of flows, visits, and backlogs."""
    kept = (VisitCount, Movement)
    stocks = {backlog.overdue_name for backlog in BACKLOGS.values()} | {registered.name}
    measures = [each for each in MEASURES.values() if isinstance(each, kept) or each.name in stocks]
    return [*map(Asked, FLOW_MEASURES.values()), *map(Asked, measures)]


def asked(name: str, slices: Slices, audience: Rules) -> Asked:
    """What is asked for, where it is there and open.

    Raises:
        NotThereError: there is no such measure or slice of it, or it is closed to the audience.
    """
    known(names(), name)
    of: Measure | FlowMeasure = FLOW_MEASURES.get(name) or MEASURES[name]
    found = Asked(of, tuple(slices))
    if len(found.slices) > 1:
        raise NotThereError("A trend is of the whole or of one slice: give --where once.")
    for one in found.slices:
        dimensions = of.dimensions if isinstance(of, Measure) else ()
        if one.dimension not in dimensions:
            told = ", ".join(dimensions) or "nothing"
            raise NotThereError(f"{name} is told over months by {told}, not by {one.dimension}.")
        if why := audience.closes_dimension(one.dimension):
            raise NotThereError(why)
    return found
