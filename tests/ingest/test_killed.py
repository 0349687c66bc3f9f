"""An ingest that is killed leaves the database as it was, whole and readable."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

from fuzz import killed
from fuzz.kills import KILLED, chosen, dump
from tests.ingest.trial import CASES, DAY, Trial, one_case

KILLS = 10
"""A few; `make fuzz` kills a hundred."""


def run(cases: Path, jobs: list[tuple[Path, int]]) -> list[int]:
    """Ingest into each database, killed at its moment; see the program."""
    given = [str(word) for job in jobs for word in job]
    done = subprocess.run(
        [sys.executable, killed.__file__, cases, "Essex", DAY.isoformat(), *given],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [int(line) for line in done.stdout.split()]


def test_killed_at_any_moment_it_leaves_the_old_or_the_new_database(
    with_snapshot: Trial, tmp_path: Path
) -> None:
    before, cases = with_snapshot.database, with_snapshot.write("cases.csv", CASES)
    complete = tmp_path / "complete.db"
    shutil.copy(before, complete)
    (moments,) = run(cases, [(complete, 0)])
    old, new = dump(before), dump(complete)
    assert old != new
    chance = random.Random(20240117)
    at = [chosen(chance, moments) for _ in range(KILLS)]
    copies = [tmp_path / f"{number}.db" for number in range(KILLS)]
    for copy in copies:
        shutil.copy(before, copy)
    assert run(cases, list(zip(copies, at, strict=True))) == [KILLED] * KILLS
    left = [dump(copy) for copy in copies]
    assert all(each in (old, new) for each in left)
    assert old in left


def test_what_a_killed_run_left_behind_is_cleared_by_the_next(
    with_snapshot: Trial, tmp_path: Path
) -> None:
    cases, database = with_snapshot.write("cases.csv", CASES), with_snapshot.database
    complete = tmp_path / "complete.db"
    shutil.copy(database, complete)
    (moments,) = run(cases, [(complete, 0)])
    assert run(cases, [(database, moments * 3 // 4)]) == [KILLED]
    (left,) = with_snapshot.folder.glob(".board.db.*")
    assert left.stat().st_size
    with_snapshot.ingest()
    assert not left.exists()
    assert with_snapshot.values("PRAGMA integrity_check") == ["ok"]


def test_a_first_ingest_that_is_killed_leaves_no_database(tmp_path: Path) -> None:
    cases, database = tmp_path / "cases.csv", tmp_path / "new.db"
    cases.write_text(one_case())
    assert run(cases, [(database, 1000)]) == [KILLED]
    assert not database.exists()
