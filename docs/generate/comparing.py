"""The rules of comparison, each with the sentence that the board shows for it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from boardtui.core.comparing.comparison import caution_of, not_comparable
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES
from boardtui.core.measures.units import PER_CENT
from docs.generate.markdown import prose, sentence, table

INTRODUCTION = """
The change is now less then, and in per cent of then; two days make a difference and not a trend,
so no arrow says which way is good. A per cent changes in points. A hedge on either side makes the
change a range. The share then stands beside the share now; where the base then is not published,
the board says that. Two figures are not compared, and the board shows why, in these cases:
"""

UNKNOWN = """
What is not stated is unknown, not different: such figures are compared, and the board adds what to
bear in mind, such as "{inspectors}". Grades of two inspections are never compared.
"""

COUNTED = Figure(
    "overdue_visits",
    273,
    273,
    273,
    "people",
    date(2024, 1, 17),
    Origin.RECORDS,
    definition="overdue from the day after the due date",
)
SAID = replace(
    COUNTED, value=217, low=217, high=217, as_at=date(2023, 3, 31), origin=Origin.PUBLISHED
)
SAID = replace(SAID, definition=None)
OVER_A_MONTH = replace(SAID, period_start=date(2023, 3, 1))

CASES = {
    "both definitions are stated, and differ": (
        COUNTED,
        replace(COUNTED, definition="overdue once more than 7 days past the due date"),
    ),
    "both bases are stated, and differ": (COUNTED, replace(SAID, base="on the register")),
    "one counts over a period, and one stands on a day": (COUNTED, OVER_A_MONTH),
    "the periods differ in length": (
        replace(OVER_A_MONTH, period_start=date(2023, 1, 1)),
        OVER_A_MONTH,
    ),
    "the units differ, and do not mean the same of the measure": (
        COUNTED,
        replace(SAID, unit=PER_CENT, value=15),
    ),
    "one was withheld by who gave it": (
        COUNTED,
        replace(SAID, value=None, low=None, high=None, suppressed=True),
    ),
}
"""Two figures for each rule."""


def blocks() -> list[str]:
    """The section.

    Raises:
        ValueError: two figures that should not be comparable are.
    """
    inspectors = caution_of(COUNTED, SAID, inspection=True)
    return [
        "## Comparison",
        prose(INTRODUCTION),
        table(("not compared where", "the board says, for example"), map(_row, CASES)),
        prose(UNKNOWN.format(inspectors=inspectors)),
    ]


def _row(rule: str) -> tuple[str, str]:
    now, then = CASES[rule]
    why = not_comparable(MEASURES[now.measure], now, then)
    if why is None:
        raise ValueError(f"docs/generate/comparing.py: compared although {rule}")
    return sentence(rule), f"not comparable: {why}"
