"""Forgetting: nothing of a person is left in the file, the figures stay, and the seals hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import Any

import pytest

from boardtui.ingest import IngestUsageError
from boardtui.ingest.forgetting.asked import Forgetting, Forgotten
from boardtui.ingest.forgetting.forget import forget
from boardtui.store.connection.opening import open_database
from boardtui.store.held.snapshots import snapshots
from boardtui.store.sealed.verifying import verify
from tests.ingest.trial import CASES_HEADER, DAY, Trial, one_case

BEFORE = date(2023, 12, 31)
GONE = "PERSON-4711"
WHY = "thirty years after the end of the order"


def of_day(*refs: str) -> dict[str, str]:
    """Files in which each reference has a case, a visit and a warning, and one is a leaver too."""
    due = "2023-10-01,2023-09-01,2024-06-01,2023-06-01,2020-01-01,ARMS"
    rows = [f"{ref},high,community,active,North,OM-1,1,1,{due}" for ref in refs]
    return {
        "cases": "\n".join((CASES_HEADER, *rows)) + "\n",
        "visits": "case_ref,visited_on,outcome\n"
        + "".join(f"{ref},2023-12-20,seen\n" for ref in refs),
        "leavers": f"case_ref,left_on,reason\n{refs[0]},2023-12-21,died\n",
    }


@pytest.fixture
def two_days(trial: Trial) -> Trial:
    trial.ingest(of_day(GONE, "OTHER-1", "OTHER-2"), as_at=BEFORE)
    trial.ingest(of_day(GONE, "OTHER-1"))
    return trial


def forgotten(trial: Trial, **given: Any) -> Forgotten:
    asked = {"case": GONE, "why": WHY, **given}
    return forget(Forgetting(str(trial.database), **asked), lambda stage, done, total: None)


def figures(trial: Trial) -> list[Any]:
    return [trial.rows(f"SELECT * FROM {table} ORDER BY id") for table in ("figures", "flows")]


def differs(trial: Trial) -> list[str]:
    with closing(open_database(str(trial.database))) as database:
        found = verify(database)
    assert found.sealed
    return found.differs


def test_a_person_is_in_no_byte_of_the_file_and_the_figures_stay(two_days: Trial) -> None:
    assert GONE.encode() in two_days.database.read_bytes()
    assert two_days.values("SELECT COUNT(*) FROM warnings WHERE value LIKE '%4711%'")[0] > 0
    counted, head = figures(two_days), two_days.values("SELECT chain FROM seals ORDER BY number")
    report = forgotten(two_days).text()
    assert GONE not in report
    assert "1 person was removed from 2 snapshots" in report
    assert "Essex, 17 Jan 2024: 1 case, 1 visit, 1 leaver" in report
    assert GONE.encode() not in two_days.database.read_bytes()
    assert figures(two_days) == counted
    assert two_days.values("SELECT case_ref FROM cases ORDER BY id") == [
        *("OTHER-1", "OTHER-2", "OTHER-1"),
    ]
    assert differs(two_days) == []
    # The chain goes on, and nothing is left by which anybody could try out who it was.
    assert two_days.values("SELECT chain FROM seals ORDER BY number")[: len(head)] == head
    entries = two_days.rows("SELECT entry, seal IS NULL, removed, why FROM seals ORDER BY number")
    assert entries == [
        *(("stored", 1, None, None), ("stored", 1, None, None)),
        *(("forgotten", 0, 1, WHY), ("forgotten", 0, 1, WHY)),
    ]
    assert two_days.values("SELECT DISTINCT number FROM sealed_parts") == [3, 4]
    assert set(two_days.values("SELECT sha256 FROM snapshot_files")) == {""}


def test_the_warnings_stay_without_what_they_said_of_the_person(two_days: Trial) -> None:
    before = two_days.rows("SELECT message, rows FROM warnings ORDER BY id")
    forgotten(two_days)
    assert two_days.rows("SELECT message, rows FROM warnings ORDER BY id") == before
    assert two_days.values("SELECT value FROM warnings WHERE column = 'case_ref'") == [None] * 2


def test_it_is_known_how_many_are_gone_until_another_snapshot_takes_the_place(
    two_days: Trial,
) -> None:
    def gone() -> list[int]:
        with closing(open_database(str(two_days.database))) as database:
            return [each.removed for each in snapshots(database)]

    forgotten(two_days)
    forgotten(two_days, case="OTHER-1")
    assert gone() == [2, 2]
    two_days.ingest(of_day("OTHER-2"), replace=True)
    assert gone() == [2, 0]
    assert differs(two_days) == []


def test_before_a_day_all_records_go_and_the_figures_stay(two_days: Trial) -> None:
    counted = figures(two_days)
    report = forgotten(two_days, case=None, before=DAY)
    assert "Essex, 31 Dec 2023: 3 cases, 3 visits, 1 leaver" in report.text()
    assert two_days.values("SELECT DISTINCT snapshot_id FROM cases") == [2]
    assert figures(two_days) == counted
    assert differs(two_days) == []
    assert b"OTHER-2" not in two_days.database.read_bytes()
    assert "nothing to remove" in forgotten(two_days, case=None, before=DAY).text()


def test_only_to_say_it_changes_nothing(two_days: Trial) -> None:
    before = two_days.database.read_bytes()
    report = forgotten(two_days, only_say=True)
    assert "1 person would be removed from 2 snapshots" in report.text()
    assert "Nothing was changed." in report.text()
    assert two_days.database.read_bytes() == before


def test_what_was_not_as_it_was_sealed_does_not_become_so(two_days: Trial) -> None:
    with closing(sqlite3.connect(two_days.database)) as database, database:
        database.execute("UPDATE figures SET value = 9 WHERE snapshot_id = 1 AND id = 1")
        database.execute("UPDATE cases SET risk_level = 'low' WHERE snapshot_id = 2")
    forgotten(two_days)
    assert [each.partition(" (")[0] for each in differs(two_days)] == [
        "Not as it was sealed: the figures of Essex as at 31 Dec 2023.",
        "Not as it was sealed: the cases of Essex as at 17 Jan 2024",
    ]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"case": "PERSON-47"}, "There is no such case in any snapshot"),
        ({"case": None}, "Give the reference of one case, or --before"),
        ({"before": DAY}, "Give the reference of one case, or --before"),
        ({"why": " "}, "--why takes the reason"),
        ({"why": f"{GONE.lower()} is dead"}, "may not hold the reference"),
        ({"force": "Kent"}, "There is no snapshot of Kent."),
    ],
)
def test_what_makes_no_sense_changes_nothing(
    two_days: Trial, asked: dict[str, Any], why: str
) -> None:
    before = two_days.database.read_bytes()
    with pytest.raises(IngestUsageError, match=why) as caught:
        forgotten(two_days, **asked)
    assert GONE not in str(caught.value)
    assert two_days.database.read_bytes() == before


def test_the_same_reference_of_two_forces_need_not_be_one_person(two_days: Trial) -> None:
    two_days.ingest({"cases": one_case(GONE)}, force="Kent")
    with pytest.raises(IngestUsageError, match="Essex and Kent have a case of that reference"):
        forgotten(two_days)
    forgotten(two_days, force="Kent")
    assert two_days.values(f"SELECT COUNT(*) FROM cases WHERE case_ref = '{GONE}'") == [2]
    assert differs(two_days) == []
