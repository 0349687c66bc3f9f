"""Visits of each calendar month: which months are whole, and what counts."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.figure.figure import Figure
from boardtui.store.connection.opening import open_database
from boardtui.store.counting.making import Maker
from boardtui.store.counting.records import StoredRecords
from boardtui.store.counting.visits import visit_figures
from boardtui.store.held.snapshots import snapshots
from tests.registers import Case, Force, Register, Visit, write


def months(path: Path, as_at: str, visits: tuple[Visit, ...] | None) -> list[Figure]:
    """The visits tried, month by month."""
    register = Register(date.fromisoformat(as_at), visits=visits)
    write(path, Force(registers=(register,)), counted=False)
    with closing(open_database(str(path))) as database:
        (snapshot,) = snapshots(database)
        records = StoredRecords(database, snapshot, STANDARD)
        return list(visit_figures(records, Maker(snapshot, STANDARD)))


def on(*days: str) -> tuple[Visit, ...]:
    return tuple(Visit("a", date.fromisoformat(day)) for day in days)


@pytest.mark.parametrize(
    ("as_at", "first", "partial"),
    [
        # The first month is whole only where the first visit is on its 1st.
        ("2024-01-17", "2023-11-02", ["from 2 Nov 2023", None, "up to 17 Jan 2024"]),
        ("2024-01-17", "2023-11-01", [None, None, "up to 17 Jan 2024"]),
        # On its last day the snapshot's month is whole.
        ("2024-01-31", "2023-12-01", [None, None]),
        ("2024-01-30", "2023-12-01", [None, "up to 30 Jan 2024"]),
        ("2024-01-17", "2024-01-05", ["from 5 Jan 2024 up to 17 Jan 2024"]),
    ],
)
def test_months_that_are_not_whole_say_so(
    tmp_path: Path, as_at: str, first: str, partial: list[str | None]
) -> None:
    figures = months(tmp_path / "a.db", as_at, on(first, as_at))
    tried = [figure for figure in figures if figure.measure == "visits_attempted"]
    assert [figure.partial for figure in tried] == partial


def test_a_month_without_a_visit_is_a_zero_and_not_left_out(tmp_path: Path) -> None:
    figures = months(tmp_path / "a.db", "2024-01-17", on("2023-11-01", "2024-01-02"))
    tried = [figure for figure in figures if figure.measure == "visits_attempted"]
    assert [figure.value for figure in tried] == [1, 0, 1]
    assert [(figure.period_start, figure.as_at) for figure in tried] == [
        (date(2023, 11, 1), date(2023, 11, 30)),
        (date(2023, 12, 1), date(2023, 12, 31)),
        (date(2024, 1, 1), date(2024, 1, 17)),
    ]


def test_months_after_the_files_last_visit_are_not_in_it_and_no_zero(tmp_path: Path) -> None:
    figures = months(tmp_path / "a.db", "2024-01-17", on("2023-09-01", "2023-11-14"))
    told = [
        (figure.as_at.month, figure.value, figure.unknown)
        for figure in figures
        if figure.measure == "visits_not_in"
    ]
    later = "not in the visits file"
    assert told == [(9, 0, None), (10, 0, None), (11, 0, None), (12, None, later), (1, None, later)]


def test_a_visit_of_long_ago_makes_no_months(tmp_path: Path) -> None:
    figures = months(tmp_path / "a.db", "2024-01-17", on("0202-11-03", "2023-12-04"))
    tried = [figure for figure in figures if figure.measure == "visits_attempted"]
    assert [(figure.period_start, figure.value) for figure in tried] == [
        (date(2023, 12, 1), 1),
        (date(2024, 1, 1), None),
    ]


def test_without_a_column_of_actions_nobody_knows_what_led_to_any(tmp_path: Path) -> None:
    visits = (Visit("a", date(2024, 1, 2), action="yes"),)
    register = Register(
        date(2024, 1, 17), (Case("a"),), visits, without=frozenset({"visits.action"})
    )
    write(tmp_path / "a.db", Force(registers=(register,)), counted=False)
    with closing(open_database(str(tmp_path / "a.db"))) as database:
        (snapshot,) = snapshots(database)
        records = StoredRecords(database, snapshot, STANDARD)
        figures = list(visit_figures(records, Maker(snapshot, STANDARD)))
    action = [figure for figure in figures if figure.measure == "visits_action"]
    assert [(figure.value, figure.unknown) for figure in action] == [(None, "no action column")]


def test_an_attempt_is_not_a_visit_and_action_needs_somebody_in(tmp_path: Path) -> None:
    day = date(2024, 1, 2)
    visits = (
        Visit("a", day, "seen", action="yes"),
        Visit("b", day, "seen", action="no"),
        Visit("c", day, "seen"),
        Visit("d", day, "not_in", action="yes"),
        Visit("e", day, "refused"),
    )
    figures = months(tmp_path / "a.db", "2024-01-17", visits)
    assert {figure.measure: figure.value for figure in figures} == {
        "visits_attempted": 5,
        "visits_seen": 3,
        "visits_not_in": 1,
        "visits_action": 1,
    }


@pytest.mark.parametrize(
    ("visits", "reason"), [(None, "no visits file"), ((), "no visit in the visits file")]
)
def test_without_visits_they_are_unknown_and_not_zero(
    tmp_path: Path, visits: tuple[Visit, ...] | None, reason: str
) -> None:
    for figure in months(tmp_path / "a.db", "2024-01-17", visits):
        assert figure.value is None
        assert figure.unknown == reason
