"""An ingest that is killed leaves the database as it was, whole and readable."""

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from boardtui.store.database import open_database
from tests.ingest.trial import CASES, Trial, one_case

KILLS = 30
PROGRAM = Path(__file__).with_name("killed.py")


def run(cases: Path, jobs: list[tuple[Path, int]]) -> list[int]:
    """Ingest into each database, killed at its moment; see the program."""
    given = [str(word) for job in jobs for word in job]
    done = subprocess.run(
        [sys.executable, PROGRAM, cases, "2024-01-17", *given],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [int(line) for line in done.stdout.split()]


def dump(path: Path) -> list[str]:
    """Everything in a database as SQL, opened as a reader opens it; but for when it was made."""
    open_database(str(path)).close()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        return [line for line in database.iterdump() if 'INTO "snapshots"' not in line]


def test_killed_at_any_moment_it_leaves_the_old_or_the_new_database(
    with_snapshot: Trial, tmp_path: Path
) -> None:
    before, cases = with_snapshot.database, with_snapshot.write("cases.csv", CASES)
    complete = tmp_path / "complete.db"
    shutil.copy(before, complete)
    (moments,) = run(cases, [(complete, 0)])
    old, new = dump(before), dump(complete)
    assert old != new
    # Half of them spread over the run, half over its end, which writes and swaps.
    chance = random.Random(20240117)
    chosen = [chance.randrange(1, moments + 1) for _ in range(KILLS // 2)]
    chosen += [moments - chance.randrange(0, moments // 20) for _ in range(KILLS // 2)]
    copies = [tmp_path / f"{number}.db" for number in range(KILLS)]
    for copy in copies:
        shutil.copy(before, copy)
    assert run(cases, list(zip(copies, chosen, strict=True))) == [-9] * KILLS
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
    assert run(cases, [(database, moments * 3 // 4)]) == [-9]
    (left,) = with_snapshot.folder.glob(".board.db.*")
    assert left.stat().st_size
    with_snapshot.ingest()
    assert not left.exists()
    assert with_snapshot.values("PRAGMA integrity_check") == ["ok"]


def test_a_first_ingest_that_is_killed_leaves_no_database(tmp_path: Path) -> None:
    cases, database = tmp_path / "cases.csv", tmp_path / "new.db"
    cases.write_text(one_case())
    assert run(cases, [(database, 1000)]) == [-9]
    assert not database.exists()
