"""How hedged figures are read, with an example of each worked out by the core."""

from __future__ import annotations

from decimal import Decimal

from boardtui.core.hedge import SHOWN, Qualifier, reading
from boardtui.core.interval import end
from boardtui.core.wording import number_text, value_number
from docs.generate.markdown import code, prose, table

INTRODUCTION = """
A published figure is often hedged. Its `qualifier` says how it was said; a hedge shows wherever
the figure, or anything computed from it, appears. How such a figure is read is an assumption of
this program, and is shown as one; a `low` or `high` in the file of published figures stands in
its place.
"""

OUTCOME = """
What is computed from hedged figures is a range too: 273 of ≈1,500 is 17.6% to 18.8%. The place of a
value's last digit that is not zero says how far it was rounded: hundreds in 1,500, tens in 340.
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


def blocks() -> list[str]:
    """The section.

    Raises:
        ValueError: a qualifier has no example.
    """
    if missing := set(Qualifier) - {qualifier for _, qualifier, _ in EXAMPLES}:
        raise ValueError(f"docs/generate/hedging.py has no example of {missing}")
    rows = [_row(*example) for example in EXAMPLES]
    header = ("qualifier", "an example", "is shown as", "lies between")
    return ["## Hedges", prose(INTRODUCTION), table(header, rows), prose(OUTCOME)]


def _row(value: str, qualifier: Qualifier, unit: str) -> list[str]:
    read = reading(Decimal(value), qualifier, unit)
    high = end(read.high)
    number = number_text(float(value)) + ("%" if unit == "per cent" else "")
    between = f"{value_number(read.low)} and {value_number(high)}" if high is not None else ""
    return [
        code(qualifier.value),
        f"{value} {unit}",
        SHOWN[qualifier].format(number),
        between or f"{value_number(read.low)} and no upper end",
    ]
