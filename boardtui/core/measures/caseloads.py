"""How many people each officer manages."""

from boardtui.core.criterion.criterion import blank, both
from boardtui.core.measures.measure import CaseCount, Direction, OverOfficers, PerPost
from boardtui.core.measures.people import BY_CASE, managed
from boardtui.core.measures.units import PER_POST

LOADS = (
    "ratio managers offenders",
    "ratio officers offenders",
    "caseloads",
    "workloads",
    "too many offenders",
)
"""What inspectors say of how many people one officer manages."""

caseload = CaseCount(
    name="caseload",
    title="Caseload",
    definition="Managed cases of each officer.",
    base="managed",
    better=Direction.DOWN,
    criterion=managed.criterion,
    dimensions=("officer",),
    mix=True,
    speaks_of=LOADS,
)

caseload_max = OverOfficers(
    name="caseload_max",
    title="Largest caseload",
    definition="The most managed cases of one officer.",
    better=Direction.DOWN,
    statistic="max",
    speaks_of=LOADS,
)

caseload_median = OverOfficers(
    name="caseload_median",
    title="Median caseload",
    definition="The median of managed cases, over officers with at least one.",
    better=Direction.DOWN,
    statistic="median",
    speaks_of=LOADS,
)

caseload_per_fte_max = OverOfficers(
    name="caseload_per_fte_max",
    title="Largest caseload per full-time post",
    definition="The largest of managed cases ÷ full-time equivalent, over officers whose full-time "
    "equivalent is known.",
    unit=PER_POST,
    better=Direction.DOWN,
    statistic="per_fte_max",
    speaks_of=LOADS,
)

caseload_per_fte = PerPost(
    name="caseload_per_fte",
    title="People per full-time post",
    definition="Managed cases ÷ full-time equivalent, over officers with at least one case whose "
    "full-time equivalent is known; by officer, each one's own.",
    unit=PER_POST,
    better=Direction.DOWN,
    dimensions=("officer",),
)

unallocated = CaseCount(
    name="unallocated",
    title="Without an officer",
    definition="Managed cases with no officer recorded.",
    base="managed",
    better=Direction.DOWN,
    criterion=both(managed.criterion, blank("officer_ref")),
    dimensions=BY_CASE,
    speaks_of=("offenders unallocated", "offenders not allocated", "offenders without manager"),
)

MEASURES = (
    caseload,
    caseload_max,
    caseload_median,
    caseload_per_fte_max,
    caseload_per_fte,
    unallocated,
)
