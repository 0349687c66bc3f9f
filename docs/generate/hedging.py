"""How hedged figures are read, with an example of each worked out by the core."""

from __future__ import annotations

from decimal import Decimal

from boardtui.core.figure.hedge import PLAIN, SHOWN, SUPPRESSED, Qualifier, reading
from boardtui.core.figure.interval import end
from boardtui.core.measures import MEASURES
from boardtui.core.measures.units import PER_CENT, is_count
from boardtui.core.words.wording import WITHHELD, number_text, value_number
from docs.generate.markdown import code, codes, prose, table

INTRODUCTION = """
A published figure is often hedged. Its `qualifier` says how it was said; a hedge shows wherever
the figure, or anything computed from it, appears. How such a figure is read is an assumption of
this program, and is shown as one; a `low` or `high` in the file of published figures stands in
its place.
"""

OUTCOME = """
What is computed from hedged figures is a range too: 273 of ≈1,500 is 17.6% to 18.8%. The place of
a value's last digit that is not zero says how far it was rounded: hundreds in 1,500, tens in 340.

Only a difference or a growth ({signed}) can be below 0. There "more than" may mean a larger fall
or a smaller one, so that of the qualifiers only {plain} can be read; with others, `low` and `high`
are both needed. Nor is there a per cent of a change from what was, or may have been, below 0. A
share of a part is at most 100%, whatever the hedges would allow.

A share is of a base that the same speaker gave, or that was counted as the figure was. A figure
that was said to be of a base by name is also one of that base as it was counted.
"""

EXAMPLES = (
    ("273", Qualifier.EXACT, "people"),
    ("1500", Qualifier.ROUNDED, "people"),
    ("15", Qualifier.ROUNDED, "per cent"),
    ("1500", Qualifier.ABOUT, "people"),
    ("500", Qualifier.NEARLY, "people"),
    ("1500", Qualifier.MORE_THAN, "people"),
    ("1500", Qualifier.AT_LEAST, "people"),
    ("10", Qualifier.LESS_THAN, "people"),
    ("10", Qualifier.AT_MOST, "people"),
)
"""Each way of saying a figure; one that was withheld is not said."""


def blocks() -> list[str]:
    """The section.

    Raises:
        ValueError: a qualifier has no example, or one that cannot be read.
    """
    known = {Qualifier.SUPPRESSED, *(qualifier for _, qualifier, _ in EXAMPLES)}
    if missing := set(Qualifier) - known:
        raise ValueError(f"docs/generate/hedging.py has no example of {missing}")
    rows = [_row(*example) for example in EXAMPLES]
    rows.append([code(Qualifier.SUPPRESSED.value), "", code(SUPPRESSED), WITHHELD])
    header = ("qualifier", "an example", "is shown as", "lies between")
    signed = codes(measure.name for measure in MEASURES.values() if measure.signed)
    outcome = OUTCOME.format(signed=signed, plain=codes(PLAIN))
    return ["## Hedges", prose(INTRODUCTION), table(header, rows), prose(outcome)]


def _row(value: str, qualifier: Qualifier, unit: str) -> list[str]:
    read = reading(Decimal(value), qualifier, whole_numbers=is_count(unit))
    if read is None:
        raise ValueError(f"docs/generate/hedging.py: {value} {unit} cannot be {qualifier.value}")
    high = end(read.high)
    number = number_text(float(value)) + ("%" if unit == PER_CENT else "")
    between = f"{value_number(read.low)} and {value_number(high)}" if high is not None else ""
    return [
        code(qualifier.value),
        f"{value} {unit}",
        SHOWN[qualifier].format(number),
        between or f"{value_number(read.low)} and no upper end",
    ]
