"""The sections of the comparison, declared: which measures stand in each, and by what.

A section belongs to cards of the board: the first of their numbers stands before its title.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.core.measures.measure import Backlog, VisitCount
from boardtui.panels.cards.standing import standing
from boardtui.panels.panel import Board


class Section(Struct, frozen=True):
    """Which measures stand in a section, and by which dimensions, in order.

    `backlog` is set where it is one's: its number, base, risk and age then stand large.
    """

    title: str
    cards: tuple[str, ...]
    measures: tuple[str, ...] = ()
    by: tuple[tuple[str, str], ...] = ()
    backlog: Backlog | None = None

    @property
    def names(self) -> set[str]:
        """The measures of the section."""
        return {*self.measures, *(name for name, _ in self.by)}

    @property
    def monthly(self) -> tuple[str, ...]:
        """The measures that are counted by month, which stand in one table."""
        return tuple(name for name in self.measures if isinstance(MEASURES[name], VisitCount))


def _of_backlog(backlog: Backlog, cards: tuple[str, ...], more: tuple[str, ...]) -> Section:
    name = backlog.overdue_name
    ages = ("oldest_months", "oldest_days", "median_days", "p90_days")
    return Section(
        MEASURES[name].title,
        cards,
        (
            name,
            backlog.high_risk_name,
            *(f"{name}_{age}" for age in ages),
            f"{backlog.name}_not_dated",
            *more,
        ),
        ((name, "risk_level"), (name, "age_band"), (name, "unit")),
        backlog,
    )


_DECLARED = {
    "overdue_visits": _of_backlog(
        VISITS,
        ("overdue_visits", "overdue_visits_share", "overdue_visits_slice"),
        ("never_seen", "not_seen_over_year", "not_seen_longest_days", "overdue_visits_share"),
    ),
    "risk_mix": Section(
        "Risk mix",
        ("risk_mix",),
        by=(("risk_mix", "risk_level"), ("risk_share", "risk_level")),
    ),
    "overdue_assessments": _of_backlog(ASSESSMENTS, ("overdue_assessments",), ()),
    "changed": Section("What changed", ("changed",)),
    "visits": Section(
        "Visits tried",
        ("visits",),
        ("visits_attempted", "visits_seen", "visits_action", "visits_not_in", "visits_missed"),
    ),
    "caseloads": Section(
        "Caseloads",
        ("caseloads",),
        (
            "caseload_max",
            "caseload_median",
            "caseload_per_fte",
            "caseload_per_fte_max",
            "unallocated",
        ),
        (("caseload", "officer"),),
    ),
    "register": Section(
        "The register",
        ("register",),
        (
            "registered",
            "managed",
            "actively_managed",
            "reactively_managed",
            "missing_people",
            "joiners",
            "leavers",
            "net_growth",
            "registered_growth",
            "removed_from_register",
        ),
    ),
    "mappa": Section(
        "MAPPA, and what else there is",
        (
            *("mappa_category_1", "mappa_rate", "mappa_categories", "mappa_levels"),
            *("also", "earlier"),
        ),
        (
            "mappa_category_1",
            "mappa_category_1_rate",
            "mappa_category_1_share",
            "mappa_category_1_growth",
            "mappa_category_2",
            "mappa_category_3",
            "mappa_category_4",
            "mappa_level_2",
            "mappa_level_3",
            "notification_breaches",
            "audited_cases_not_good",
        ),
    ),
}


def _with_the_rest(declared: dict[str, Section]) -> dict[str, Section]:
    """The sections, the last of which holds whatever measures no other has."""
    held = {name for section in declared.values() for name in section.names}
    *_, last = declared
    rest = tuple(name for name in MEASURES if name not in held)
    return declared | {last: replace(declared[last], measures=declared[last].measures + rest)}


SECTIONS: Mapping[str, Section] = _with_the_rest(_DECLARED)
"""The sections in order; between them they hold every measure."""


def section_of(card: str | None) -> str | None:
    """The section that a card of the board belongs to."""
    return next((name for name, section in SECTIONS.items() if card in section.cards), None)


def numbers_of(board: Board) -> dict[str | None, str]:
    """The number of the first card of each section that a board has one of."""
    there = reversed(standing(board))
    return {section_of(each.of.name): str(each.number) for each in there}
