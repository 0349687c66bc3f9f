"""Snapshots: each once, in any order, or in place of another."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from boardtui.ingest import IngestRequest, IngestUsageError, ingest
from tests.ingest.trial import CASES, DAY, SETTINGS, Trial, one_case

DAYS = (date(2023, 10, 31), date(2023, 11, 30), date(2023, 12, 31))

CONTENT = {
    DAYS[0]: "case_ref,risk_level,status,visit_due\nA,high,community,2023-10-01\n"
    "B,high,community,2023-10-02\n",
    DAYS[1]: "case_ref,risk_level,status,visit_due\nB,high,community,2023-10-02\n"
    "C,low,community,2023-11-01\n",
    DAYS[2]: "case_ref,risk_level,status,visit_due\nB,low,community,2024-10-02\n"
    "C,low,community,2023-11-01\nD,low,custody,\n",
}


def dump(trial: Trial) -> dict[str, list[object]]:
    """What the database says, whatever its ids are."""
    snapshots = dict(trial.rows("SELECT id, as_at FROM snapshots"))
    places = {
        "figures": "snapshot_id, measure, dimension, slice, value, as_at, period_start, unknown",
        "flows": "snapshot_id, earlier_id, backlog, part, reason, people",
        "cases": "snapshot_id, case_ref, risk_level, status, visit_due",
        "snapshots": "id, previous_id",
        "snapshot_files": "snapshot_id, kind, sha256, rows_stored",
    }
    ids = {"id", "snapshot_id", "earlier_id", "previous_id"}
    found: dict[str, list[object]] = {}
    for table, columns in places.items():
        named = columns.split(", ")
        rows = [
            tuple(
                snapshots.get(value) if name in ids else value
                for name, value in zip(named, row, strict=True)
            )
            for row in trial.rows(f"SELECT {columns} FROM {table}")
        ]
        found[table] = sorted(rows, key=repr)
    return found


def test_snapshots_in_any_order_make_the_same_database(tmp_path: Path) -> None:
    dumps = []
    for number, order in enumerate(permutations(DAYS)):
        folder = tmp_path / str(number)
        folder.mkdir()
        trial = Trial(folder)
        for day in order:
            trial.ingest({"cases": CONTENT[day]}, as_at=day)
        dumps.append(dump(trial))
    assert all(each == dumps[0] for each in dumps)
    assert len(dumps[0]["flows"]) > 0


def test_a_snapshot_is_told_against_the_one_before(trial: Trial) -> None:
    for day in DAYS[:2]:
        trial.ingest({"cases": CONTENT[day]}, as_at=day)
    assert trial.figure("joiners", DAYS[0].isoformat()) is None
    assert trial.figure("joiners", DAYS[1].isoformat()) == 1
    assert trial.figure("leavers", DAYS[1].isoformat()) == 1
    parts = dict(
        trial.rows("SELECT part, people FROM flows WHERE backlog = 'visits' AND reason IS NULL")
    )
    assert (parts["still_overdue"], parts["left"], parts["newly_overdue"]) == (1, 1, 0)
    assert parts["joined_overdue"] == 1


def test_the_same_snapshot_twice_is_refused(with_snapshot: Trial) -> None:
    refused = with_snapshot.refused(as_at=date(2023, 12, 31))
    assert "has a snapshot as at 31 Dec 2023 already: give --replace" in str(refused)


def test_replacing_leaves_what_ingesting_once_would(tmp_path: Path) -> None:
    trials = []
    for name, contents in (("once", [CONTENT[DAYS[1]]]), ("twice", [CASES, CONTENT[DAYS[1]]])):
        folder = tmp_path / name
        folder.mkdir()
        trial = Trial(folder)
        for day in (DAYS[0], DAYS[2]):
            trial.ingest({"cases": CONTENT[day]}, as_at=day)
        for content in contents:
            trial.ingest(
                {"cases": content.replace("2023-12-01", "2023-01-01").replace("2023-11-30", "")},
                as_at=DAYS[1],
                replace=True,
            )
        trials.append(trial)
    once, twice = trials
    assert dump(once) == dump(twice)
    for table in ("warnings", "snapshot_files", "figures", "cases"):
        orphans = (
            f"SELECT COUNT(*) FROM {table} WHERE snapshot_id NOT IN (SELECT id FROM snapshots)"
        )
        assert twice.values(orphans) == [0]


def test_two_forces_have_snapshots_of_one_day_each_with_none_before(trial: Trial) -> None:
    trial.ingest(force="Essex")
    trial.ingest(force="Kent")
    assert trial.values("SELECT previous_id FROM snapshots") == [None, None]


def test_a_synthetic_force_stays_so(trial: Trial) -> None:
    trial.ingest(as_at=DAYS[0], files={"cases": CONTENT[DAYS[0]]}, synthetic=True)
    report = trial.ingest()
    assert report.synthetic
    assert report.notes == ("Essex is known as synthetic, and stays so.",)
    assert trial.rows("SELECT name, synthetic FROM forces") == [("Essex", 1)]


def test_a_force_with_real_snapshots_cannot_become_synthetic(with_snapshot: Trial) -> None:
    assert "not synthetic" in str(with_snapshot.refused(synthetic=True))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "There is no file"),
        ({"force": "Essex", "as_at": DAY}, "There is no file"),
        ({"force": "Essex", "files": {"cases": Path("c")}}, "--as-at is missing"),
        ({"as_at": DAY, "files": {"cases": Path("c")}}, "--force is missing"),
        ({"files": {"visits": Path("v")}}, "--visits belongs to a snapshot"),
        ({"force": "Essex", "as_at": DAY, "files": {"visits": Path("v")}}, "give --cases"),
        ({"force": " ", "as_at": DAY, "files": {"cases": Path("c")}}, "name of a force"),
        ({"force": "E\x1b", "as_at": DAY, "files": {"cases": Path("c")}}, "control"),
        ({"files": {"figures": Path("f")}, "replace": True}, "--replace is for snapshots"),
        ({"files": {"figures": Path("f")}, "rejects": Path("f")}, "would overwrite"),
    ],
)
def test_a_request_that_makes_no_sense_is_wrong_usage(
    trial: Trial, given: dict[str, Any], why: str
) -> None:
    request = IngestRequest(str(trial.database), **given)
    with pytest.raises(IngestUsageError, match=why):
        ingest(request, SETTINGS)


def test_a_small_ingest_keeps_every_index(trial: Trial) -> None:
    trial.ingest({"cases": one_case()})
    names = set(trial.values("SELECT name FROM sqlite_master WHERE type = 'index'"))
    assert {"cases_by_ref", "cases_by_visit_due", "figures_of_snapshot"} <= names


def test_a_large_ingest_makes_every_index_again(trial: Trial) -> None:
    trial.ingest({"cases": one_case()}, force="Kent")
    before = trial.rows("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name")
    rows = "".join(f"C{number},high,community\n" for number in range(25_000))
    trial.ingest({"cases": f"case_ref,risk_level,status\n{rows}"})
    after = trial.rows("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name")
    assert [(name, "".join(str(sql).split())) for name, sql in after] == [
        (name, "".join(str(sql).split())) for name, sql in before
    ]
    assert trial.values("PRAGMA integrity_check") == ["ok"]
