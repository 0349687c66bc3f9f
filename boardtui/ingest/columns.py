"""The columns of each kind of file, declared: their name, their kind of value, and their use."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from boardtui.core.criterion.dimension import (
    DIMENSIONS,
    MAPPA_CATEGORY,
    MAPPA_LEVEL,
    RISK_LEVELS,
    STATUSES,
)
from boardtui.core.figure.hedge import Qualifier
from boardtui.ingest.day_values import Day
from boardtui.ingest.number_values import PartOfPost, Plain, Whole
from boardtui.ingest.said_values import SaidNumber
from boardtui.ingest.values import TEXT, Kind, Listed, Text


class Texts(Enum):
    """What the texts of a column are, which says what personal data may be in them unseen."""

    LISTED = "one of a list, a date or a number: there is no room for anything else"
    REFERENCES = "references, each of one person"
    NAMES = "names of units and tools"
    PROSE = "what was published, and by whom: people speak in it by their names"
    LINK = "where it was published"


class Field(Struct, frozen=True):
    """One column of a kind of file.

    `texts` is what stands in it. `required` is whether the column must be there, and filled in in
    every row unless it `may_be_blank` where another column says why. `default` stands for a blank;
    `key` is set where no two rows may hold the same value.
    """

    name: str
    kind: Kind
    texts: Texts = Texts.LISTED
    required: bool = False
    may_be_blank: bool = False
    default: str | None = None
    key: bool = False


LONG_TEXT = Text(2000)
"""A finding or an address may be longer than a reference or a unit's name."""
YES_NO = Listed(("yes", "no"))
PAST = Day(past=True)

CASES = (
    Field("case_ref", TEXT, Texts.REFERENCES, required=True, key=True),
    Field("risk_level", Listed(RISK_LEVELS), required=True),
    Field("status", Listed(STATUSES), required=True),
    Field("management", Listed(("active", "reactive")), default="active"),
    Field("unit", TEXT, Texts.NAMES),
    Field("officer_ref", TEXT, Texts.REFERENCES),
    Field("mappa_category", Listed(MAPPA_CATEGORY.slices)),
    Field("mappa_level", Listed(MAPPA_LEVEL.slices)),
    Field("visit_due", Day()),
    Field("last_visit", PAST),
    Field("assessment_due", Day()),
    Field("last_assessment", PAST),
    Field("registered_on", PAST),
    Field("risk_tool", TEXT, Texts.NAMES),
)

VISITS = (
    Field("case_ref", TEXT, Texts.REFERENCES, required=True),
    Field("visited_on", PAST, required=True),
    Field("outcome", Listed(("seen", "not_in", "refused", "other")), required=True),
    Field("announced", YES_NO),
    Field("officers", Whole()),
    Field("action", YES_NO),
)

OFFICERS = (
    Field("officer_ref", TEXT, Texts.REFERENCES, required=True, key=True),
    Field("unit", TEXT, Texts.NAMES),
    Field("fte", PartOfPost(), required=True),
)

LEAVERS = (
    Field("case_ref", TEXT, Texts.REFERENCES, required=True, key=True),
    Field("left_on", PAST, required=True),
    Field("reason", Listed(("off_register", "died", "transferred", "deported", "other"))),
)

FIGURES = (
    Field("force", TEXT, required=True),
    Field("measure", TEXT, required=True),
    Field("by", Listed(tuple(DIMENSIONS))),
    Field("slice", TEXT, Texts.NAMES),
    Field("value", SaidNumber(), required=True, may_be_blank=True),
    Field("qualifier", Listed(tuple(Qualifier)), default=Qualifier.EXACT.value),
    Field("low", Plain()),
    Field("high", Plain()),
    Field("unit", TEXT, required=True),
    Field("base", LONG_TEXT, Texts.PROSE),
    Field("as_at", Day(), required=True),
    Field("as_at_stated", TEXT, Texts.PROSE),
    Field("period_start", Day()),
    Field("said_by", TEXT, Texts.PROSE, required=True),
    Field("publisher", TEXT, Texts.PROSE),
    Field("address", LONG_TEXT, Texts.LINK),
)

INSPECTIONS = (
    Field("force", TEXT, required=True),
    Field("body", TEXT, Texts.PROSE, required=True),
    Field("programme", TEXT, Texts.PROSE),
    Field("published_on", Day()),
    Field("inspected_on", Day()),
    Field("grade", TEXT, Texts.PROSE),
    Field("finding", LONG_TEXT, Texts.PROSE),
    Field("response_due", Day()),
)

FIELDS: dict[str, tuple[Field, ...]] = {
    "cases": CASES,
    "visits": VISITS,
    "officers": OFFICERS,
    "leavers": LEAVERS,
    "figures": FIGURES,
    "inspections": INSPECTIONS,
}
"""The columns of each kind of file, in the order of the contract."""
