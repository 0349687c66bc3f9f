"""Who has been seen, and the visits tried month by month: an attempt is not a visit."""

from boardtui.core.criterion import Recorded, blank, both, is_
from boardtui.core.measure import CaseCount, Direction, LongestSince, VisitCount
from boardtui.core.measures.people import BY_CASE, actively_managed

TRIED = ("visits attempted", "visits attempts", "visits tried", "visits unsuccessful")
"""What inspectors say of visits at which nobody may have been in."""

not_seen_longest_days = LongestSince(
    name="not_seen_longest_days",
    title="Longest not seen",
    definition="The most days since a last visit, among the actively managed that have one.",
    unit="days",
    better=Direction.DOWN,
    criterion=both(actively_managed.criterion, Recorded("last_visit")),
    column="last_visit",
    none="none seen",
    dimensions=BY_CASE,
    speaks_of=("offenders not seen", "offenders not visited"),
)

never_seen = CaseCount(
    name="never_seen",
    title="Never seen",
    definition="Actively managed, with no last visit recorded.",
    base="actively_managed",
    better=Direction.DOWN,
    criterion=both(actively_managed.criterion, blank("last_visit")),
    dimensions=BY_CASE,
    speaks_of=("offenders never seen", "offenders never visited"),
)

visits_attempted = VisitCount(
    name="visits_attempted",
    title="Visits tried",
    definition="Visits tried in a calendar month, whatever came of them.",
    unit="visits",
    period=True,
    speaks_of=TRIED,
)

visits_seen = VisitCount(
    name="visits_seen",
    title="Visits where someone was in",
    definition="Visits of a calendar month with the outcome seen.",
    unit="visits",
    base="visits_attempted",
    better=Direction.UP,
    criterion=is_("outcome", "seen"),
    period=True,
    speaks_of=TRIED,
)

visits_action = VisitCount(
    name="visits_action",
    title="Visits that led to police action",
    definition="Visits of a calendar month with the outcome seen that police action followed.",
    unit="visits",
    base="visits_seen",
    criterion=both(is_("outcome", "seen"), is_("action", "yes")),
    period=True,
)

MEASURES = (not_seen_longest_days, never_seen, visits_attempted, visits_seen, visits_action)
