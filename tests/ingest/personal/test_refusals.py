"""Personal data in files: refused, with the reason, and never repeated."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from boardtui.ingest import IngestRefusedError, IngestUsageError, ingest
from boardtui.ingest.personal.column_names import kind_named
from boardtui.ingest.personal.kinds import reads_as_personal
from boardtui.settings import Settings
from boardtui.settings.files import Extract, Personal
from tests.ingest.trial import DAY, SETTINGS, Trial, one_case, sheet_maker


@dataclass(frozen=True)
class Case:
    column: str
    value: str
    shown: str
    kind: str


CASES = (
    Case("case_ref", "Keith Blenkinsop", "Xxxxx Xxxxxxxxxx", "name"),
    Case("officer_ref", "PC 4417 Jane Doe", "XX 9999 Xxxx Xxx", "name"),
    Case("unit", "Mr Jones", "Xx Xxxxx", "name"),
    Case("unit", "12 High Street", "99 Xxxx Xxxxxx", "address"),
    Case("unit", "12/03/1975", "99/99/9999", "birth"),
    Case("risk_tool", "ARMS 07700 900123", "XXXX 99999 999999", "phone"),
    Case("case_ref", "jane@example.com", "xxxx@xxxxxxx.xxx", "email"),
    Case("unit", "SW1A 2AA", "XX9X 9XX", "postcode"),
    Case("case_ref", "AB 12 34 56 C", "XX 99 99 99 X", "national_insurance"),
    Case("case_ref", "2003/1234567A", "9999/9999999X", "pnc"),
    Case("case_ref", "163001/79B", "999999/99X", "cro"),
    Case("risk_level", "Keith Blenkinsop", "Xxxxx Xxxxxxxxxx", "name"),
    Case("visit_due", "07700 900123", "99999 999999", "phone"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.column} {case.kind}")
def test_a_value_is_refused_with_its_place_and_its_shape_alone(trial: Trial, case: Case) -> None:
    cases = one_case(**({"ref": case.value} if case.column == "case_ref" else {}))
    if case.column != "case_ref":
        cases = one_case(**{case.column: case.value})
    error = trial.refused({"cases": cases})
    (fault,) = error.faults
    assert (fault.column, fault.row, fault.value) == (case.column, 2, case.shown)
    assert "1 row seems to have" in fault.expected
    assert f'"cases.{case.column}:{case.kind}"' in fault.expected
    assert case.value not in str(error)


def test_what_is_allowed_is_stored_and_nothing_beside_it(trial: Trial) -> None:
    allowing = replace(SETTINGS, personal=Personal(allow=("cases.unit:address",)))
    request = trial.request({"cases": one_case(unit="12 High Street")})
    ingest(request, allowing)
    assert trial.values("SELECT unit FROM cases") == ["12 High Street"]
    other = trial.request({"cases": one_case(unit="07700 900123")}, replace=True)
    with pytest.raises(IngestRefusedError, match="a telephone number"):
        ingest(other, allowing)


def test_what_is_allowed_has_to_be_something(trial: Trial) -> None:
    allowing = replace(SETTINGS, personal=Personal(allow=("case.unit:address",)))
    with pytest.raises(IngestUsageError, match=r"did you mean cases\.unit:address\?"):
        ingest(trial.request(), allowing)


def test_rejects_leave_the_row_out_and_show_its_shape(trial: Trial) -> None:
    rejects = trial.folder / "rejects.csv"
    rows = "case_ref,risk_level,status,unit\nC1,high,community,North\nC2,low,custody,1 Elm Row\n"
    trial.ingest({"cases": rows}, rejects=rejects)
    assert trial.values("SELECT case_ref FROM cases") == ["C1"]
    with rejects.open(encoding="utf-8", newline="") as file:
        (line,) = list(csv.DictReader(file))
    assert (line["row"], line["column"], line["value"]) == ("3", "unit", "9 Xxx Xxx")
    assert "Elm" not in rejects.read_text("utf-8")


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_spreadsheets_are_looked_through_too(trial: Trial, suffix: str) -> None:
    path = trial.folder / f"cases{suffix}"
    sheet_maker([
        ["case_ref", "risk_level", "status", "unit"],
        ["C1", "high", "community", "Flat 2, 14 Mill Lane"],
    ])[suffix](path)  # fmt: skip
    (fault,) = trial.refused({"cases": path}).faults
    assert fault.value == "Xxxx 9, 99 Xxxx Xxxx"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("visits", "case_ref,visited_on,outcome\nKeith Blenkinsop,2024-01-02,seen\n"),
        ("officers", "officer_ref,fte\nSgt Jane Doe,1\n"),
        ("leavers", "case_ref,left_on\n2003/1234567A,2024-01-02\n"),
    ],
)
def test_every_file_of_a_snapshot_is_looked_through(trial: Trial, kind: str, content: str) -> None:
    (fault,) = trial.refused({"cases": one_case(), kind: content}).faults
    assert "personal data is not stored" in fault.expected


def test_who_said_something_in_public_is_named_and_their_telephone_is_not(trial: Trial) -> None:
    header = "force,measure,value,unit,as_at,said_by\n"
    said = "Essex,overdue_visits,273,people,2024-01-17,"
    trial.ingest({"figures": f"{header}{said}Mr John Smith (HM Inspector)\n"})
    (fault,) = trial.refused({"figures": f"{header}{said}John Smith on 07700 900123\n"}).faults
    assert fault.column == "said_by"


# Columns


def mapped(trial: Trial, name: str, ours: str, rows: str, *allow: str) -> str:
    """What is said of a file with a column of a force's own name; "" where it is stored."""
    settings = Settings(extract=Extract(columns={name: ours}), personal=Personal(allow=allow))
    try:
        ingest(trial.request({"cases": rows}), settings)
    except IngestRefusedError as error:
        return str(error)
    return ""


def test_a_column_of_names_is_refused_by_its_name(trial: Trial) -> None:
    rows = "Surname,risk_level,status\nX1,high,community\n"
    said = mapped(trial, "Surname", "case_ref", rows)
    assert "its column Surname, read as case_ref, has a person's name by its name" in said
    assert not mapped(trial, "Surname", "case_ref", rows, "cases.case_ref:name")


def test_a_column_of_names_is_refused_whoever_is_in_it(trial: Trial) -> None:
    people = ("Smith", "Jones", "Okafor", "Wiśniewska", "Ramsbottom", "Patel")
    rows = "\n".join(f"C{at},high,community,{name}" for at, name in enumerate(people))
    cases = f"case_ref,risk_level,status,officer_ref\n{rows}\n"
    error = trial.refused({"cases": cases}, rejects=trial.folder / "rejects.csv")
    assert 'a person\'s name in most of its 6 rows, such as "Xxxxx"' in str(error)
    assert not any(name in str(error) for name in people)


def test_a_column_of_dates_long_before_any_register_is_one_of_births(trial: Trial) -> None:
    rows = "\n".join(f"C{at},high,community,{1960 + at}-05-17" for at in range(30))
    error = trial.refused({"cases": f"case_ref,risk_level,status,registered_on\n{rows}\n"})
    assert "its column registered_on has a date of birth in most of its 30 rows" in str(error)


def test_an_unknown_column_is_told_what_it_seems_to_hold(trial: Trial) -> None:
    error = trial.refused({"cases": "case_ref,risk_level,status,Date of Birth\nC1,low,custody,x\n"})
    assert "by its name it has a date of birth" in str(error)


def test_a_file_without_a_header_row_does_not_have_its_first_record_told(trial: Trial) -> None:
    error = trial.refused({"cases": "Keith Blenkinsop,07700 900123,high\nX,Y,low\n"})
    assert "Blenkinsop" not in str(error)
    assert "900123" not in str(error)


def test_a_name_told_in_a_note_is_masked_before_it(trial: Trial) -> None:
    cases = "case_ref,risk_level,status,unit\nC1,low,custody,1 Elm Row\nC2,low,custody,1 ELM ROW\n"
    assert "elm" not in str(trial.refused({"cases": cases})).casefold()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Surname", "name"),
        ("OffenderName", "name"),
        ("unit_name", None),
        ("Officer name", "name"),
        ("DOB", "birth"),
        ("Home address line 1", "address"),
        ("E-mail", "email"),
        ("Email address", "email"),
        ("Contact number", "phone"),
        ("Post Code", "postcode"),
        ("NI No.", "national_insurance"),
        ("PNC ID", "pnc"),
        ("CRO", "cro"),
        ("Nominal number", None),
        ("Risk", None),
    ],
)
def test_the_name_of_a_column_says_what_is_in_it(name: str, kind: str | None) -> None:
    assert kind_named(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        *("EX-000123", "North Harbour", "Victoria Road", "2023/00123", "00001234567"),
        *("Area 2 Hyde Park", "District 12", "St James", "Post 4 North", "PC 2041", "", "-", "B1"),
    ],
)
def test_references_and_units_are_nothing_of_the_kind(text: str) -> None:
    assert not reads_as_personal(text)


def test_references_that_have_the_form_of_a_number_by_chance_are_stored(trial: Trial) -> None:
    refs = [f"{at * 7_654_321_987 % 10**11:011d}" for at in range(1, 400)]
    assert any(map(reads_as_personal, refs))
    rows = "\n".join(f"{ref},high,community" for ref in refs)
    trial.ingest({"cases": f"case_ref,risk_level,status\n{rows}\n"})
    assert len(trial.values("SELECT case_ref FROM cases")) == len(refs)


def test_ignored_columns_are_passed_over_unread(trial: Trial) -> None:
    settings = Settings(extract=Extract(ignore=("Surname",)))
    ingest(trial.request({"cases": one_case(Surname="Blenkinsop")}), settings)
    assert b"Blenkinsop" not in Path(trial.database).read_bytes()
    assert DAY.isoformat() in trial.values("SELECT as_at FROM snapshots")
