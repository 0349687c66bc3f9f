"""docs/measures.md, from the declared measures and what is done with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.criterion.dimension import DIMENSIONS, OF_CASES, Dimension
from boardtui.core.measures import backlogs, caseloads, contact, people, published
from boardtui.core.measures.measure import Measure
from docs.generate import comparing, finding, flowing, hedging
from docs.generate.markdown import assembled, block, code, codes, prose, sentence, table

INTRODUCTION = """
Every figure on the board is a measure's value: for a force, as at a day or over a period, for the
whole or for one slice. A *case* is a row of the cases file of the snapshot. Shares are exact
fractions, rounded only to be shown. A measure's definition is also under `d` on the board, and on
the command line:
"""

GROUPS = {
    "People": people,
    "Backlogs": backlogs,
    "Visits and contact": contact,
    "Caseloads": caseloads,
    "Published only": published,
}
"""The headings, each with the module whose measures stand under it."""

PUBLISHED_ONLY = """
These are said in public and never counted from records. Any other measure can be published too; its
published figure then stands beside the counted one.
"""

UNKNOWN = """
A count of nothing is 0. A measure is *unknown*, with the reason, where the file that it needs was
not given: a visits file for the visits, an officers file for full-time posts, an earlier snapshot
for who joined and left. The oldest of an empty backlog is not 0 days but "none overdue".
"""

PERIODS = """
Visits are counted by calendar month, from the snapshot's own visits file. The month of the
snapshot's day is partial and says so, and so is the first month, unless the file's first visit is
on its first day.
"""


def page(database: Path) -> str:
    """The page."""
    blocks = ["# Measures", prose(INTRODUCTION), block("sh", "boardtui define overdue_visits")]
    for title, module in GROUPS.items():
        blocks += [f"## {title}", prose(PUBLISHED_ONLY) if module is published else ""]
        blocks.append(_measures(module.MEASURES))
    blocks += [prose(PERIODS), prose(UNKNOWN)]
    blocks += ["## Dimensions", table(("dimension", "title", "slices"), _dimensions())]
    blocks += [prose(_overdue()), *flowing.blocks(), *hedging.blocks(), *comparing.blocks()]
    blocks += finding.blocks()
    return assembled(*blocks)


def _measures(measures: Iterable[Measure]) -> str:
    return table(
        ("measure", "definition", "counts", "share of", "told apart by", "better"),
        map(_measure, measures),
    )


def _measure(measure: Measure) -> list[str]:
    return [
        code(measure.name),
        f"**{measure.title}.** {measure.definition}",
        f"{' or '.join(measure.units)}, {'over a period' if measure.period else 'on a day'}",
        code(measure.base) if measure.base else "",
        _told_apart(measure),
        measure.better.name.lower(),
    ]


def _told_apart(measure: Measure) -> str:
    """The dimensions; those that every case has go by one word."""
    every = {dimension.name for dimension in OF_CASES}
    if not every <= set(measure.dimensions):
        return codes(measure.dimensions)
    others = [name for name in measure.dimensions if name not in every]
    return ", ".join([ALL, *map(code, others)])


ALL = "every dimension of cases"


def _dimensions() -> list[list[str]]:
    return [[code(each.name), each.title, _slices(each)] for each in DIMENSIONS.values()]


def _slices(dimension: Dimension) -> str:
    if dimension.slices:
        return codes(dimension.slices)
    if dimension.column is None:
        return codes(band.label for band in STANDARD.bands)
    return f"whatever the column `{dimension.column}` holds"


def _overdue() -> str:
    every = codes(dimension.name for dimension in OF_CASES)
    return f"""
    The dimensions of cases are {every}; cases in which one is blank are a slice of their own, "not
    recorded". By default a visit or assessment is {STANDARD.words()}; the days of grace and the age
    bands are [settings](settings.md), and stand in each figure's definition where they bear on it.
    {sentence("days overdue are counted from the due date, whatever the grace")}
    """
