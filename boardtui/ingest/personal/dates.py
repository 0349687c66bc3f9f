"""Dates of birth, by the years in which somebody on a register can have been born."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

REMEMBERED = 1 << 16
"""Texts of which it is known whether they have one: of a force's snapshots most come again."""

FIRST_YEAR = 1900
YOUNGEST = 10
"""Years: the age of criminal responsibility in England and Wales
(gov.uk/age-of-criminal-responsibility). A day since then is the day of something else."""

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_SIGN = r"\s?[-/. ]\s?"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_FORMS = (
    rf"(?P<y1>[0-9]{{4}}){_SIGN}{_MONTH}{_SIGN}{_DAY}",
    rf"{_DAY}{_SIGN}{_MONTH}{_SIGN}(?P<y2>[0-9]{{4}}|[0-9]{{2}})",
    rf"{_DAY}(?:st|nd|rd|th)?[-/., ]*(?:{_MONTHS})[a-z]*[-/., ]*(?P<y3>[0-9]{{4}}|[0-9]{{2}})",
    rf"(?:{_MONTHS})[a-z]*[ .]*{_DAY}(?:st|nd|rd|th)?,? +(?P<y4>[0-9]{{4}})",
)
_DATE = re.compile(rf"(?<![\w/.-])(?:{'|'.join(_FORMS)})(?![\w/-])", re.IGNORECASE)
_RUN = re.compile(r"(?P<y1>[0-9]{4})(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_RUN_BRITISH = re.compile(r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?P<y1>[0-9]{4})")
_SAID = re.compile(
    r"\b(?:d\.? ?o\.? ?b\b|born\b|birth\b)[^0-9]{0,12}[0-9]{1,4}[-/. ]", re.IGNORECASE
)

_YEAR = re.compile(r"[12][0-9]{3}")

LEAST = 10
"""Distinct dates from which a column is judged by most of them."""

SHAPES = re.compile(r"9{1,4}.{1,4}9{1,2}.{1,4}9{2,4}|9{8}|[Aa]{3}.*9{4}|9{1,2}.{0,4}[Aa]{3}")
SAID_SHAPES = re.compile(r"[Aa]\.?[Aa]\.?[Aa].*9")


@lru_cache(REMEMBERED)
def is_birth(text: str, latest: int) -> bool:
    """Whether a text has a date on which somebody can have been born, in `latest` at the latest."""
    if tells_birth(text, latest):
        return True
    if len(text) == 8 and text.isdigit():
        runs = (_RUN.fullmatch(text), _RUN_BRITISH.fullmatch(text))
        return any(run is not None and _may_be(run["y1"], latest) for run in runs)
    return any(
        _may_be(next(filter(None, found.groups())), latest) for found in _DATE.finditer(text)
    )


def tells_birth(text: str, latest: int) -> bool:
    """Whether a text says of a date that it is somebody's of birth."""
    return _SAID.search(text) is not None


def are_births(texts: Sequence[str], earliest: int) -> bool:
    """Whether most of a column's distinct dates are before the `earliest` year of a register."""
    years = [year for year in map(_first_year, texts) if year is not None]
    return len(years) >= LEAST and sum(year < earliest for year in years) * 2 > len(years)


@lru_cache(REMEMBERED)
def _first_year(text: str) -> int | None:
    """The first year that stands in a text."""
    found = _YEAR.search(text)
    return None if found is None else int(found[0])


def _may_be(written: str, latest: int) -> bool:
    if len(written) == 2:
        century = latest // 100
        years = [100 * century + int(written), 100 * (century - 1) + int(written)]
        # Of two digits both centuries can be meant: only what nobody can be older than counts.
        return any(latest - 90 < year <= latest for year in years)
    return FIRST_YEAR <= int(written) <= latest
