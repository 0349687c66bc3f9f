"""Figures as an audience may see them: some hidden, those of the public rounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from boardtui.core.audience.bounds import Name
from boardtui.core.audience.nesting import same_as
from boardtui.core.audience.rounding import rounded
from boardtui.core.audience.rules import Rules, Way
from boardtui.core.audience.table import Table
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount, Lateness, LongestSince, PerPost

OF_SINGLE_PEOPLE = (Lateness, LongestSince)
"""The kinds of measure that are of one person, or of so few that they can be told."""


def hidden(figure: Figure) -> Figure:
    """A figure with nothing but that there is one."""
    return replace(
        figure,
        value=None,
        low=None,
        high=None,
        qualifier=Qualifier.SUPPRESSED,
        suppressed=True,
        written=None,
        unknown=None,
        assumed=None,
    )


def wholes(figures: Iterable[Figure], rules: Rules) -> list[Figure]:
    """The figures of a whole force: its own totals are shown, and rounded for the public."""
    return [rounded(figure, rules, hidden) for figure in figures]


def by_dimension(dimension: str, figures: Sequence[Figure], rules: Rules) -> list[Figure]:
    """A day's figures by one dimension, those of all measures at once: they hang together.

    What is not known stays so; what was hidden before stays hidden.
    """
    if rules.closes_dimension(dimension):
        return []
    cells = _hidden_cells(dimension, figures, rules)
    known = {figure.measure for figure in figures if figure.value is not None}
    found = []
    for figure in figures:
        measure, name = MEASURES[figure.measure], figure.slices[0].value
        if isinstance(measure, OF_SINGLE_PEOPLE):
            close = figure.measure in known and rules.closes(Way.AGES) is not None
        elif isinstance(measure, PerPost):
            close = (same_as("caseload"), name) in cells
        else:
            close = (figure.measure, name) in cells
        found.append(hidden(figure) if close else rounded(figure, rules, hidden))
    return found


def _hidden_cells(
    dimension: str, figures: Sequence[Figure], rules: Rules
) -> frozenset[tuple[str, Name]]:
    counts: dict[str, dict[Name, int]] = {}
    unknown = set()
    for figure in figures:
        if not isinstance(MEASURES[figure.measure], CaseCount):
            continue
        if figure.value is None:
            unknown.add(figure.measure)
        else:
            counts.setdefault(figure.measure, {})[figure.slices[0].value] = int(figure.value)
    whole = {name: each for name, each in counts.items() if name not in unknown}
    found = Table(dimension, whole, rules).hidden()
    cells = {(measure, name) for measure, names in found.items() for name in names}
    # Of a measure that is known in part no total is certain: nothing small of it is shown.
    for measure in unknown & counts.keys():
        cells |= {(measure, n) for n, c in counts[measure].items() if 0 < c < rules.threshold}
    return frozenset(cells)
