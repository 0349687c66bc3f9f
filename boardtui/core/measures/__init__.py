"""Every measure, declared. Adding one to a module's list is all that adding a measure takes."""

from typing import TypeVar

from boardtui.core.measures import backlogs, caseloads, contact, people, published
from boardtui.core.measures.measure import Measure

MEASURES: dict[str, Measure] = {
    measure.name: measure
    for module in (people, backlogs, contact, caseloads, published)
    for measure in module.MEASURES
}

Kind = TypeVar("Kind", bound=Measure)


def of_kind(kind: type[Kind]) -> list[Kind]:
    """The measures of one kind, in the order of their declaration."""
    return [measure for measure in MEASURES.values() if isinstance(measure, kind)]


def bases(measure: Measure) -> list[Measure]:
    """The measure's base, that base's own base, and so on up to the register."""
    chain: list[Measure] = []
    while measure.base is not None:
        measure = MEASURES[measure.base]
        chain.append(measure)
    return chain
