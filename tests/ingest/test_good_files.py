"""Files of each format, and what is stored of them."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from boardtui.ingest import ingest
from boardtui.settings import Extract, Settings
from tests.ingest.trial import CASES, DAY, SETTINGS, Trial, sheet_maker

COLUMNS = "case_ref, risk_level, status, management, unit, mappa_level, visit_due, last_visit"
STORED = [
    ("C1", "high", "community", "active", "North", "1", "2024-01-01", "2023-12-01"),
    ("C2", "low", "custody", "active", "South", "2", None, None),
    ("C3", "very_high", "community", "reactive", "North", "3", None, "2023-11-30"),
]


def stored(trial: Trial) -> list[object]:
    return trial.rows(f"SELECT {COLUMNS} FROM cases ORDER BY id")


@pytest.mark.parametrize(
    "content",
    [
        CASES,
        "\ufeff" + CASES,
        CASES.replace("\n", "\r\n"),
        CASES.replace("\n", "\r"),
        CASES.rstrip("\n"),
        CASES + "\n,,,,,,,,,,,,,\n\n",
        CASES.replace("North", '"North"'),
    ],
    ids=["plain", "mark", "crlf", "cr", "no last line end", "trailing blanks", "quoted"],
)
def test_csv_files_of_any_make_are_read(trial: Trial, content: str) -> None:
    trial.ingest({"cases": content})
    assert stored(trial) == STORED


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_sheets_are_read_like_csv(trial: Trial, suffix: str) -> None:
    lines = [line.split(",") for line in CASES.splitlines()]
    rows: list[list[object]] = [[cell or None for cell in line] for line in lines]
    rows[1][lines[0].index("visit_due")] = date(2024, 1, 1)
    rows[1][lines[0].index("mappa_level")] = 1
    rows.insert(2, [None] * len(rows[0]))
    path = trial.folder / f"cases{suffix}"
    sheet_maker(rows)[suffix](path)
    trial.ingest({"cases": path})
    assert stored(trial) == STORED


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_cells_are_the_text_a_person_reads(trial: Trial, suffix: str) -> None:
    rows: list[list[object]] = [
        ["case_ref", "risk_level", "status", "unit"],
        [5, "high", "community", 1.5],
        ["00123", "high", "community", True],
        ["1e5", "high", "community", date(2024, 1, 17)],
    ]
    path = trial.folder / f"cases{suffix}"
    sheet_maker(rows)[suffix](path)
    trial.ingest({"cases": path})
    assert trial.rows("SELECT case_ref, unit FROM cases ORDER BY id") == [
        ("5", "1.5"),
        ("00123", "TRUE"),
        ("1e5", "2024-01-17"),
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_number_in_a_date_column_of_a_sheet_is_a_fault_of_its_row(
    with_snapshot: Trial, suffix: str
) -> None:
    header = ["case_ref", "risk_level", "status", "visit_due"]
    rows: list[list[object]] = [[*header], ["C1", "high", "community", 45308]]
    path = with_snapshot.folder / f"cases{suffix}"
    sheet_maker(rows)[suffix](path)
    (fault,) = with_snapshot.refused({"cases": path}).faults
    assert (fault.row, fault.column, fault.value) == (2, "visit_due", "45308")


def test_rows_of_a_sheet_are_numbered_as_the_sheet_numbers_them(with_snapshot: Trial) -> None:
    rows: list[list[object]] = [
        ["case_ref", "risk_level", "status"],
        [None, None, None],
        ["C1", "severe", "community"],
    ]
    path = with_snapshot.folder / "cases.xlsx"
    sheet_maker(rows)[".xlsx"](path)
    (fault,) = with_snapshot.refused({"cases": path}).faults
    assert fault.row == 3


def test_a_row_that_spans_lines_counts_as_one(with_snapshot: Trial) -> None:
    content = 'case_ref,risk_level,status,unit\nC1,high,community,"a\nb"\nC2,severe,community,x\n'
    assert [f.row for f in with_snapshot.refused({"cases": content}).faults] == [3, 2]


def test_a_forces_own_column_names_are_mapped(trial: Trial) -> None:
    content = "Nominal,Risk,status,Notes\nC1,high,community,secret\n"
    extract = Extract(columns={"Nominal": "case_ref", "Risk": "risk_level"}, ignore=("Notes",))
    ingest(trial.request({"cases": content}), Settings(extract=extract))
    assert trial.rows("SELECT case_ref, risk_level FROM cases") == [("C1", "high")]


def test_a_fault_names_the_column_as_the_file_does(with_snapshot: Trial) -> None:
    content = "Nominal,risk_level,status\n,high,community\n"
    extract = Extract(columns={"Nominal": "case_ref"})
    request = with_snapshot.request({"cases": content})
    with pytest.raises(Exception, match="column Nominal"):
        ingest(request, Settings(extract=extract))


def test_all_kinds_of_file_are_stored(trial: Trial) -> None:
    report = trial.ingest(
        {
            "cases": CASES,
            "visits": "case_ref,visited_on,outcome,announced,officers,action\n"
            "C1,2023-12-01,Seen,no,2,yes\nC9,02/12/2023,not in,,,\n",
            "officers": "officer_ref,unit,fte\nOM-1,North,0.5\nOM-2,,1\n",
            "leavers": "case_ref,left_on,reason\nC8,2024-01-02,Off register\n",
        }
    )
    assert trial.rows("SELECT case_ref, visited_on, outcome, officers, action FROM visits") == [
        ("C1", "2023-12-01", "seen", 2, "yes"),
        ("C9", "2023-12-02", "not_in", None, None),
    ]
    assert trial.rows("SELECT officer_ref, unit, fte FROM officers") == [
        ("OM-1", "North", 0.5),
        ("OM-2", None, 1.0),
    ]
    assert trial.rows("SELECT case_ref, left_on, reason FROM leavers") == [
        ("C8", "2024-01-02", "off_register")
    ]
    assert [(file.kind, file.stored) for file in report.files] == [
        ("cases", 3),
        ("visits", 2),
        ("officers", 2),
        ("leavers", 1),
    ]


def test_a_header_alone_is_a_file_of_nobody_but_for_cases(trial: Trial) -> None:
    trial.ingest(
        {
            "cases": CASES,
            "visits": "case_ref,visited_on,outcome\n",
            "leavers": "case_ref,left_on\n",
            "officers": "officer_ref,fte\n",
        }
    )
    assert trial.rows("SELECT kind, rows_stored FROM snapshot_files ORDER BY kind") == [
        ("cases", 3),
        ("leavers", 0),
        ("officers", 0),
        ("visits", 0),
    ]


def test_the_files_are_known_by_name_and_digest_and_not_by_their_folder(trial: Trial) -> None:
    from hashlib import sha256

    path = trial.write("extract of cases.csv", CASES)
    trial.ingest({"cases": path})
    digest = sha256(CASES.encode()).hexdigest()
    assert trial.rows("SELECT name, sha256 FROM snapshot_files") == [(path.name, digest)]


def test_figures_are_counted_and_stored(trial: Trial) -> None:
    report = trial.ingest()
    assert trial.figure("registered") == 3
    assert trial.figure("overdue_visits") == 1
    assert trial.values("SELECT COUNT(*) FROM figures") == [report.figures]


def test_spellings_of_one_value_are_counted_as_one(trial: Trial) -> None:
    rows = "C1,High,Community\nC2,high,community\nC3,HIGH,COMMUNITY\n"
    trial.ingest({"cases": f"case_ref,risk_level,status\n{rows}"})
    assert trial.rows(
        "SELECT slice, value FROM figures WHERE measure = 'risk_mix' AND slice = 'high'"
    ) == [("high", 3.0)]


def test_settings_need_only_what_ingest_reads(trial: Trial) -> None:
    bare = SimpleNamespace(
        definition=SETTINGS.definition, extract=SETTINGS.extract, personal=SETTINGS.personal
    )
    assert ingest(trial.request(), bare).as_at == DAY


def test_the_folder_holds_the_database_and_nothing_else_after(trial: Trial) -> None:
    path: Path = trial.write("cases.csv", CASES)
    trial.ingest({"cases": path})
    assert {each.name for each in trial.folder.iterdir()} == {"cases.csv", "board.db"}
