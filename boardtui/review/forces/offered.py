"""The measures that forces are put side by side by on a screen; a command line takes any."""

from __future__ import annotations

from boardtui.review.day.review import Review

OFFERED = (
    "overdue_visits",
    "overdue_high_risk",
    "overdue_assessments",
    "never_seen",
    "not_seen_over_year",
    "unallocated",
    "visits_seen",
    "reactively_managed",
    "mappa_category_1_rate",
)


def measure_of_card(review: Review, card: str | None) -> str:
    """The measure that is compared first: that of a card, or the first that is known of the day."""
    if card in OFFERED:
        return card
    known = (name for name in OFFERED if any(f.figure.given for f in review.figures(name)))
    return next(known, OFFERED[0])
