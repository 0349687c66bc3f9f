"""How files of published figures are read: units, figures withheld, shorthand, names."""

from __future__ import annotations

from boardtui.core.criterion.dimension import ABOVE_LOW
from boardtui.core.figure.hedge import SUPPRESSED, Qualifier
from boardtui.core.measures.units import UNITS
from boardtui.core.words.forces import ENDINGS
from boardtui.ingest import said_values
from docs.generate.markdown import code, codes, prose, table

UNITS_READ = """
`unit` is one that the measure is in, in any usual spelling: capitals, spaces, commas and hyphens
make no difference. A measure may be in several that mean the same, and then compare
([measures](measures.md) say which). Any other is a fault with the nearest. Of a unit that two
figures do not share there is no change: years are not months.
"""

VALUES = """
A value keeps its digits: 2.25 and 15.0 are shown so. It may end in `%` where the unit is per
cent. The per cent of a part is 100 at most, and no hedge makes it more; a growth may be. A slice
of a known dimension is one of its values, of risk levels also {above_low}; age bands are those of
whoever published the figure (`31-90`, `over 365`).
"""

WITHHELD = """
A figure that was withheld has {marks} as its value, or the qualifier {qualifier}. It is stored as
such, without a number, and shown as {mark}: never a zero, never unknown, in no sum, share or
change. Numbers that stand beside that qualifier are not stored. Other shorthand of published
tables is refused, with what it [means]({address}):
"""

ADDRESS = (
    "https://analysisfunction.civilservice.gov.uk/policy-store/"
    "symbols-in-tables-definitions-and-help/"
)

NAMES = """
Names of forces and units are the same whatever their capitals, spaces and Unicode form, with `&`
or "and", and with a reference to a note at their end (`[note 2]`); they are kept as they were
first written, without that. The forces of the United Kingdom are known by their names, with
{endings} or without. A name that is neither known nor held, and is a slip of one letter from one
that is, is a fault that asks; `--new-force` says that it is meant.
"""


def blocks() -> list[str]:
    """The section."""
    return [
        "### Units, values and names",
        prose(UNITS_READ),
        table(("unit", "also written"), _units()),
        prose(VALUES.format(above_low=code(ABOVE_LOW))),
        prose(
            WITHHELD.format(
                marks=codes(said_values.WITHHELD),
                qualifier=code(Qualifier.SUPPRESSED.value),
                mark=code(SUPPRESSED),
                address=ADDRESS,
            )
        ),
        table(("written", "means"), _shorthand()),
        prose(NAMES.format(endings=codes(ENDINGS))),
    ]


def _units() -> list[list[str]]:
    return [[code(unit.name), codes(unit.spellings)] for unit in UNITS.values()]


def _shorthand() -> list[list[str]]:
    """Each shorthand of letters as it stands in brackets, and each symbol."""
    known = said_values.NO_FIGURE | said_values.SMALL | said_values.BESIDE_NUMBERS
    dashes = ", ".join(map(code, said_values.DASHES))
    rows = [[code(_written(mark)), meaning] for mark, meaning in known.items()]
    return [*rows, [dashes, "nil in some tables, not available in others"]]


def _written(mark: str) -> str:
    return f"[{mark}]" if mark.isalpha() and mark not in ("na", "null", "none") else mark
