"""Names of forces and units in files and requests: one of each, however it is written."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.ingest import FolderRequest, ingest_folder
from boardtui.ingest.faults import IngestUsageError
from tests.ingest.test_published import HEADER, said
from tests.ingest.trial import CASES, CASES_HEADER, DAY, SETTINGS, Trial

FOUR_SPELLINGS = """force,measure,value,unit,as_at,said_by
Avon and Somerset,mappa_category_1,1596,people,2023-03-31,MoJ
AVON AND SOMERSET,mappa_category_1,1500,people,2022-03-31,MoJ
Avon & Somerset,mappa_category_1,1400,people,2021-03-31,MoJ
Avon and Somerset [note 2],mappa_category_1,1300,people,2020-03-31,MoJ
"""

LOOK_THE_SAME = """case_ref,risk_level,status,unit
C1,high,community,Ynys M\u00f4n
C2,low,community,Ynys Mo\u0302n
C3,low,community,Ynys\u00a0 M\u00f4n
C4,low,community,YNYS M\u00d4N
"""

FORCES = "SELECT name FROM forces ORDER BY id"


def test_one_force_in_four_spellings_is_one(trial: Trial) -> None:
    trial.ingest({"figures": FOUR_SPELLINGS})
    assert trial.values(FORCES) == ["Avon and Somerset"]
    assert trial.values("SELECT COUNT(*) FROM figures") == [4]


def test_a_name_is_kept_as_it_was_first_written_without_its_note(trial: Trial) -> None:
    trial.ingest({"figures": said(force="Test  & Shire [note 1]")})
    trial.ingest({"inspections": "force,body,published_on\nTEST AND SHIRE,HMIC,2023-03-31\n"})
    assert trial.values(FORCES) == ["Test & Shire"]
    assert trial.values("SELECT COUNT(*) FROM inspections") == [1]


def test_a_snapshot_of_a_force_that_is_held_is_of_that_force(trial: Trial) -> None:
    trial.ingest({"figures": said(force="Avon and Somerset")})
    report = trial.ingest(force="avon & somerset constabulary")
    assert report.force == "Avon and Somerset"
    assert trial.values(FORCES) == ["Avon and Somerset"]


def test_a_force_of_one_folder_is_one_however_its_published_figures_write_it(trial: Trial) -> None:
    day = trial.folder / "in" / "Oddshire" / "2024-01-17"
    day.mkdir(parents=True)
    (day / "cases.csv").write_text(CASES)
    (day.parent / "figures.csv").write_text(said(force="ODDSHIRE [note 1]"))
    ingest_folder(FolderRequest(str(trial.database), trial.folder / "in"), SETTINGS)
    assert trial.values(FORCES) == ["Oddshire"]


def test_the_same_day_of_a_force_by_another_of_its_names_is_the_same_snapshot(
    trial: Trial,
) -> None:
    trial.ingest()
    assert "Essex has a snapshot as at" in str(trial.refused(force="ESSEX POLICE"))


@pytest.mark.parametrize("kind", ["figures", "inspections"])
def test_a_slip_of_the_pen_in_a_file_is_a_fault_that_asks(trial: Trial, kind: str) -> None:
    good = {
        "figures": said(force="Esex"),
        "inspections": "force,body,published_on\nEsex,HMIC,2023-03-31\n",
    }
    (fault,) = trial.refused({kind: good[kind]}).faults
    assert (fault.row, fault.column, fault.value) == (2, "force", "Esex")
    assert "did you mean Essex?" in fault.expected
    assert "--new-force" in fault.expected


def test_a_slip_within_one_file_is_a_fault_of_the_row_that_has_it(trial: Trial) -> None:
    rows = [said(force=name).splitlines()[1] for name in ("Testshire", "Testshire", "Testshir")]
    (fault,) = trial.refused({"figures": "\n".join([HEADER, *rows]) + "\n"}).faults
    assert (fault.row, fault.value) == (4, "Testshir")


def test_a_slip_in_a_request_is_refused_with_what_was_surely_meant(with_snapshot: Trial) -> None:
    why = str(with_snapshot.refused(force="Essx", as_at=date(2024, 2, 17)))
    assert '"Essx"' in why
    assert "did you mean Essex?" in why
    assert "--new-force" in why


@pytest.mark.parametrize("name", ["Essx", "Wessex"])
def test_a_force_that_is_near_to_another_may_be_meant(with_snapshot: Trial, name: str) -> None:
    with_snapshot.ingest(force=name, as_at=date(2024, 2, 17), new_force=True)
    with_snapshot.ingest({"figures": said(force=f"{name}y")}, new_force=True)
    assert with_snapshot.values(FORCES) == ["Essex", name, f"{name}y"]


def test_once_it_is_held_a_near_name_asks_no_more(trial: Trial) -> None:
    trial.ingest(force="Wessex", new_force=True)
    trial.ingest({"figures": said(force="WESSEX")})
    assert trial.values(FORCES) == ["Wessex"]


def test_a_force_that_is_like_no_other_needs_no_word(with_snapshot: Trial) -> None:
    with_snapshot.ingest({"figures": said(force="Testshire")})
    assert with_snapshot.values(FORCES) == ["Essex", "Testshire"]


def test_a_note_alone_is_no_name(trial: Trial) -> None:
    (fault,) = trial.refused({"figures": said(force="[note 2]")}).faults
    assert (fault.column, fault.expected) == ("force", "the name of a force")
    with pytest.raises(IngestUsageError, match="the name of a force"):
        trial.ingest(force="[note 2]")


UNITS = "SELECT DISTINCT unit FROM cases"


def test_units_that_look_the_same_are_one_spelt_as_first_written(trial: Trial) -> None:
    trial.ingest({"cases": LOOK_THE_SAME})
    assert trial.values(UNITS) == ["Ynys M\u00f4n"]
    counted = "SELECT slice, value FROM figures WHERE measure = 'registered' AND dimension = 'unit'"
    assert trial.rows(counted) == [("Ynys M\u00f4n", 4.0)]


def test_a_unit_is_spelt_as_the_snapshots_before_have_it(trial: Trial) -> None:
    trial.ingest({"cases": LOOK_THE_SAME})
    cases = "case_ref,risk_level,status,unit\nC1,high,community,ynys m\u00f4n\n"
    officers = "officer_ref,unit,fte\nOM-1,YNYS M\u00d4N,1\n"
    trial.ingest({"cases": cases, "officers": officers}, as_at=date(2024, 2, 17))
    assert trial.values(UNITS) == ["Ynys M\u00f4n"]
    assert trial.values("SELECT unit FROM officers") == ["Ynys M\u00f4n"]


PUBLISHED = "SELECT slice FROM figures WHERE snapshot_id IS NULL"


def test_a_published_unit_is_the_one_that_the_records_have(trial: Trial) -> None:
    trial.ingest()
    trial.ingest({"figures": said(by="unit", slice="NORTH [note 1]")})
    assert trial.values(PUBLISHED) == ["North"]


def test_records_spell_a_unit_as_it_was_published(trial: Trial) -> None:
    trial.ingest({"figures": said(by="unit", slice="North & West")})
    row = "C1,high,community,,North and West,,,,,,,,,"
    trial.ingest({"cases": f"{CASES_HEADER}\n{row}\n"}, as_at=DAY)
    assert trial.values(UNITS) == ["North & West"]


def test_units_of_other_forces_keep_their_own_spelling(trial: Trial) -> None:
    trial.ingest()
    trial.ingest({"figures": said(force="Kent", by="unit", slice="NORTH")})
    assert trial.values(PUBLISHED) == ["NORTH"]


def test_the_report_says_which_units_were_read_as_one(trial: Trial) -> None:
    (note,) = trial.ingest({"cases": LOOK_THE_SAME}).notes
    said_so = "writes 1 unit in several ways, or otherwise than an earlier file"
    assert f'{said_so}: read as "Ynys M\u00f4n".' in note
    assert trial.ingest(as_at=date(2024, 2, 17)).notes == ()


def test_references_of_officers_are_text_as_written(trial: Trial) -> None:
    rows = "C1,low,custody,om-1\nC2,low,custody,OM-1\n"
    trial.ingest({"cases": f"case_ref,risk_level,status,officer_ref\n{rows}"})
    assert trial.values("SELECT officer_ref FROM cases ORDER BY id") == ["om-1", "OM-1"]
