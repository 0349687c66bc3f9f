"""Another definition than the figures were stored under: said, and restated in memory."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.flow.parts import Part
from boardtui.core.measures.backlogs import VISITS
from boardtui.review import NotThereError
from boardtui.review.day.every_figure import every_figure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.review.flow.flows import flow, flow_of
from boardtui.review.flow.start import flow_start
from boardtui.store.connection.opening import open_database
from boardtui.store.held.snapshots import snapshots
from tests.registers import Case, Force, Inspected, Register, Said, write
from tests.review.conftest import Holding

THEN, DAY = date(2023, 3, 31), date(2024, 1, 17)
WEEK = Definition(grace_days=7, band_ends=(28,))


def cases(day: date) -> tuple[Case, ...]:
    """Five days late, eight days late, and in time."""
    return tuple(
        Case(f"P-{days}", visit_due=day - timedelta(days=days), officer_ref="OM-1")
        for days in (5, 8, -3)
    )


HELD = Force(registers=(Register(THEN, cases(THEN)), Register(DAY, cases(DAY))))


def state(review: Review) -> tuple[bool, float | None, float | None]:
    """Whether it is stale, and the overdue visits now and then."""
    (found,) = review.figures("overdue_visits")
    assert found.comparison.then is not None
    return review.stale, found.figure.value, found.comparison.then.value


def test_figures_under_the_definition_asked_for_are_not_stale(holding: Holding) -> None:
    database = holding(HELD)
    assert not Review(database, choose(database), STANDARD).stale


def test_figures_under_another_definition_are_stale_until_restated(holding: Holding) -> None:
    database = holding(HELD)
    review = Review(database, choose(database), WEEK)
    assert state(review) == (True, 2, 2)
    review.restate()
    assert state(review) == (False, 1, 1)


def test_restated_figures_are_those_of_a_database_made_so(tmp_path: Path) -> None:
    found = []
    for name, definition in (("standard.db", STANDARD), ("week.db", WEEK)):
        path = write(tmp_path / name, HELD, definition=definition)
        with closing(open_database(str(path))) as database:
            review = Review(database, choose(database), WEEK)
            review.restate()
            found.append([(each.figure, each.comparison.then) for each in every_figure(review)])
    assert found[0] == found[1]
    labels = {f.slices[0].value for f, _ in found[0] if f.slices and "age" in f.slices[0].dimension}
    assert labels == {"1-28", "over 28"}


def test_restating_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path / "held.db", HELD)
    before = path.read_bytes()
    with closing(open_database(str(path))) as database:
        review = Review(database, choose(database), WEEK)
        review.restate()
        assert list(every_figure(review))
        then, now = snapshots(database)
        flow_of(database, then, now, VISITS, WEEK)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["held.db"]


def test_a_flow_under_another_definition_is_worked_out_again(holding: Holding) -> None:
    database = holding(HELD)
    then, now = snapshots(database)
    assert flow_of(database, then, now, VISITS, STANDARD).opening == 2
    restated = flow_of(database, then, now, VISITS, WEEK)
    assert (restated.opening, restated.closing) == (1, 1)
    # Five days late then is in grace, and so not overdue on either day by that date.
    assert restated.parts[Part.STILL_OVERDUE] == 1


@pytest.mark.parametrize(
    ("force", "against", "start", "noted"),
    [
        (HELD, THEN, THEN, False),
        (HELD, "none", THEN, True),
        (
            Force(
                registers=HELD.registers,
                said=(Said("overdue_visits", 9, date(2022, 5, 1)),),
                inspections=(Inspected(date(2022, 5, 1)),),
            ),
            "inspection",
            THEN,
            True,
        ),
        (Force(registers=HELD.registers[1:]), None, None, True),
    ],
)
def test_the_flow_starts_from_the_baseline_s_day_or_says_what_instead(
    holding: Holding, force: Force, against: str | date | None, start: date | None, noted: bool
) -> None:
    database = holding(force)
    found = flow_start(database, choose(database, against=against))
    assert (found.snapshot and found.snapshot.as_at) == start
    assert (found.note is not None) == noted


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2023, 4, 1), DAY, "no snapshot as at 1 Apr 2023"),
        (DAY, THEN, "17 Jan 2024 is not before 31 Mar 2023"),
        (DAY, DAY, "is not before"),
    ],
)
def test_a_flow_needs_two_snapshots_in_order(
    holding: Holding, start: date, end: date, words: str
) -> None:
    database = holding(HELD)
    force = snapshots(database)[0].force
    with pytest.raises(NotThereError, match=words):
        flow(database, force, start, end, VISITS, STANDARD)
