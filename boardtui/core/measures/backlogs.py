"""The two backlogs: overdue visits and overdue risk assessments, each as size, risk and age."""

from boardtui.core.criterion.criterion import blank, both, is_
from boardtui.core.measures.measure import (
    Backlog,
    CaseCount,
    Direction,
    Lateness,
    Measure,
    Statistic,
)
from boardtui.core.measures.people import BY_CASE, actively_managed, managed
from boardtui.core.measures.units import DAYS, MONTHS

BY_BACKLOG = ("risk_level", "age_band", *BY_CASE[1:])

HIGH_RISK = is_("risk_level", "high", "very_high")

VISITS = Backlog(
    name="visits",
    one="visit",
    due="visit_due",
    last="last_visit",
    seen="seen",
    done_part="visited",
    base=actively_managed,
    high_risk_name="overdue_high_risk",
    left_out=("reactively_managed", "missing_people"),
    by_visits=True,
)

ASSESSMENTS = Backlog(
    name="assessments",
    one="assessment",
    due="assessment_due",
    last="last_assessment",
    seen="assessed",
    done_part="assessed",
    base=managed,
    high_risk_name="overdue_assessments_high_risk",
    left_out=("missing_people",),
    also_called=("risk assessments offenders",),
)

BACKLOGS = {backlog.name: backlog for backlog in (VISITS, ASSESSMENTS)}

_LATENESS = {
    Statistic.OLDEST_DAYS: ("oldest, in days", DAYS, "The most days from the due date"),
    Statistic.OLDEST_MONTHS: (
        "oldest, in months",
        MONTHS,
        "Complete months from the oldest due date",
    ),
    Statistic.MEDIAN_DAYS: ("median days", DAYS, "The median of days from the due date"),
    Statistic.P90_DAYS: (
        "90th percentile of days",
        DAYS,
        "The 90th percentile (by linear interpolation) of days from the due date",
    ),
}


LATE = ("overdue", "late", "backlog", "delay", "outstanding", "time taken", "not on time")
"""What inspectors say of visits or assessments that are behind."""

HOW_LATE = {
    Statistic.OLDEST_MONTHS: ("oldest", "longest overdue", "most overdue", "time taken"),
    Statistic.MEDIAN_DAYS: ("time taken", "average overdue"),
}


def late(backlog: Backlog) -> tuple[str, ...]:
    """The phrases of a finding that speak of a backlog."""
    return (*(f"{backlog.name} {words}" for words in LATE), *backlog.also_called)


def declared(backlog: Backlog) -> tuple[Measure, ...]:
    """Every measure of one backlog."""
    name, one = backlog.overdue_name, backlog.one
    who = backlog.base.title
    overdue = CaseCount(
        name=name,
        title=f"Overdue {backlog.name}",
        definition=f"{who}, with {backlog.a_one} due before the snapshot's day, beyond any days of "
        "grace. Due today is not overdue.",
        # Each person is owed one visit and one assessment at a time.
        also_in=(backlog.name,),
        base=backlog.base.name,
        better=Direction.DOWN,
        criterion=backlog.overdue,
        due=backlog.due,
        dimensions=BY_BACKLOG,
        speaks_of=late(backlog),
    )
    high_risk = CaseCount(
        name=backlog.high_risk_name,
        title=f"Overdue {backlog.name} at high or very high risk",
        definition=f"The overdue {backlog.name} of people at high or very high risk.",
        also_in=(backlog.name,),
        base=name,
        better=Direction.DOWN,
        criterion=both(backlog.overdue, HIGH_RISK),
        due=backlog.due,
        dimensions=BY_BACKLOG,
        speaks_of=tuple(f"high risk {backlog.name} {words}" for words in LATE),
    )
    not_dated = CaseCount(
        name=f"{backlog.name}_not_dated",
        title=f"No {one} date",
        definition=f"{who}, with no {one} due date recorded. Never counted as up to date.",
        also_in=(backlog.name,),
        base=backlog.base.name,
        better=Direction.DOWN,
        criterion=both(backlog.base.criterion, blank(backlog.due)),
        dimensions=BY_CASE,
        speaks_of=(f"{backlog.name} not recorded", f"{backlog.name} no date"),
    )
    lateness = tuple(
        Lateness(
            name=f"{name}_{statistic.value}",
            title=f"Overdue {backlog.name}, {title}",
            definition=f"{words} to the snapshot's day, among the overdue {backlog.name}.",
            unit=unit,
            better=Direction.DOWN,
            criterion=backlog.overdue,
            due=backlog.due,
            statistic=statistic,
            dimensions=BY_CASE,
            speaks_of=tuple(f"{backlog.name} {words}" for words in HOW_LATE.get(statistic, ())),
        )
        for statistic, (title, unit, words) in _LATENESS.items()
    )
    return (overdue, high_risk, not_dated, *lateness)


MEASURES = tuple(measure for backlog in BACKLOGS.values() for measure in declared(backlog))
