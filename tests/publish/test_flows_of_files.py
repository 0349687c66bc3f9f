"""What files say of what became of a backlog, read by who knows nothing of how it was hidden."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.publish.flow_attacker import NOT_PARTS, FlowAttacker, Rows, placed_too_closely
from tests.publish.test_readers import BOARD, DAY, PUBLIC, published, register
from tests.registers import Case, Force, Leaver, Register, Visit, write

THEN = DAY - timedelta(days=61)
BACKLOGS = ("visits", "assessments")
WITHIN = {
    "leavers": "left",
    "joiners": "joined_overdue",
    "missing_people": "went_missing",
    "reactively_managed": "moved_to_reactive",
}
"""The totals of the force that parts of a flow are within."""
WITHOUT = frozenset(
    f"cases.{name}" for name in ("unit", "mappa_level", "mappa_category", "officer_ref")
)
"""Columns that say nothing of a flow."""


def some_days(seed: int) -> tuple[Register, Register]:
    """A random register of a hundred or so, and of it what it came to two months later."""
    chance = Random(seed)

    def dated(case: Case) -> Case:
        due = THEN + timedelta(chance.randint(-200, 200))
        seen = THEN - timedelta(chance.randint(1, 400))
        return replace(case, visit_due=due, assessment_due=due, last_visit=seen,
                       last_assessment=seen)  # fmt: skip

    def later(case: Case) -> Case:
        lot, due = chance.random(), DAY + timedelta(chance.randint(-60, 300))
        between = THEN + timedelta(chance.randint(1, 60))
        if lot < 0.3:
            return replace(case, visit_due=due, last_visit=between, assessment_due=due,
                           last_assessment=between)  # fmt: skip
        if lot < 0.4:
            return replace(case, visit_due=due, assessment_due=due)
        if lot < 0.45:
            return replace(case, risk_level="low", visit_due=due, assessment_due=due)
        if lot < 0.55:
            return replace(case, status=chance.choice(("missing", "custody", "community")))
        return replace(case, management="reactive") if lot < 0.6 else case

    before = [dated(case) for case in register(seed).cases[:110]]
    stay, join = before[chance.randint(3, 9) :], before[:4]
    gone = before[: len(before) - len(stay)]
    now = [later(case) for case in stay]
    now += [replace(case, case_ref=f"new-{case.case_ref}") for case in join]
    visits = tuple(Visit(case.case_ref, case.last_visit) for case in now if case.last_visit)
    leavers = tuple(Leaver(case.case_ref, DAY - timedelta(days=9), "moved") for case in gone)
    return (
        Register(THEN, tuple(before), visits=(), leavers=(), without=WITHOUT),
        Register(DAY, tuple(now), visits=visits, leavers=leavers, without=WITHOUT),
    )


def told(file: Path, backlog: str) -> Rows:
    """What a file says of each part of a flow, and beside it."""
    sql = "SELECT part, people FROM flows WHERE backlog = ? AND reason IS NULL"
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return dict(database.execute(sql, (backlog,)))


def limits(*files: Path) -> dict[str, int]:
    """The most that parts can be by the totals of the force that files show of the later day."""
    found: dict[str, int] = {}
    sql = (
        "SELECT measure, high, rounding FROM figures, publications WHERE dimension IS NULL "
        "AND (high IS NOT NULL OR figures.suppressed) AND as_at = ?"
    )
    for file in files:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            for measure, high, step in database.execute(sql, (DAY.isoformat(),)):
                if measure in WITHIN:
                    # Of the public, what would be rounded to nobody is hidden.
                    most = (step - 1) // 2 if high is None else int(high)
                    found[WITHIN[measure]] = min(most, found.get(WITHIN[measure], most))
    return found


def without_parts(rows: Rows) -> Rows:
    return {
        name: count if name in ("opening", "closing") else None
        for name, count in rows.items()
        if "+" not in name
    }


def placed(
    true: Rows, threshold: int, most: dict[str, int], before: list[tuple[Rows, int]],
    now: tuple[Rows, int],
) -> list[tuple[str, int, int]]:  # fmt: skip
    """The small parts hidden now that who holds all files places more closely than without it."""
    rows, step = now
    small = [
        name
        for name, count in true.items()
        if name not in NOT_PARTS and rows[name] is None and 0 < (count or 0) < threshold
    ]
    without = FlowAttacker((without_parts(rows), step), *before, most=most)
    open_ = {}
    for name in small:
        low, high = without.between(name)
        open_[name] = min(high, high - low + 1)
    return placed_too_closely(FlowAttacker(*before, now, most=most), small, threshold, open_)


USUAL = settings.default.max_examples if settings.default else 25


@settings(max_examples=2 if USUAL <= 25 else USUAL // 5, deadline=None, derandomize=USUAL <= 25)
@given(st.integers(0, 10**6))
@example(2)  # the board is told how many joined at all
def test_nobody_works_out_a_small_part_from_one_file_or_from_both(seed: int) -> None:
    with TemporaryDirectory() as folder:
        database = write(Path(folder) / "force.db", Force(registers=some_days(seed)))
        board = published(database, Path(folder) / "board.db", BOARD)
        public = published(database, Path(folder) / "public.db", PUBLIC, board)
        for backlog in BACKLOGS:
            true, ours, theirs = (told(each, backlog) for each in (database, board, public))
            assert ours.keys() == theirs.keys()
            hidden = [name for name in true if ours[name] is None]
            assert hidden
            assert not placed(true, BOARD.threshold, limits(board), [], (ours, 1))
            assert not placed(
                true, PUBLIC.threshold, limits(board, public), [(ours, 1)],
                (theirs, PUBLIC.rounding),
            )  # fmt: skip
