"""Who has been seen, and the visits tried month by month: an attempt is not a visit."""

from boardtui.core.criterion.criterion import InBand, Recorded, blank, both, is_
from boardtui.core.measures.given import LAST_SEEN
from boardtui.core.measures.measure import CaseCount, Direction, LongestSince, VisitCount
from boardtui.core.measures.people import BY_CASE, actively_managed
from boardtui.core.measures.units import DAYS, VISITS

TRIED = ("visits attempted", "visits attempts", "visits tried", "visits unsuccessful")
"""What inspectors say of visits at which nobody may have been in."""

not_seen_longest_days = LongestSince(
    name="not_seen_longest_days",
    title="Longest not seen",
    definition="The most days since somebody was last seen, among the actively managed who have "
    "been seen.",
    unit=DAYS,
    better=Direction.DOWN,
    criterion=both(actively_managed.criterion, Recorded(LAST_SEEN)),
    column=LAST_SEEN,
    none="none seen",
    dimensions=BY_CASE,
    speaks_of=("offenders not seen", "offenders not visited"),
)

never_seen = CaseCount(
    name="never_seen",
    title="Never seen",
    definition="Actively managed, with no last visit recorded, and no visit seen by the visits "
    "file.",
    base="actively_managed",
    better=Direction.DOWN,
    criterion=both(actively_managed.criterion, blank(LAST_SEEN)),
    dimensions=BY_CASE,
    speaks_of=("offenders never seen", "offenders never visited"),
)

not_seen_over_year = CaseCount(
    name="not_seen_over_year",
    title="Not seen for over a year",
    definition="Actively managed, last seen more than 365 days before the snapshot's day. Those "
    "who were never seen are not among them.",
    base="actively_managed",
    better=Direction.DOWN,
    criterion=both(actively_managed.criterion, InBand(LAST_SEEN, 366, None)),
    dimensions=BY_CASE,
    speaks_of=("offenders not seen year", "offenders not visited year"),
)

visits_attempted = VisitCount(
    name="visits_attempted",
    title="Visits tried",
    definition="Visits tried in a calendar month, whatever came of them.",
    unit=VISITS,
    period=True,
    speaks_of=TRIED,
)

visits_seen = VisitCount(
    name="visits_seen",
    title="Visits where someone was in",
    definition="Visits of a calendar month with the outcome seen.",
    unit=VISITS,
    base="visits_attempted",
    better=Direction.UP,
    criterion=is_("outcome", "seen"),
    period=True,
    speaks_of=TRIED,
)

visits_not_in = VisitCount(
    name="visits_not_in",
    title="Visits where nobody was in",
    definition="Visits of a calendar month with the outcome not in.",
    unit=VISITS,
    base="visits_attempted",
    better=Direction.DOWN,
    criterion=is_("outcome", "not_in"),
    period=True,
    speaks_of=TRIED,
)

visits_action = VisitCount(
    name="visits_action",
    title="Visits that led to police action",
    definition="Visits of a calendar month with the outcome seen that police action followed.",
    unit=VISITS,
    base="visits_seen",
    criterion=both(is_("outcome", "seen"), is_("action", "yes")),
    period=True,
)

MEASURES = (
    not_seen_longest_days,
    not_seen_over_year,
    never_seen,
    visits_attempted,
    visits_seen,
    visits_not_in,
    visits_action,
)
