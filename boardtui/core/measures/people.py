"""Who is on the register, and who of them is managed, and how."""

from boardtui.core.criterion.criterion import both, is_
from boardtui.core.criterion.dimension import OF_CASES
from boardtui.core.measures.measure import CaseCount, Direction, Movement

BY_CASE = tuple(d.name for d in OF_CASES)

registered = CaseCount(
    name="registered",
    title="On the register",
    definition="All cases: everyone on the force's register on the day.",
    dimensions=BY_CASE,
    speaks_of=("number registered offenders", "growth registered offenders"),
)

managed = CaseCount(
    name="managed",
    title="Managed",
    definition="Cases whose status is community.",
    base="registered",
    criterion=is_("status", "community"),
    dimensions=BY_CASE,
)

actively_managed = CaseCount(
    name="actively_managed",
    title="Actively managed",
    definition="Managed cases whose management is active, so that visits are due.",
    base="managed",
    criterion=both(managed.criterion, is_("management", "active")),
    dimensions=BY_CASE,
)

reactively_managed = CaseCount(
    name="reactively_managed",
    title="On reactive management",
    definition="Managed cases whose management is reactive: no home visits are due.",
    base="managed",
    criterion=both(managed.criterion, is_("management", "reactive")),
    dimensions=BY_CASE,
    speaks_of=("reactive management", "reactively managed"),
)

missing_people = CaseCount(
    name="missing_people",
    title="Missing",
    definition="Cases whose status is missing.",
    base="registered",
    better=Direction.DOWN,
    criterion=is_("status", "missing"),
    dimensions=BY_CASE,
    speaks_of=("missing offenders -children", "offenders whereabouts unknown"),
)

risk_mix = CaseCount(
    name="risk_mix",
    title="Risk mix",
    definition="Managed cases at each risk level, as shares of all the managed.",
    base="managed",
    criterion=managed.criterion,
    dimensions=("risk_level",),
    mix=True,
    speaks_of=("risk levels offenders",),
)

joiners = Movement(
    name="joiners",
    title="Joined",
    definition="Cases in this snapshot and not in the previous one.",
    counts="joined",
    period=True,
)

leavers = Movement(
    name="leavers",
    title="Left",
    definition="Cases in the previous snapshot and not in this one.",
    counts="left",
    period=True,
)

net_growth = Movement(
    name="net_growth",
    title="Net growth",
    definition="People on the register now, less those in the previous snapshot.",
    counts="net",
    period=True,
    signed=True,
)

MEASURES = (
    registered,
    managed,
    actively_managed,
    reactively_managed,
    missing_people,
    risk_mix,
    joiners,
    leavers,
    net_growth,
)
