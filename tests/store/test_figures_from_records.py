"""Figures computed from records, on real SQLite files, against a naive count."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount
from boardtui.store.connection.opening import open_database
from boardtui.store.counting.compute import computed_figures
from boardtui.store.counting.making import Maker
from boardtui.store.counting.movement import movement_figures
from boardtui.store.counting.records import StoredRecords
from boardtui.store.held.snapshots import snapshots
from tests.registers import Case, Force, Register, write
from tests.store.expected_figures import Answer, Counting, Key
from tests.store.strategies import REFS, definitions, registers


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("records") / "records.db"


def counted(path: Path, force: Force, definition: Definition) -> list[Figure]:
    """The figures of a force's newest snapshot, from the file."""
    write(path, force, counted=False)
    with closing(open_database(str(path))) as database:
        *earlier, now = snapshots(database)
        previous = earlier[-1] if earlier else None
        return list(computed_figures(database, now, previous, definition))


def keyed(figures: list[Figure], register: Register) -> dict[Key, Answer]:
    """Figures as the naive count gives them; a day is given only with a period."""
    found = {}
    for figure in figures:
        (only,) = figure.slices or (None,)
        key = Key(
            figure.measure,
            only.dimension if only else None,
            only.value if only else None,
            figure.period_start,
            figure.as_at if figure.period_start else None,
        )
        assert key not in found
        assert figure.as_at == register.as_at or figure.period_start
        found[key] = Answer(figure.value, figure.unknown, figure.partial)
    return found


@given(register=registers(), definition=definitions)
def test_every_figure_is_what_a_naive_count_gives(
    path: Path, register: Register, definition: Definition
) -> None:
    figures = counted(path, Force(registers=(register,)), definition)
    expected = Counting(register, None, definition.grace_days, definition.band_ends).figures()
    found = keyed(figures, register)
    assert found.keys() == expected.keys()
    for key, answer in expected.items():
        assert found[key].value == pytest.approx(answer.value), key
        assert found[key][1:] == answer[1:], key


everybody = st.sets(st.sampled_from(REFS), min_size=1).map(
    lambda refs: tuple(map(Case, sorted(refs)))
)


@given(before=everybody, after=everybody)
def test_joiners_and_leavers_are_told_against_the_snapshot_before(
    path: Path, before: tuple[Case, ...], after: tuple[Case, ...]
) -> None:
    history = Register(date(2023, 10, 31), before), Register(date(2024, 1, 17), after)
    write(path, Force(registers=history), counted=False)
    with closing(open_database(str(path))) as database:
        then, now = snapshots(database)
        records = StoredRecords(database, now, STANDARD)
        figures = list(movement_figures(records, then, Maker(now, STANDARD)))
    assert keyed(figures, history[1]) == Counting(history[1], history[0]).movement()


@given(register=registers(), definition=definitions)
def test_slices_add_up_to_the_whole(path: Path, register: Register, definition: Definition) -> None:
    figures = counted(path, Force(registers=(register,)), definition)
    totals: dict[tuple[str, str | None], float] = {}
    for figure in figures:
        if isinstance(MEASURES[figure.measure], CaseCount):
            key = figure.measure, figure.slices[0].dimension if figure.slices else None
            totals[key] = totals.get(key, 0) + (figure.value or 0)
    for name, measure in MEASURES.items():
        if isinstance(measure, CaseCount):
            for dimension in measure.dimensions:
                assert totals.get((name, dimension), 0) == totals[name, None], (name, dimension)


def test_a_figure_from_records_is_exact_and_says_where_it_is_from(path: Path) -> None:
    register = Register(date(2024, 1, 17), (Case("a", visit_due=date(2023, 12, 1)), Case("b")))
    for figure in counted(path, Force(registers=(register,)), STANDARD):
        assert figure.low == figure.high == figure.value
        assert (figure.value is None) == (figure.unknown is not None)
        assert figure.origin is Origin.RECORDS
        assert figure.synthetic
        assert figure.definition
        assert figure.source is None
