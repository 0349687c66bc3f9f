"""Lists of cases read in pages, on real SQLite files, against sorting and filtering by hand."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from boardtui.core.criterion.criterion import EVERY, All, both, is_
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.history.case import COLUMNS
from boardtui.core.measures import MEASURES, of_kind
from boardtui.core.measures.backlogs import ASSESSMENTS, BACKLOGS, VISITS
from boardtui.core.measures.contact import never_seen
from boardtui.core.measures.measure import Backlog, CaseCount
from boardtui.review.cases.cases import case_list
from boardtui.review.day.every_figure import every_figure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database
from boardtui.store.connection.server import ServerDatabase
from boardtui.store.lists import pages
from boardtui.store.lists.listing import Sort, SortColumn
from tests.registers import Case, Force, Register, write
from tests.store.lists_by_hand import by_hand, listing, paged, stored
from tests.store.strategies import definitions, registers

DAY = date(2024, 1, 17)

sorts = st.builds(Sort, st.sampled_from(get_args(SortColumn)), st.booleans())
backlogs = st.sampled_from(list(BACKLOGS.values()))
criteria = st.sampled_from([EVERY, *(measure.criterion for measure in of_kind(CaseCount))])
overdue = st.sampled_from([backlog.overdue for backlog in BACKLOGS.values()])
indexed = st.sampled_from([Sort("case_ref"), Sort("days_overdue"), Sort("days_overdue", True)])
WORDS = ("p-1", "P-", "NORTH", "east", "om-1", "high", "_", "%", "!", "Community", "-", "nobody")
texts = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages") / "pages.db"


# What must hold of any list


@given(
    register=registers(),
    definition=definitions,
    where=criteria,
    backlog=backlogs,
    sort=sorts,
    text=texts,
)
def test_the_pages_put_together_are_all_rows_filtered_and_sorted(
    path: Path,
    register: Register,
    definition: Definition,
    where: All,
    backlog: Backlog,
    sort: Sort,
    text: str,
) -> None:
    of = listing(register, sort, text, where, backlog, definition)
    expected = by_hand(register, of)
    with stored(path, register) as database:
        assert paged(database, of) == expected
        assert pages.count(database, of) == len(expected)
        assert [case.case_ref for case in pages.stream(database, of)] == expected


@given(
    register=registers(),
    where=criteria | overdue,
    backlog=backlogs,
    sort=sorts | indexed,
    text=st.just("") | texts,
    rows=st.integers(1, 12),
    peek=st.sampled_from([1, 5, 20, pages.PEEK]),
)
def test_the_first_rows_are_those_of_the_whole_order(
    path: Path,
    register: Register,
    where: All,
    backlog: Backlog,
    sort: Sort,
    text: str,
    rows: int,
    peek: int,
) -> None:
    of = listing(register, sort, text, where, backlog)
    with stored(path, register) as database, pytest.MonkeyPatch.context() as patched:
        patched.setattr(pages, "PEEK", peek)
        for span in (pages.EVERYWHERE, pages.span(database, 1)):
            first = pages.head(database, of, span, rows)
            assert [case.case_ref for case in first] == by_hand(register, of)[:rows]


@given(register=registers(), sort=sorts, text=texts)
def test_a_server_gives_the_same_list(
    path: Path, register: Register, sort: Sort, text: str
) -> None:
    of = listing(register, sort, text)
    with stored(path, register), closing(ServerDatabase(f"sqlite:///{path}")) as server:
        assert paged(server, of) == by_hand(register, of)


@given(register=registers(), sort=sorts)
def test_a_case_is_found_at_its_row(path: Path, register: Register, sort: Sort) -> None:
    of = listing(register, sort, where=VISITS.overdue)
    expected = by_hand(register, of)
    with stored(path, register) as database:
        order = pages.order(database, of)
        for case in register.cases:
            row = expected.index(case.case_ref) if case.case_ref in expected else None
            assert pages.place(database, of, order, case.case_ref) == row
        assert pages.place(database, of, order, "nobody") is None


@given(register=registers())
def test_a_case_is_read_with_every_column_as_it_was_written(path: Path, register: Register) -> None:
    with stored(path, register) as database:
        found = pages.stream(database, listing(register, Sort("case_ref")))
        rows = {case.case_ref: case.row for case in found}
    assert rows == {
        case.case_ref: {name: register.row(case)[name] for name in COLUMNS}
        for case in register.cases
    }


countable = st.sampled_from([m.name for m in of_kind(CaseCount) if len(m.dimensions) > 1])


@given(
    register=registers(),
    definition=definitions,
    measure=countable,
    places=st.lists(st.integers(0, 20), min_size=1, max_size=2, unique=True),
)
def test_a_list_is_as_long_as_the_figure_says(
    path: Path, register: Register, definition: Definition, measure: str, places: list[int]
) -> None:
    dimensions = [name for name in DIMENSIONS if name in MEASURES[measure].dimensions]
    by = list(dict.fromkeys(dimensions[place % len(dimensions)] for place in places))
    write(path, Force(registers=(register,)), definition=definition)
    with closing(open_database(str(path))) as database:
        selection = choose(database)
        review = Review(database, selection, definition)
        for compared in every_figure(review, [measure], by):
            figure = compared.figure
            found = case_list(database, selection, measure, figure.slices, definition).listing
            assert pages.count(database, found) == figure.value, figure.slices


# What is easily got wrong

HERE = Register(
    DAY,
    (
        Case("a_1", unit="100%", risk_tool="ARMS", risk_level="very_high"),
        Case("ab1", unit="100", officer_ref="Ö-1", risk_level="high"),
        Case("A!1", unit="!", risk_level="not_assessed"),
    ),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("_1", ["a_1"]),
        ("%", ["a_1"]),
        ("!", ["A!1"]),
        ("a", ["A!1", "a_1", "ab1"]),
        ("100 B1", ["ab1"]),
        ("arms", ["a_1"]),
        ("HIGH", ["a_1", "ab1"]),
        ("very_high", ["a_1"]),
        ("Ö-1", ["ab1"]),
        ("100 arms community", ["a_1"]),
        ("' OR 1=1 --", []),
        ("   ", ["A!1", "a_1", "ab1"]),
    ],
)
def test_words_are_taken_letter_by_letter(path: Path, text: str, found: list[str]) -> None:
    with stored(path, HERE) as database:
        assert paged(database, listing(HERE, Sort("case_ref"), text)) == found


def test_the_cases_of_other_snapshots_are_in_no_list(path: Path) -> None:
    later = Register(date(2024, 2, 29), (Case("a_1"), Case("zz")))
    with stored(path, HERE, later) as database:
        here = listing(HERE, Sort("unit", descending=True))
        there = replace(here, snapshot=2)
        assert paged(database, here) == ["a_1", "ab1", "A!1"]
        assert paged(database, there) == ["a_1", "zz"]
        assert pages.span(database, 1) == (1, 3)
        assert pages.span(database, 2) == (4, 5)
        assert [case.case_ref for case in pages.head(database, there, (4, 5), 9)] == ["a_1", "zz"]
        assert [case.case_ref for case in pages.stream(database, there)] == ["a_1", "zz"]
        north = replace(there, where=both(is_("unit", "100")))
        assert (pages.count(database, there), pages.count(database, north)) == (2, 0)
        assert pages.head(database, north, pages.EVERYWHERE, 9) == []
        assert pages.place(database, there, pages.order(database, there), "ab1") is None


@pytest.mark.parametrize("peek", [1, 3, 5, 8, 100])
def test_first_rows_that_are_far_down_an_index_are_found(
    path: Path, monkeypatch: pytest.MonkeyPatch, peek: int
) -> None:
    monkeypatch.setattr(pages, "PEEK", peek)
    units = ("South", "North", "South", "South", "North", "South", "South", "North")
    cases = tuple(
        Case(f"c{number}", unit=unit, visit_due=DAY - timedelta(days=90 - number))
        for number, unit in enumerate(units)
    )
    register = Register(DAY, cases)
    north = both(VISITS.overdue, is_("unit", "North"))
    with stored(path, register) as database:
        for sort in (Sort("case_ref"), Sort("days_overdue", descending=True)):
            of = listing(register, sort, where=north)
            first = pages.head(database, of, pages.EVERYWHERE, 3)
            assert [case.case_ref for case in first] == ["c1", "c4", "c7"]


@pytest.mark.parametrize("peek", [1, 2, 3, 4, 100])
def test_a_look_into_an_index_that_finds_too_few_is_not_taken_for_all(
    path: Path, monkeypatch: pytest.MonkeyPatch, peek: int
) -> None:
    monkeypatch.setattr(pages, "PEEK", peek)
    cases = tuple(
        Case(f"c{number}", last_visit=None if number in (1, 3, 4) else DAY) for number in range(6)
    )
    register = Register(DAY, cases)
    never = listing(register, Sort("case_ref"), where=never_seen.criterion)
    with stored(path, register) as database:
        for rows, expected in ((2, ["c1", "c3"]), (3, ["c1", "c3", "c4"]), (9, ["c1", "c3", "c4"])):
            first = pages.head(database, never, pages.EVERYWHERE, rows)
            assert [case.case_ref for case in first] == expected


def test_an_empty_snapshot_has_an_empty_list(path: Path) -> None:
    with stored(path, Register(DAY)) as database:
        of = listing(Register(DAY), Sort("case_ref"))
        assert pages.span(database, 1) == (0, 0)
        assert (paged(database, of), pages.count(database, of)) == ([], 0)
        assert pages.page(database, []) == {}


def test_assessments_are_overdue_by_their_own_date(path: Path) -> None:
    late, later = date(2024, 1, 10), date(2024, 1, 1)
    cases = (
        Case("a", assessment_due=late, visit_due=later),
        Case("b", assessment_due=later),
        Case("c", assessment_due=DAY),
        Case("d", assessment_due=later, status="custody"),
    )
    register = Register(DAY, cases)
    with stored(path, register) as database:
        of = listing(register, Sort("days_overdue", descending=True), backlog=ASSESSMENTS)
        assert paged(database, of) == ["b", "a", "c", "d"]
