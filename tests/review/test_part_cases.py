"""The cases behind the parts of a flow, on real SQLite files: as many as the flow counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.criterion.dimension import RISK_LEVEL, Slice
from boardtui.core.flow.parts import CAME, Part, listed
from boardtui.core.flow.slices import CLOSING
from boardtui.core.history.paired import PairedCase, what_changed
from boardtui.core.measures.backlogs import ASSESSMENTS, BACKLOGS, VISITS
from boardtui.review import NotThereError
from boardtui.review.cases.cases import CaseList
from boardtui.review.cases.part_asked import Side, Which, names
from boardtui.review.cases.part_cases import part_list
from boardtui.review.day.selection import choose
from boardtui.store.connection.database import Database
from boardtui.store.flow.flows import flow_between
from boardtui.store.flow.slices import flow_by
from boardtui.store.held.snapshots import snapshots
from boardtui.store.lists import pages
from boardtui.store.lists.listing import Sort
from tests.registers import Case, Leaver, Register
from tests.store.expected_flow import Telling
from tests.store.lists_by_hand import paged
from tests.store.strategies import definitions
from tests.store.test_flow_from_records import backlogs, opened, some_histories

DAYS = (date(2023, 10, 31), date(2024, 1, 17))
LATE, LATER = date(2023, 6, 1), date(2024, 9, 1)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("parts") / "parts.db"


def the_list(
    database: Database,
    which: Which,
    backlog: str = "visits",
    definition: Definition = STANDARD,
    slices: tuple[Slice, ...] = (),
    counted: Side | None = None,
) -> CaseList:
    then, *_, now = snapshots(database)
    return part_list(
        *(database, then, now, choose(database), BACKLOGS[backlog], which),
        *(slices, definition, counted),
    )


@given(history=some_histories, name=backlogs, definition=definitions)
def test_every_list_has_the_people_that_the_flow_counts(
    path: Path, history: tuple[Register, ...], name: str, definition: Definition
) -> None:
    backlog = BACKLOGS[name]
    told = Telling(history, name, definition.grace_days)
    then, now = ({case.case_ref: case for case in each.cases} for each in (history[0], history[-1]))
    by_part = {ref: told.part(ref, then.get(ref), now.get(ref)) for ref in then | now}
    with opened(path, history) as (database, keys):
        flow = flow_between(database, keys[0], keys[-1], backlog, definition)
        counts = {
            "opening": flow.opening,
            "closing": flow.closing,
            "cleared_without": flow.cleared_without,
            "dates_moved": flow.dates_moved,
            "overdue_by_dates_then": flow.overdue_by_dates_then,
            "overdue_by_dates_now": flow.overdue_by_dates_now,
            **{part.value: people for part, people in flow.parts.items()},
        }
        for called, which in names(backlog).items():
            cases = the_list(database, which, name, definition)
            assert pages.count(database, cases.listing) == counts[called]
            refs = paged(database, cases.listing)
            assert len(refs) == counts[called]
            assert [case.case_ref for case in pages.stream(database, cases.listing)] == refs
            if not isinstance(which, str):
                parts = {part.value for part in which}
                assert set(refs) == {ref for ref, part in by_part.items() if part in parts}


@given(
    history=some_histories,
    name=backlogs,
    definition=definitions,
    level=st.sampled_from(RISK_LEVEL.slices),
)
def test_a_slice_has_the_people_that_the_flow_counts_in_it(
    path: Path, history: tuple[Register, ...], name: str, definition: Definition, level: str
) -> None:
    backlog, slices = BACKLOGS[name], (Slice("risk_level", level),)
    with opened(path, history) as (database, keys):
        flow = flow_by(database, keys[0], keys[-1], backlog, definition, RISK_LEVEL)
        for part in listed(backlog):
            sides: list[tuple[Side, int | None]] = []
            if part not in CAME:
                sides.append(("then", flow.opening[level][part]))
            if part in CLOSING:
                sides.append(("now", flow.closing[level][part]))
            for side, people in sides:
                cases = the_list(database, (part,), name, definition, slices, side)
                assert pages.count(database, cases.listing) == people


THEN = Register(
    DAYS[0],
    (
        Case("kept", unit="North", visit_due=LATE),
        Case("moved", "high", unit="North", visit_due=LATE),
        Case("gone", visit_due=date(2023, 10, 1)),
        Case("lost", visit_due=date(2023, 10, 11)),
    ),
)
NOW = Register(
    DAYS[1],
    (
        Case("kept", unit="North", visit_due=LATE),
        Case("moved", unit="South", visit_due=LATER),
        Case("new", visit_due=LATE),
    ),
    leavers=(Leaver("gone", date(2023, 11, 4), "off_register"),),
)


def told(path: Path, which: Which) -> dict[str, str]:
    with opened(path, (THEN, NOW)) as (database, _):
        cases = the_list(database, which)
        found = pages.head(database, cases.listing, pages.EVERYWHERE, 10)
        return {case.case_ref: what_changed(case, cases.backlog) for case in found}


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        (Part.STILL_OVERDUE, {"kept": "nothing changed"}),
        (Part.JOINED_OVERDUE, {"new": "not in the earlier file"}),
        (
            Part.REGRADED,
            {"moved": "due 1 Jun 2023 → 1 Sep 2024 · risk high → medium · unit North → South"},
        ),
        (
            Part.LEFT,
            {
                "gone": "left 4 Nov 2023, off register",
                "lost": "not in the later file; no leaver's row",
            },
        ),
    ],
)
def test_each_case_says_what_changed(path: Path, part: Part, changed: dict[str, str]) -> None:
    assert told(path, (part,)) == changed


def test_a_removed_date_is_told_as_not_recorded(path: Path) -> None:
    now = Register(NOW.as_at, (Case("moved", "high", unit="North"),))
    with opened(path, (THEN, now)) as (database, _):
        cases = the_list(database, (Part.DATE_MOVED,))
        (case,) = pages.stream(database, cases.listing)
    assert isinstance(case, PairedCase)
    assert what_changed(case, VISITS) == "due 1 Jun 2023 → not recorded"
    assert what_changed(case, ASSESSMENTS) == "nothing that bears on it changed"


def test_days_overdue_of_who_left_are_those_of_the_earlier_day(path: Path) -> None:
    with opened(path, (THEN, NOW)) as (database, _):
        cases = the_list(database, (Part.LEFT,))
        found = list(pages.stream(database, cases.listing))
    assert [(c.case_ref, cases.days_overdue(c)) for c in found] == [("gone", 30), ("lost", 20)]
    assert cases.day == DAYS[0]


def test_a_list_of_a_part_can_be_sorted_filtered_and_gone_through(path: Path) -> None:
    with opened(path, (THEN, NOW)) as (database, _):
        listing = the_list(database, names(VISITS)["opening"]).listing
        by_case = replace(listing, sort=Sort("case_ref"))
        assert paged(database, by_case, 1) == ["gone", "kept", "lost", "moved"]
        found = pages.head(database, by_case, pages.EVERYWHERE, 2)
        assert [case.case_ref for case in found] == ["gone", "kept"]
        north = replace(by_case, text="north")
        assert paged(database, north) == ["kept", "moved"]
        order = pages.order(database, by_case)
        assert pages.place(database, by_case, order, "lost") == 2
        assert pages.place(database, by_case, order, "new") is None


@pytest.mark.parametrize(
    "which",
    [(Part.LEFT, Part.NEWLY_OVERDUE), (Part.ASSESSED,), (), (Part.VISITED, Part.NEWLY_OVERDUE)],
)
def test_what_is_of_no_one_side_is_refused(path: Path, which: Which) -> None:
    with opened(path, (THEN, NOW)) as (database, _), pytest.raises(NotThereError):
        the_list(database, which)
