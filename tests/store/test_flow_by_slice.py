"""The flow by slices on real SQLite files: what opens and closes it, slice by slice."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.criterion.dimension import AGE_BAND, OF_CASES, RISK_LEVEL, UNIT, Dimension
from boardtui.core.flow.parts import CAME, Part
from boardtui.core.flow.slices import CLOSING
from boardtui.core.measures.backlogs import BACKLOGS, VISITS
from boardtui.store.flow.flows import flow_between, flows_between
from boardtui.store.flow.slices import flow_by
from tests.registers import Case, Register
from tests.store.expected_flow import Telling
from tests.store.strategies import definitions
from tests.store.test_flow_from_records import backlogs, opened, some_histories

dimensions = st.sampled_from(OF_CASES)
DAYS = (date(2023, 10, 31), date(2024, 1, 17))
LATE = date(2023, 6, 1)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("slices") / "slices.db"


def overdue_by(told: Telling, register: Register, dimension: Dimension) -> Counter[str | None]:
    """The overdue of each slice, by a plain count."""
    assert dimension.column is not None
    late = (case for case in register.cases if told.overdue(case, register.as_at))
    return Counter(case.row[dimension.column] for case in late)


@given(history=some_histories, name=backlogs, definition=definitions, dimension=dimensions)
def test_each_slice_opens_with_its_overdue_then_and_closes_with_its_overdue_now(
    path: Path,
    history: tuple[Register, ...],
    name: str,
    definition: Definition,
    dimension: Dimension,
) -> None:
    with opened(path, history) as (database, keys):
        flow = flow_by(database, keys[0], keys[-1], BACKLOGS[name], definition, dimension)
    told = Telling(history, name, definition.grace_days)
    opening = {each: people or 0 for each, people in flow.overdue_then.items()}
    closing = {each: people or 0 for each, people in flow.overdue_now.items()}
    assert Counter(opening) == overdue_by(told, history[0], dimension)
    assert Counter(closing) == overdue_by(told, history[-1], dimension)


@given(history=some_histories, name=backlogs, definition=definitions, dimension=dimensions)
def test_over_all_slices_the_parts_add_up_to_the_flow(
    path: Path,
    history: tuple[Register, ...],
    name: str,
    definition: Definition,
    dimension: Dimension,
) -> None:
    with opened(path, history) as (database, keys):
        flow = flow_by(database, keys[0], keys[-1], BACKLOGS[name], definition, dimension)
        whole = flow_between(database, keys[0], keys[-1], BACKLOGS[name], definition)
    opening, closing = Counter[Part](), Counter[Part]()
    for parts in flow.opening.values():
        opening.update({part: people or 0 for part, people in parts.items()})
    for parts in flow.closing.values():
        closing.update({part: people or 0 for part, people in parts.items()})
    # Of no slice at all, where nobody is on the register, no part can be told apart.
    assert +opening == +Counter({p: n for p, n in whole.parts.items() if p not in CAME})
    assert +closing == +Counter({p: n for p, n in whole.parts.items() if p in CLOSING})


def test_who_moved_to_another_slice_is_counted_where_they_were_and_where_they_are(
    path: Path,
) -> None:
    then = Register(DAYS[0], (Case("a", "high", unit="North", visit_due=LATE),))
    now = Register(DAYS[1], (Case("a", "low", visit_due=LATE),))
    with opened(path, (then, now)) as (database, (first, last)):
        flow = flow_by(database, first, last, VISITS, STANDARD, UNIT)
        assert flow.overdue_then == {"North": 1, None: 0}
        assert flow.overdue_now == {"North": None, None: 1}, "there is no such unit now"
        assert flow.closing[None][Part.STILL_OVERDUE] == 1
        risks = flow_by(database, first, last, VISITS, STANDARD, RISK_LEVEL)
        assert list(risks.opening) == list(risks.closing) == list(RISK_LEVEL.slices)


def test_it_cannot_be_told_apart_by_what_no_case_has(path: Path) -> None:
    history = (Register(DAYS[0]), Register(DAYS[1]))
    with (
        opened(path, history) as (database, (first, last)),
        pytest.raises(ValueError, match="age_band"),
    ):
        flow_by(database, first, last, VISITS, STANDARD, AGE_BAND)


@given(history=some_histories, definition=definitions)
def test_both_backlogs_at_once_are_each_by_itself(
    path: Path, history: tuple[Register, ...], definition: Definition
) -> None:
    with opened(path, history) as (database, keys):
        alone = {
            name: flow_between(database, keys[0], keys[-1], backlog, definition)
            for name, backlog in BACKLOGS.items()
        }
        assert flows_between(database, keys[0], keys[-1], definition) == alone


def test_progress_ends_with_all_rows_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardtui.store.flow.pair_counts.STEP", 2)
    late = tuple(Case(ref, visit_due=LATE) for ref in "abcde")
    told: list[tuple[int, int]] = []
    history = (Register(DAYS[0], late), Register(DAYS[1], late[1:]))
    with opened(path, history) as (database, (first, last)):
        flow = flow_between(
            database, first, last, VISITS, STANDARD, lambda done, total: told.append((done, total))
        )
    assert (flow.parts[Part.LEFT], flow.parts[Part.STILL_OVERDUE]) == (1, 4)
    # Several connections read at once, and each tells of its own rows when it has some.
    assert (told[0], told[-1]) == ((0, 9), (9, 9))
    assert told == sorted(told)
    assert len(told) > 3
