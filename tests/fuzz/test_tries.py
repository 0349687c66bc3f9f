"""The harness of damaged inputs: its tries are the same each time, and it sees what is wrong."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from fuzz import databases, extracts, report, working
from fuzz.commands import Ran
from fuzz.database_damage import spoil
from fuzz.outcome import Outcome
from fuzz.parts import PARTS, chance_of
from fuzz.report import Tally
from fuzz.working import Worker, shared_out


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_number_stands_for_the_same_file_each_time() -> None:
    for number in range(60):
        made = [extracts.spoilt_file(chance_of(0, "extracts", number)) for _ in range(2)]
        assert made[0] == made[1]


def test_a_number_stands_for_the_same_damage_each_time(tmp_path: Path) -> None:
    good = databases.good_database()
    for number in range(40):
        found = []
        for _ in range(2):
            path = tmp_path / "board.db"
            for old in tmp_path.iterdir():
                old.unlink()
            path.write_bytes(good)
            told = spoil(path, chance_of(0, "databases", number))
            found.append(
                (told, {each.name: digest(each.read_bytes()) for each in tmp_path.iterdir()})
            )
        assert found[0] == found[1]


def test_all_three_formats_and_every_kind_are_tried() -> None:
    made = [extracts.spoilt_file(chance_of(0, "extracts", number)) for number in range(300)]
    names = {each.name.lower() for each in made}
    assert {name.rpartition(".")[2] for name in names} >= {"csv", "xlsx", "ods"}
    assert {each.kind for each in made} == {
        *("cases", "visits", "officers", "leavers", "figures", "inspections"),
    }


def ran(status: int = 0, out: str = "", err: str = "") -> Ran:
    return Ran(("figures", "board.db"), status, 0.1, out, err)


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (ran(0, "fine"), None),
        (ran(3, "", "It cannot be read."), None),
        (ran(130), None),
        (ran(1, "", "Traceback (most recent call last): …"), "Traceback"),
        (ran(1, "", "boardtui failed by a fault of its own (ValueError)."), "fault of its own"),
        (ran(-11, "", "said"), "exit status -11"),
        (ran(4, "", "said"), "exit status 4"),
        (ran(1), "without a word"),
        (ran(0, "a\x1b[2Jb"), "a terminal would obey"),
        (ran(0, "a\x9bb"), "a terminal would obey"),
    ],
)
def test_what_must_not_be_is_seen(found: Ran, fault: str | None) -> None:
    faults = found.faults()
    assert len(faults) == (fault is not None)
    assert fault is None or fault in faults[0]


def attempted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, change: Sequence[str]
) -> tuple[str, ...]:
    """What an ingest is found to have done wrong that only does as it is told here."""
    before = extracts.good_database()

    def run(where: Path, words: Sequence[str], *, debug: bool = False) -> Ran:
        if words[0] == "ingest":
            (where / "board.db").write_bytes(before)
            with closing(sqlite3.connect(where / "board.db")) as database, database:
                for statement in change:
                    database.execute(statement)
            return Ran(tuple(words), status, 0.1, "", "said")
        return Ran(tuple(words), 0, 0.1, "", "")

    monkeypatch.setattr(extracts, "run", run)
    number = next(n for n in range(1, 100) if _has_database(n))
    return extracts.attempt(number, chance_of(0, "extracts", number), tmp_path).faults


def _has_database(number: int) -> bool:
    """Whether a try ingests into a database that is there."""
    chance = chance_of(0, "extracts", number)
    extracts.spoilt_file(chance)
    return chance.random() < 0.9


CHANGE = "UPDATE forces SET name = 'Elsewhere'"
BREAK = "UPDATE snapshots SET force_id = 99"


def test_a_refused_ingest_that_changes_the_database_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert attempted(tmp_path, monkeypatch, 1, []) == ()
    assert "changed the database" in attempted(tmp_path, monkeypatch, 1, [CHANGE])[0]


def test_a_stored_one_that_stores_nothing_or_breaks_it_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert attempted(tmp_path, monkeypatch, 0, [CHANGE]) == ()
    assert "stored nothing" in attempted(tmp_path, monkeypatch, 0, [])[0]
    assert "not whole" in attempted(tmp_path, monkeypatch, 0, [CHANGE, BREAK])[0]


def test_what_looking_leaves_or_changes_is_seen() -> None:
    before = {"board.db": b"1", "other": b"2"}
    assert databases.changed(before, {**before, "board.db-shm": b"3"}) == []
    assert databases.changed(before, {"board.db": b"9", "new": b"4"}) == [
        "board.db",
        "new",
        "other",
    ]


ANSWERS = """
import os, sys
from fuzz.outcome import Outcome
for line in sys.stdin:
    if line == "1\\n":
        os._exit(7)
    print(Outcome(int(line), "made").as_line(), flush=True)
"""


def test_a_process_that_dies_is_the_fault_of_its_try_and_replaced(tmp_path: Path) -> None:
    crew = [Worker([sys.executable, "-c", ANSWERS], str(tmp_path)) for _ in range(2)]
    faults = {outcome.number: outcome.faults for outcome in shared_out(crew, range(5))}
    for worker in crew:
        worker.end()
    died = ("the process died, with status 7",)
    assert faults == {0: (), 1: died, 2: (), 3: (), 4: ()}


def test_an_outcome_is_what_its_line_says() -> None:
    outcome = Outcome(7, "spoilt", (0, 3, "killed"), 0.5, ("one", "other"))
    assert Outcome.of_line(outcome.as_line()) == outcome


def test_the_table_counts_every_try() -> None:
    tally = Tally(PARTS["databases"])
    tally.add(Outcome(0, "a", (0, 0, 3), 0.25))
    tally.add(Outcome(1, "b", (0, 3), 0.75, ("figures: exit status 9",)))
    assert tally.row == (*("databases", "2", "status 0: 3, status 3: 2", "0.75 s", "0.75 s", "1"),)
    assert "1 × figures: exit status …" in report.faults(tally)


@pytest.mark.parametrize("part", PARTS)
def test_a_try_of_each_part_comes_to_something(part: str) -> None:
    (outcome,) = working.tries(part, 0, [1], 1)
    assert outcome.statuses
    assert outcome.seconds > 0


def test_a_fault_of_the_harness_is_no_fault_of_what_it_tries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def attempt(number: int, chance: Random, folder: Path, *, debug: bool = False) -> Outcome:
        raise KeyError(number)

    broken = replace(PARTS["extracts"], attempt=attempt)
    monkeypatch.setitem(PARTS, "extracts", broken)
    outcome = working.one_try("extracts", 0, 5)
    assert outcome.what == "the try itself failed"
    assert "KeyError at test_tries.py" in outcome.faults[0]
