"""What happens in Specimenshire, month by month: its numbers, in one place.

Nothing here describes a person, officer, district or visit. The months are quiet but for what is
said below: quiet is chance alone, the same in every month, so that what stands out is what was put
there.
"""

from __future__ import annotations

from datetime import date

SEED = 21
"""One of those whose quiet months look quiet: chance alone flags a month in many a series."""

FIRST, LAST = date(2020, 12, 31), date(2023, 12, 31)
"""The first and the last of the months' ends: 37 of them, of which one is missing."""

MISSING = date(2021, 8, 31)
"""The month of which there is no snapshot. Its visits stand in the next one's file."""

GRACE_DAYS, GRACE_ENDS = 14, date(2022, 3, 31)
"""Up to that day a visit is overdue when it is later than so many days; from then on, at once."""

FEWER_TRIED = date(2023, 5, 1)
"""From this day on, fewer visits are tried: the shift that a chart has to find."""

TRIED, TRIED_LATER = 0.68, 0.4
"""How likely somebody who is due is to be called on in a month, before that day and from it on."""

AT_ONCE, MOVED_AT_ONCE = date(2023, 9, 1), 16
"""The month in which so many were moved to reactive management at once: one point far outside."""

PEOPLE = 330
"""On the register at the beginning."""

RISK = {"very_high": 2.0, "high": 19.0, "medium": 54.0, "low": 25.0}

DAYS_BETWEEN = {"very_high": 30, "high": 91, "medium": 182, "low": 365}
"""About how many days after a visit the next one is due. Each person's own are near to these."""

FOUND_IN = 0.69
"""How likely a visit that is tried is to find somebody in."""

ACTION = 0.24
"""How likely a visit that found somebody in is to lead to action."""

JOINERS = (2, 6)
"""The fewest and the most who join in a month."""

MONTHLY = {
    "leaves": 0.012,
    "custody": 0.004,
    "missing": 0.0012,
    "home_again": 0.12,
    "regraded": 0.006,
    "date_moved": 0.006,
    "overdue_moved": 0.09,
    "overdue_reactive": 0.04,
}
"""How likely each is in a month: of anybody, or of those of whom the name tells."""

REASONS = {"off_register": 45.0, "transferred": 30.0, "died": 12.0, "deported": 8.0, "other": 5.0}

POSTS = {
    "East": (("SP-01", "1"), ("SP-02", "1"), ("SP-03", "0.8")),
    "West": (("SP-04", "1"), ("SP-05", "1")),
    "Fells": (("SP-06", "1"), ("SP-07", "0.5")),
}
"""Units and the posts in them, each with its part of a full-time one."""
