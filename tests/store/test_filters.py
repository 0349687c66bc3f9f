"""A filter selects the same people however it is asked: figure, list, count, and plain SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.criterion.criterion import both
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import Slice, Slices
from boardtui.core.measures import of_kind
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.measures.measure import CaseCount
from boardtui.core.measures.slicing import behind
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from boardtui.store.counting.cross import narrowed_figures
from boardtui.store.held.snapshots import SnapshotKey, snapshots
from boardtui.store.lists import pages
from boardtui.store.lists.listing import Listing, Sort
from tests.registers import Force, Register, write
from tests.store.strategies import definitions, filters, registers

MANAGED = "status = 'community'"
ACTIVE = f"{MANAGED} AND management = 'active'"
HIGH = "risk_level IN ('high', 'very_high')"
DAYS = "julianday(:day) - julianday({})"
LATE_VISIT = f"{ACTIVE} AND {DAYS.format('visit_due')} > :grace"
LATE_ASSESSMENT = f"{MANAGED} AND {DAYS.format('assessment_due')} > :grace"

COUNTED = {
    "registered": "1 = 1",
    "managed": MANAGED,
    "risk_mix": MANAGED,
    "caseload": MANAGED,
    "actively_managed": ACTIVE,
    "reactively_managed": f"{MANAGED} AND management = 'reactive'",
    "missing_people": "status = 'missing'",
    "overdue_visits": LATE_VISIT,
    "overdue_high_risk": f"{LATE_VISIT} AND {HIGH}",
    "visits_not_dated": f"{ACTIVE} AND visit_due IS NULL",
    "overdue_assessments": LATE_ASSESSMENT,
    "overdue_assessments_high_risk": f"{LATE_ASSESSMENT} AND {HIGH}",
    "assessments_not_dated": f"{MANAGED} AND assessment_due IS NULL",
    "never_seen": f"{ACTIVE} AND last_seen IS NULL",
    "not_seen_over_year": f"{ACTIVE} AND {DAYS.format('last_seen')} > 365",
    "unallocated": f"{MANAGED} AND officer_ref IS NULL",
}
"""The people of each measure, written out by hand."""

SEARCHED = ("case_ref", "unit", "officer_ref", "risk_tool", "risk_level", "status")
WORDS = ("p-1", "P-2", "NORTH", "east", "om-1", "high", "_", "%", "!", "Community", "nobody")

measures = st.sampled_from(of_kind(CaseCount))
texts = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("filters") / "filters.db"


def plainly(
    path: Path, register: Register, definition: Definition, measure: str, slices: Slices, text: str
) -> int:
    """The count by one statement of SQL, with nothing of the product's."""
    due = "assessment_due" if "assessments" in measure else "visit_due"
    conditions = [COUNTED[measure]]
    values: dict[str, object] = {
        "day": register.as_at.isoformat(),
        "grace": definition.grace_days,
    }
    for number, one in enumerate(slices):
        column = "officer_ref" if one.dimension == "officer" else one.dimension
        values[f"s{number}"] = one.value
        if one.dimension == "age_band" and one.value is not None:
            conditions.append(in_days(one.value, due))
        else:
            conditions.append(f"{column} IS :s{number}")
    for number, word in enumerate(text.split()):
        values[f"w{number}"] = word
        found = (f"instr(lower({column}), lower(:w{number})) > 0" for column in SEARCHED)
        conditions.append(f"({' OR '.join(found)})")
    with closing(sqlite3.connect(path)) as connection:
        sql = f"SELECT COUNT(*) FROM cases WHERE {' AND '.join(conditions)}"
        (count,) = connection.execute(sql, values).fetchone()
    return int(count)


def in_days(label: str, due: str) -> str:
    days = DAYS.format(due)
    if label.startswith("over "):
        return f"{days} > {label.removeprefix('over ')}"
    low, high = label.split("-")
    return f"{days} BETWEEN {low} AND {high}"


def figures(
    database: Database,
    snapshot: SnapshotKey,
    measure: CaseCount,
    within: Slices,
    by: Sequence[str],
    definition: Definition,
) -> Iterator[tuple[Slices, float]]:
    for figure in narrowed_figures(database, snapshot, [measure.name], within, by, definition):
        assert figure.value is not None
        yield figure.slices, figure.value


def test_every_count_of_cases_is_written_out_by_hand() -> None:
    assert COUNTED.keys() == {measure.name for measure in of_kind(CaseCount)}


@given(register=registers(), definition=definitions, measure=measures, text=texts, data=st.data())
def test_figure_list_and_count_of_a_filter_are_one_number(
    path: Path,
    register: Register,
    definition: Definition,
    measure: CaseCount,
    text: str,
    data: st.DataObject,
) -> None:
    slices = data.draw(filters(measure, register, definition))
    write(path, Force(registers=(register,)), definition=definition)
    with closing(open_database(str(path))) as database:
        (snapshot,) = snapshots(database)
        where = both(behind(measure, slices, definition))
        whole = Listing(1, register.as_at, definition, where, VISITS, Sort("case_ref"))
        found = Listing(1, register.as_at, definition, where, VISITS, Sort("unit"), text)
        ((_, value),) = figures(database, snapshot, measure, slices, (), definition)
        assert value == plainly(path, register, definition, measure.name, slices, "")
        assert value == pages.count(database, whole)
        assert value == len(list(pages.stream(database, whole)))
        expected = plainly(path, register, definition, measure.name, slices, text)
        assert pages.count(database, found) == expected
        assert len(list(pages.stream(database, found))) == expected


@given(register=registers(), definition=definitions, measure=measures, data=st.data())
def test_the_slices_of_a_dimension_within_others_add_up_to_the_total(
    path: Path,
    register: Register,
    definition: Definition,
    measure: CaseCount,
    data: st.DataObject,
) -> None:
    within = data.draw(filters(measure, register, definition))
    write(path, Force(registers=(register,)), definition=definition)
    with closing(open_database(str(path))) as database:
        (snapshot,) = snapshots(database)
        ((_, total),) = figures(database, snapshot, measure, within, (), definition)
        for name in measure.dimensions:
            if name in {one.dimension for one in within}:
                continue
            parts = dict(figures(database, snapshot, measure, within, (name,), definition))
            assert sum(parts.values()) == total, name


@given(
    register=registers(),
    definition=definitions,
    measure=measures.filter(lambda each: each.due is not None),
)
def test_an_open_ended_band_is_all_the_bands_from_there_on(
    path: Path, register: Register, definition: Definition, measure: CaseCount
) -> None:
    write(path, Force(registers=(register,)), definition=definition)
    with closing(open_database(str(path))) as database:
        (snapshot,) = snapshots(database)
        bands = {
            slices[0].value: value
            for slices, value in figures(database, snapshot, measure, (), ("age_band",), definition)
        }
        for tail in definition.tails:
            within = (Slice("age_band", tail.label),)
            ((_, value),) = figures(database, snapshot, measure, within, (), definition)
            later = (band.label for band in definition.bands if band.low >= tail.low)
            assert value == sum(bands[label] for label in later)
