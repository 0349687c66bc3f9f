"""One meaning of a criterion: of one record, in SQL, and over columns in memory."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.criterion.criterion import (
    All,
    AnyOf,
    Criterion,
    InBand,
    Later,
    Not,
    OneOf,
    Overdue,
    Recorded,
    holds,
)
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, RISK_LEVELS, Dimension
from boardtui.core.measures import of_kind
from boardtui.core.measures.contact import not_seen_longest_days
from boardtui.core.measures.measure import CaseCount, Lateness
from boardtui.core.measures.people import registered
from boardtui.store.connection.database import Value
from boardtui.store.connection.opening import open_database
from boardtui.store.counting.column_reading import read_columns
from boardtui.store.counting.counted_cases import CountedCases
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.counting.tabulate import Key, Tally
from tests.registers import Case, Force, Register, write
from tests.store.strategies import definitions, registers

dates = st.sampled_from(["visit_due", "assessment_due", "last_seen"])
texts = st.sampled_from(["unit", "officer_ref", "mappa_level"])

simple = st.one_of(
    st.builds(
        OneOf,
        st.just("risk_level"),
        st.lists(st.sampled_from(RISK_LEVELS), min_size=1, unique=True).map(tuple),
    ),
    st.builds(
        OneOf, texts, st.lists(st.sampled_from(["North", "OM-1", "2"]), min_size=1).map(tuple)
    ),
    st.builds(Recorded, dates | texts),
    st.builds(Overdue, dates),
    st.builds(InBand, dates, st.sampled_from([1, 31, 91]), st.sampled_from([None, 91, 365])),
    st.builds(Later, dates, dates),
)
criteria: st.SearchStrategy[Criterion] = st.recursive(
    simple,
    lambda part: st.one_of(
        st.builds(Not, part),
        st.builds(All, st.lists(part, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(part, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)
declared = st.sampled_from([measure.criterion for measure in of_kind(CaseCount)])


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("criteria") / "criteria.db"


@given(register=registers(), definition=definitions, criterion=criteria | declared)
def test_sql_and_columns_select_just_the_cases_for_which_it_holds(
    path: Path, register: Register, definition: Definition, criterion: Criterion
) -> None:
    day = register.as_at
    expected = [
        c.case_ref for c in register.cases if holds(criterion, register.row(c), day, definition)
    ]
    write(path, Force(registers=(register,)), counted=False)
    parameters = Parameters()
    where = condition(criterion, day, definition, parameters)
    with closing(open_database(str(path))) as database:
        rows = database.rows(f"SELECT case_ref FROM cases WHERE {where} ORDER BY id", parameters)
        flags = read_columns(database, 1, day, definition).flags(criterion)
    assert [ref for (ref,) in rows] == expected
    assert int(flags.sum()) == len(expected)


def test_a_value_keeps_its_name_and_values_of_other_kinds_have_their_own() -> None:
    parameters = Parameters()
    values: list[Value] = [1, 1.0, "1", None, date(2024, 1, 17), "2024-01-17", "", 0]
    names = [parameters.name(value) for value in values]
    assert len(set(names)) == len(values)
    assert [parameters.name(value) for value in values] == names
    assert [parameters[name.removeprefix(":")] for name in names] == values


# Somebody due on every day for more than a year, and somebody without a date.
DAY = date(2024, 1, 17)
DUE_EACH_DAY = (
    Case("none"),
    *(
        Case(f"P-{back}", visit_due=DAY - timedelta(days=back), last_visit=DAY - timedelta(days=60))
        for back in range(-2, 370)
    ),
)


@pytest.mark.parametrize(
    ("criterion", "grace", "expected"),
    [
        (Overdue("visit_due"), 0, range(1, 370)),
        (Overdue("visit_due"), 7, range(8, 370)),
        (InBand("visit_due", 1, 30), 0, range(1, 31)),
        (InBand("visit_due", 31, 90), 0, range(31, 91)),
        (InBand("visit_due", 366, None), 0, range(366, 370)),
        (Later("visit_due", "last_seen"), 0, range(-2, 60)),
        (Later("visit_due", "assessment_due"), 0, range(0)),
        (Later("last_seen", "visit_due"), 0, range(61, 370)),
        (Recorded("visit_due"), 0, range(-2, 370)),
    ],
)
def test_a_criterion_holds_from_its_first_day_to_its_last(
    path: Path, criterion: Criterion, grace: int, expected: range
) -> None:
    write(path, Force(registers=(Register(DAY, DUE_EACH_DAY),)), counted=False)
    definition, parameters = Definition(grace), Parameters()
    where = condition(criterion, DAY, definition, parameters)
    refs = [f"P-{back}" for back in expected]
    assert [c.case_ref for c in DUE_EACH_DAY if holds(criterion, c.row, DAY, definition)] == refs
    with closing(open_database(str(path))) as database:
        rows = database.rows(f"SELECT case_ref FROM cases WHERE {where} ORDER BY id", parameters)
        flags = read_columns(database, 1, DAY, definition).flags(criterion)
    assert [ref for (ref,) in rows] == refs
    assert int(flags.sum()) == len(refs)


some_dimensions = st.lists(
    st.sampled_from(list(DIMENSIONS.values())), max_size=3, unique_by=lambda each: each.name
)


@given(register=registers(), definition=definitions, dimensions=some_dimensions)
def test_memory_and_database_tabulate_alike(
    path: Path, register: Register, definition: Definition, dimensions: list[Dimension]
) -> None:
    late = of_kind(Lateness)[0]
    counted = [
        measure
        for measure in of_kind(CaseCount)
        if AGE_BAND not in dimensions or measure.due == late.due
    ]
    dated = [] if AGE_BAND in dimensions else [not_seen_longest_days]
    write(path, Force(registers=(register,)), counted=False)
    with closing(open_database(str(path))) as database:
        memory = read_columns(database, 1, register.as_at, definition)
        queried = CountedCases(database, 1, register.as_at, definition)
        assert some(memory.tallies(counted, dated, dimensions, late.due)) == some(
            queried.tallies(counted, dated, dimensions, late.due)
        )
        of_memory = memory.dues(late.criterion, late.due, dimensions)
        assert of_memory == queried.dues(late.criterion, late.due, dimensions)


def some(table: dict[Key, Tally]) -> dict[Key, Tally]:
    """The cells with a case: others may be absent."""
    return {key: tally for key, tally in table.items() if any(tally.counts) or any(tally.earliest)}


def test_narrowed_cases_count_their_own(path: Path) -> None:
    cases = (Case("a", unit="North"), Case("b", unit="North"), Case("c"), Case("d", unit="South"))
    write(path, Force(registers=(Register(date(2024, 1, 17), cases),)), counted=False)
    with closing(open_database(str(path))) as database:
        everybody = CountedCases(database, 1, date(2024, 1, 17), Definition())
        north = everybody.narrowed(OneOf("unit", ("North",)))
        assert north.tallies([registered], [], [])[()].counts == (2,)
        assert everybody.tallies([registered], [], [])[()].counts == (4,)


def test_a_snapshot_counts_no_other_snapshots_cases(path: Path) -> None:
    days = (date(2023, 3, 31), date(2024, 1, 17))
    here, there = (Register(day, (Case("a"),)) for day in days)
    write(path, Force(registers=(here, there)), Force("Sampleshire", (here,)), counted=False)
    with closing(open_database(str(path))) as database:
        for snapshot in (1, 2, 3):
            selected = CountedCases(database, snapshot, days[0], Definition())
            assert selected.tallies([registered], [], [])[()].counts == (1,)
