"""The panels of the page of comparison, under the numbers of the board's own."""

from __future__ import annotations

from dataclasses import replace

from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.compare.chance import keyed
from boardtui.panels.compare.section import Section
from boardtui.panels.flow.story import by_dates_then, headline, missing, told
from boardtui.panels.panel import Board, ConclusionKey, Panel
from boardtui.panels.text import Line, Role, Span, chunk, parts, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

_DECLARED = {
    "overdue_visits": Section(
        (
            "overdue_visits",
            "overdue_high_risk",
            "overdue_visits_oldest_months",
            "overdue_visits_oldest_days",
            "overdue_visits_median_days",
            "overdue_visits_p90_days",
            "visits_not_dated",
            "never_seen",
            "not_seen_longest_days",
            "overdue_visits_share",
        ),
        (("overdue_visits", "risk_level"), ("overdue_visits", "age_band")),
    ),
    "risk_mix": Section((), (("risk_mix", "risk_level"), ("risk_share", "risk_level"))),
    "overdue_assessments": Section(
        (
            "overdue_assessments",
            "overdue_assessments_high_risk",
            "overdue_assessments_oldest_months",
            "overdue_assessments_oldest_days",
            "overdue_assessments_median_days",
            "overdue_assessments_p90_days",
            "assessments_not_dated",
        ),
        (("overdue_assessments", "risk_level"), ("overdue_assessments", "age_band")),
    ),
    "visits": Section(
        ("visits_attempted", "visits_seen", "visits_action", "visits_missed"),
    ),
    "caseloads": Section(
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
        )
    ),
    "mappa": Section(
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
        )
    ),
}


def _with_the_rest(declared: dict[str, Section]) -> dict[str, Section]:
    """The sections, the last of which holds whatever measures no other has."""
    held = {name for section in declared.values() for name in section.names}
    *_, last = declared
    rest = tuple(name for name in MEASURES if name not in held)
    return declared | {last: replace(declared[last], measures=declared[last].measures + rest)}


SECTIONS = _with_the_rest(_DECLARED)
"""The sections, by the names of the board's panels; between them they hold every measure."""


def story_lines(board: Board, width: int) -> list[Line]:
    """What became of each backlog: the headline, and the dates that the headline hides."""
    lines: list[list[Line]] = []
    for name in BACKLOGS:
        flow = board.flows.get(name)
        if flow is None:
            continue
        found = wrapped([chunk(Span(headline(flow), Role.NUMBER))], width)
        for text in (*told(flow), missing(flow), *by_dates_then(flow)):
            if text:
                found += wrapped([chunk(text)], width, indent=2)
        lines.append(found)
    if not lines:
        note = board.start.note or board.working or "being worked out…"
        return wrapped([chunk(quiet(note))], width)
    notes = [row for note in board.start.notes for row in wrapped([chunk(quiet(note))], width)]
    return parts(notes, *lines, wrapped([chunk(quiet("f shows the flow, part by part."))], width))


_TITLES = {
    "overdue_visits": "Overdue visits",
    "risk_mix": "Risk mix",
    "overdue_assessments": "Overdue assessments",
    "visits": "Visits tried",
    "caseloads": "Caseloads",
    "register": "The register",
    "mappa": "MAPPA, and what else there is",
}


def to_conclude(review: Review) -> dict[ConclusionKey, ComparedFigure]:
    """All differences of the page of which it is said what may be concluded."""
    figures = (one for section in SECTIONS.values() for one in section.differences(review))
    return keyed(review, figures)


def _panel(number: int, name: str) -> Panel:
    title = _TITLES[name]
    return Panel(number, name, lambda board: title, SECTIONS[name].lines)


COMPARED = (
    Panel(0, "changed", lambda board: "In short", story_lines, "nothing"),
    *(_panel(number, name) for number, name in enumerate(SECTIONS, start=1)),
)
