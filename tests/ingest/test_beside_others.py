"""What is odd of a snapshot beside others: told of the later day, whichever comes first."""

from datetime import date
from typing import Any

import pytest

from tests.ingest.trial import Trial

THEN, NOW = date(2023, 3, 31), date(2024, 1, 17)
HEADER = "case_ref,risk_level,status,unit,officer_ref\n"


def cases(*refs: str, unit: str = "North", officer: str = "OM-1", risk: str = "low") -> str:
    rows = (f"{ref},{risk},community,{unit},{officer}\n" for ref in refs)
    return HEADER + "".join(rows)


def told(trial: Trial) -> list[Any]:
    """Each warning's day, the day that it is beside, what it says, and the value beside it."""
    return trial.rows(
        "SELECT s.as_at, o.as_at, w.message, w.value FROM warnings w "
        "JOIN snapshots s ON s.id = w.snapshot_id LEFT JOIN snapshots o ON o.id = w.against_id "
        "ORDER BY w.id"
    )


@pytest.fixture(params=["in order", "the later first"])
def two(trial: Trial, request: pytest.FixtureRequest) -> Any:
    """Takes in two days, in both orders."""

    def both(then: str, now: str) -> list[Any]:
        days = [(THEN, then), (NOW, now)]
        for day, content in days if request.param == "in order" else reversed(days):
            trial.ingest({"cases": content}, as_at=day)
        return told(trial)

    return both


def test_references_that_lost_their_zeros_hardly_meet(two: Any) -> None:
    message = "0 of 2 references meet those of 31 Mar 2023; 2 look alike but for leading zeros"
    assert two(cases("001", "002"), cases("1", "2")) == [
        ("2024-01-17", "2023-03-31", message, "001 and 1")
    ]


def test_references_made_anew_hardly_meet(two: Any) -> None:
    message = "1 of 4 references meet those of 31 Mar 2023"
    assert two(cases("A", "B", "C"), cases("C", "X", "Y", "Z")) == [
        ("2024-01-17", "2023-03-31", message, None)
    ]


def test_half_of_them_is_not_hardly(two: Any) -> None:
    assert two(cases("A", "B"), cases("B", "C", "D", "E")) == []


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (("001", "B", "C", "D"), ("1", "B", "C", "D")),
        (("1", "B", "C", "D"), ("001", "B", "C", "D")),
        (("01", "B", "C", "D"), ("001", "B", "C", "D")),
    ],
)
def test_zeros_are_told_where_the_others_meet(
    two: Any, then: tuple[str, ...], now: tuple[str, ...]
) -> None:
    message = "1 reference differs from those of 31 Mar 2023 by leading zeros alone"
    example = f"{then[0]} and {now[0]}"
    assert two(cases(*then), cases(*now)) == [("2024-01-17", "2023-03-31", message, example)]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (("001", "1", "B", "C"), ("1", "B", "C")),
        (("1", "B", "C"), ("001", "1", "B", "C")),
        (("0", "B", "C"), ("B", "C", "D")),
        (("010", "B", "C"), ("01", "B", "C")),
        (("A01", "B", "C"), ("A1", "B", "C")),
    ],
)
def test_other_people_do_not_look_alike(
    two: Any, then: tuple[str, ...], now: tuple[str, ...]
) -> None:
    assert two(cases(*then), cases(*now)) == []


def test_new_units_and_officers_are_counted(two: Any) -> None:
    then = cases("A", "B", "C", "D", "E", "F")
    now = cases("A", "B", "C") + "".join(
        f"{ref},low,community,Unit {n},OM-{n}\n" for n, ref in enumerate("DEFG", start=7)
    )
    assert [row[2:] for row in two(then, now)] == [
        ("4 units are new since 31 Mar 2023", "Unit 7, Unit 8, Unit 9, …"),
        ("4 officers are new since 31 Mar 2023", "OM-7, OM-8, OM-9, …"),
    ]


def test_a_day_without_the_column_says_nothing_of_what_is_new(two: Any) -> None:
    bare = "case_ref,risk_level,status\nA,low,custody\n"
    assert two(bare, cases("A")) == []


def test_nothing_is_new_on_the_first_day(trial: Trial) -> None:
    trial.ingest({"cases": cases("A")})
    assert told(trial) == []


def test_a_day_in_between_is_the_one_that_the_next_is_seen_beside(trial: Trial) -> None:
    trial.ingest({"cases": cases("A", unit="North")}, as_at=THEN)
    trial.ingest({"cases": cases("A", unit="East")}, as_at=NOW)
    report = trial.ingest({"cases": cases("A", unit="East", risk="high")}, as_at=date(2023, 9, 30))
    message = "1 unit is new since 31 Mar 2023"
    assert told(trial) == [("2023-09-30", "2023-03-31", message, "East")]
    assert report.of_next is None


def test_the_report_tells_what_is_odd_of_the_next_day(trial: Trial) -> None:
    trial.ingest({"cases": cases("1")}, as_at=NOW)
    report = trial.ingest({"cases": cases("2")}, as_at=THEN)
    assert report.warnings == ()
    assert "1 warning of the snapshot after it, as at 17 Jan 2024, beside others:" in report.text()
    assert "0 of 1 reference meet those of 31 Mar 2023" in report.text()


def test_a_snapshot_that_is_replaced_takes_its_warnings_with_it(trial: Trial) -> None:
    trial.ingest({"cases": cases("001")}, as_at=THEN)
    trial.ingest({"cases": cases("1")}, as_at=NOW)
    assert len(told(trial)) == 1
    trial.ingest({"cases": cases("1", risk="high")}, as_at=THEN, replace=True)
    assert told(trial) == []


def test_the_same_file_for_another_day_is_told(trial: Trial) -> None:
    path = trial.write("march.csv", cases("A"))
    trial.ingest({"cases": path}, as_at=THEN)
    trial.ingest({"cases": path}, as_at=NOW)
    message = "it is the same file as for 31 Mar 2023"
    assert told(trial) == [("2024-01-17", "2023-03-31", message, None)]


def test_the_same_file_for_another_force_is_told(trial: Trial) -> None:
    path = trial.write("march.csv", cases("A"))
    trial.ingest({"cases": path})
    trial.ingest({"cases": path}, force="Kent")
    assert [row[2] for row in told(trial)] == ["it is the same file as for Essex, 17 Jan 2024"]


def test_the_same_rows_in_another_order_and_format_are_told(two: Any) -> None:
    header = "case_ref,risk_level,status,visit_due\n"
    then = f"{header}A,low,custody,2024-01-01\nB,high,community,\n"
    now = f"{header}B,High,community,\nA,low,custody,01/01/2024\n"
    message = "its rows are the same as for 31 Mar 2023"
    assert two(then, now) == [("2024-01-17", "2023-03-31", message, None)]


def test_the_same_people_with_one_date_moved_are_other_rows(two: Any) -> None:
    header = "case_ref,risk_level,status,visit_due\n"
    then, now = (f"{header}A,low,custody,{day}\n" for day in ("2024-01-01", "2024-01-02"))
    assert two(then, now) == []


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("officers", "officer_ref,fte\nOM-1,1\n"),
        ("leavers", "case_ref,left_on\n"),
        ("visits", "case_ref,visited_on,outcome\n"),
    ],
)
def test_posts_and_files_of_nobody_may_well_be_the_same(
    trial: Trial, kind: str, content: str
) -> None:
    trial.ingest({"cases": cases("A"), kind: content}, as_at=THEN)
    trial.ingest({"cases": cases("A", risk="high"), kind: content}, as_at=NOW)
    assert told(trial) == []
