"""Restating figures under the definition that they were stored under changes nothing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.review.day.shelf import Computed
from boardtui.store.connection.opening import open_database
from boardtui.store.held.snapshots import snapshots
from tests.registers import Force, Register, write
from tests.store.strategies import definitions, histories


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("restating") / "same.db"


def every_figure(computed: Computed) -> set[tuple[object, ...]]:
    """All that a snapshot's figures say, the wholes and by each dimension."""
    found: set[tuple[object, ...]] = set()
    for dimension in (None, *DIMENSIONS):
        for measure in MEASURES:
            found.update(map(said, computed.by(dimension, measure).every_figure()))
    return found


def said(figure: Figure) -> tuple[object, ...]:
    return (
        *(figure.measure, figure.slices, figure.value, figure.low, figure.high, figure.unit),
        *(figure.as_at, figure.period_start, figure.partial, figure.unknown, figure.definition),
    )


@given(history=histories(2), definition=definitions)
def test_the_same_definition_gives_the_same_figures(
    path: Path, history: tuple[Register, ...], definition: Definition
) -> None:
    write(path, Force(registers=history), definition=definition)
    with closing(open_database(str(path))) as database:
        for snapshot in snapshots(database):
            stored = every_figure(Computed(database, snapshot, definition))
            again = Computed(database, snapshot, definition)
            again.restate()
            assert every_figure(again) == stored
