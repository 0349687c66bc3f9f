"""The value of a published figure: a number as it was written, or that it was withheld.

The shorthand of published tables, and what each means, is that of the Government Analysis Function,
with the older symbols that it advises against
(analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/).
"""

from __future__ import annotations

import re

from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.ingest.number_values import Plain
from boardtui.ingest.values import Value, Wrong

WITHHELD = (SUPPRESSED, "c", "*")
"""How published tables write a figure that was withheld."""

NO_FIGURE = {
    "x": "not available",
    "z": "not applicable",
    "u": "that it is of low reliability, and so not given",
    "w": "that none was recorded in the survey",
    "..": "not available",
    "...": "not available",
    "…": "not available",
    ".": "not applicable",
    ":": "not available",
    "n/a": "either not applicable or not available",
    "na": "either not applicable or not available",
    "#n/a": "an error of a spreadsheet: no value is available",
    "null": "that there is no value",
    "none": "that there is no value, or nobody",
}
"""Shorthand in place of a number that was not given: by it, nothing is known of the figure."""

SMALL = {
    "low": "a low figure, but no real zero",
    "~": "a figure that rounds to zero, but is none",
    "0~": "a figure that rounds to zero, but is none",
}

DASHES = ("-", "--", "–", "—", "−")

BESIDE_NUMBERS = {
    "b": "a break in the series",
    "e": "estimated",
    "er": "the earliest revision",
    "f": "a forecast",
    "ns": "not statistically significant",
    "p": "provisional",
    "r": "revised",
    "s": "significant at the 5% level",
    "ss": "significant at the 1% level",
    "sss": "significant at the 0.1% level",
}
"""Shorthand that is said of a number, and stands beside it."""

_MARKED = re.compile(r"(?P<number>.*?)\s*\[(?P<mark>[a-z]+)[0-9]*\]", re.DOTALL)
"""Shorthand in brackets, alone or after a number; its own number tells kinds of it apart."""


class SaidNumber(Plain, frozen=True):
    """A number as it was written, or the mark of one that was withheld."""

    def _one(self, text: str) -> Value | Wrong:
        if text.casefold() in WITHHELD:
            return SUPPRESSED
        meaning = shorthand(text)
        return Wrong(meaning) if meaning else Plain._one(self, text)


def shorthand(text: str) -> str | None:
    """What is expected in place of shorthand, with what that means; None of anything else."""
    plain = text.casefold().strip()
    marked = _MARKED.fullmatch(plain)
    number, mark = (marked["number"], marked["mark"]) if marked else ("", plain)
    said = f"“{text}” means" if not number else f"“[{mark}]” means"
    if mark in BESIDE_NUMBERS:
        return f"a number alone: {said} {BESIDE_NUMBERS[mark]}"
    if mark in SMALL and not number:
        return f"a number: {said} {SMALL[mark]}; say what it is under, with less_than"
    if mark in NO_FIGURE:
        return f"a number: {said} {NO_FIGURE[mark]}; leave the row out"
    if mark in DASHES:
        return (
            f"a number: {said} nil in some tables, not available in others; write 0, or leave the "
            "row out"
        )
    if mark == "c":
        return f"a number, or {SUPPRESSED} alone, which means withheld"
    return None
