"""Columns of dates that can only have the month first, as in the United States.

Of such a column some dates are no days when read as British ones, and are faults; but the others
are days, and the wrong ones: 02/03/2023 would be stored as 2 March. So the whole column is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.ingest.day_values import BRITISH

MONTHS = 12


def month_first(texts: Sequence[str]) -> int | None:
    """The place of a date that has the month first, where no date has the day first for certain."""
    found = None
    # Most columns are written otherwise, which one look at all of it settles.
    if "/" not in "".join(texts):
        return None
    for place, text in enumerate(texts):
        if match := BRITISH.fullmatch(text):
            first, second = int(match[1]), int(match[2])
            if first > MONTHS >= second > 0:
                return None
            if second > MONTHS >= first > 0 and found is None:
                found = place
    return found
