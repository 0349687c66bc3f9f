"""Measures that are said in public and not worked out from records."""

from boardtui.core.measures import backlogs
from boardtui.core.measures.backlogs import late
from boardtui.core.measures.measure import Direction, PublishedOnly
from boardtui.core.measures.units import PER_100_000, PER_CENT, PLACEMENTS, VISITS

COMPARATOR = "England and Wales"
"""The force by whose name figures of the whole of England and Wales are kept."""

_PICTURE = "A picture on 31 March, published each year by the Ministry of Justice."
_YEAR = "A count over April to March, published each year by the Ministry of Justice."

visits_missed = PublishedOnly(
    name="visits_missed",
    title="Visits missed",
    definition="Visits that fell due within a month and were not made in it: a flow, and not the "
    "same as overdue visits, which stand on a day.",
    unit=VISITS,
    better=Direction.DOWN,
    period=True,
    speaks_of=("visits missed", "visits not made"),
)

overdue_visits_share = PublishedOnly(
    name="overdue_visits_share",
    title="Overdue visits, as said in per cent",
    definition="A per cent said in public, rounded, of the base that was stated.",
    unit=PER_CENT,
    better=Direction.DOWN,
    speaks_of=late(backlogs.VISITS),
)

risk_share = PublishedOnly(
    name="risk_share",
    title="Risk shares, as said",
    definition="Per cents by risk level said in public, rounded; their base may be ambiguous.",
    unit=PER_CENT,
    dimensions=("risk_level",),
    speaks_of=("risk levels offenders",),
    possible_bases=("overdue_visits", "managed"),
)

registered_growth = PublishedOnly(
    name="registered_growth",
    title="Growth of the register, as said",
    definition="Growth of the number on the register over the stated period.",
    unit=PER_CENT,
    period=True,
    signed=True,
)

mappa_categories = tuple(
    PublishedOnly(
        name=f"mappa_category_{number}",
        title=f"MAPPA category {number}",
        definition=f"People in MAPPA category {number} ({who}). {_PICTURE}",
    )
    for number, who in enumerate(
        (
            "registered sex offenders",
            "violent offenders",
            "other dangerous offenders",
            "terrorism",
        ),
        start=1,
    )
)

population_aged_10_and_over = PublishedOnly(
    name="population_aged_10_and_over",
    title="Population aged 10 and over",
    definition="Residents of the force's area who are 10 or older, by the Office for National "
    "Statistics' estimate for the middle of a year: what rates per 100,000 are of.",
)

mappa_category_1_rate = PublishedOnly(
    name="mappa_category_1_rate",
    title="MAPPA category 1 per 100,000",
    definition=f"MAPPA category 1 per 100,000 people aged 10 and over. {_PICTURE}",
    unit=PER_100_000,
)

mappa_category_1_share = PublishedOnly(
    name="mappa_category_1_share",
    title="MAPPA category 1 of all MAPPA",
    definition=f"MAPPA category 1 as a per cent of all managed under MAPPA. {_PICTURE}",
    unit=PER_CENT,
)

mappa_category_1_growth = PublishedOnly(
    name="mappa_category_1_growth",
    title="Growth of MAPPA category 1",
    definition="Growth of MAPPA category 1 on the year before, from one 31 March to the next.",
    unit=PER_CENT,
    period=True,
    signed=True,
)

mappa_level_2 = PublishedOnly(
    name="mappa_level_2",
    title="MAPPA level 2",
    definition=f"Placements at MAPPA level 2 (active multi-agency). {_YEAR}",
    also_in=(PLACEMENTS,),
    period=True,
)

mappa_level_3 = PublishedOnly(
    name="mappa_level_3",
    title="MAPPA level 3",
    definition=f"People at MAPPA level 3 (senior oversight). {_YEAR}",
    also_in=(PLACEMENTS,),
    period=True,
)

notification_breaches = PublishedOnly(
    name="notification_breaches",
    title="Breaches of notification",
    definition=f"People dealt with for breach of the notification requirements. {_YEAR}",
    better=Direction.DOWN,
    period=True,
    speaks_of=("breaches notification",),
)

removed_from_register = PublishedOnly(
    name="removed_from_register",
    title="Removed from the register",
    definition=f"People who came off lifetime notification on application. {_YEAR}",
    period=True,
)

audited_cases_not_good = PublishedOnly(
    name="audited_cases_not_good",
    title="Audited cases not good",
    definition="Per cent of the cases that inspectors audited and did not find good.",
    unit=PER_CENT,
    better=Direction.DOWN,
    speaks_of=("cases audited",),
)

MEASURES = (
    visits_missed,
    overdue_visits_share,
    risk_share,
    registered_growth,
    *mappa_categories,
    population_aged_10_and_over,
    mappa_category_1_rate,
    mappa_category_1_share,
    mappa_category_1_growth,
    mappa_level_2,
    mappa_level_3,
    notification_breaches,
    removed_from_register,
    audited_cases_not_good,
)
