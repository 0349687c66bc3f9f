"""What a measure's figure is set in relation to where forces are put side by side."""

from __future__ import annotations

from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount, VisitCount

OF_POPULATION = {
    "mappa_category_1": "mappa_category_1",
    "mappa_category_1_rate": "mappa_category_1",
}
"""What is counted, of measures that are of the people who live in an area."""

POPULATION = "population_aged_10_and_over"


def counted_of(measure: str) -> tuple[str, str] | None:
    """The measures of which one counts some of what the other counts; None of any other measure."""
    if measure in OF_POPULATION:
        return OF_POPULATION[measure], POPULATION
    declared = MEASURES[measure]
    if isinstance(declared, CaseCount | VisitCount) and declared.base and not declared.mix:
        return measure, declared.base
    return None
