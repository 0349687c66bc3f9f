"""Units that look the same are one, spelt as first written, in every file and on every day."""

from datetime import date

import pytest

from tests.ingest.trial import Trial, one_case

COMPOSED, TAKEN_APART, HARD_SPACE = "Ynys Môn", "Ynys Mo\u0302n", "Ynys\u00a0Môn"
ALIKE = [
    COMPOSED,
    TAKEN_APART,
    HARD_SPACE,
    "Ynys   Môn",
    "YNYS MÔN",
    "Ynys Môn [note 2]",
]


def cases(*units: str) -> str:
    rows = (f"C{n},low,community,{unit}\n" for n, unit in enumerate(units))
    return "case_ref,risk_level,status,unit\n" + "".join(rows)


@pytest.mark.parametrize("first", [COMPOSED, TAKEN_APART])
def test_units_that_look_the_same_are_one(trial: Trial, first: str) -> None:
    report = trial.ingest({"cases": cases(first, *ALIKE)})
    assert set(trial.values("SELECT unit FROM cases")) == {first}
    units = "SELECT slice, value FROM figures WHERE measure = 'managed' AND dimension = 'unit'"
    assert trial.rows(f"{units} AND slice IS NOT NULL") == [(first, 1.0 + len(ALIKE))]
    (note,) = report.notes
    assert (
        f'spells 1 unit in several ways, or otherwise than an earlier ingest: read as "{first}"'
        in note
    )


def test_and_is_what_its_sign_is(trial: Trial) -> None:
    trial.ingest({"cases": cases("Town & Bay", "Town and Bay", "Town Bay")})
    assert trial.values("SELECT DISTINCT unit FROM cases ORDER BY id") == ["Town & Bay", "Town Bay"]


def test_a_later_day_spells_a_unit_as_the_earlier_did(trial: Trial) -> None:
    trial.ingest({"cases": cases(COMPOSED)}, as_at=date(2023, 12, 31))
    report = trial.ingest({"cases": cases(TAKEN_APART)})
    assert trial.values("SELECT unit FROM cases") == [COMPOSED, COMPOSED]
    assert trial.values("SELECT message FROM warnings") == [
        "its rows are the same as for 31 Dec 2023"
    ]
    assert len(report.notes) == 1


def test_another_forces_spelling_is_its_own(trial: Trial) -> None:
    trial.ingest({"cases": cases("NORTH")}, force="Kent")
    trial.ingest({"cases": cases("North")})
    assert trial.values("SELECT unit FROM cases ORDER BY id") == ["NORTH", "North"]


def test_a_snapshot_in_anothers_place_is_spelt_anew(trial: Trial) -> None:
    trial.ingest({"cases": cases("NORTH")})
    trial.ingest({"cases": cases("North")}, replace=True)
    assert trial.values("SELECT unit FROM cases") == ["North"]


def test_the_officers_file_is_spelt_as_the_cases_are(trial: Trial) -> None:
    trial.ingest({"cases": cases("North"), "officers": "officer_ref,fte,unit\nX,1,NORTH\nY,1,\n"})
    assert trial.values("SELECT unit FROM officers ORDER BY id") == ["North", None]


def test_rows_left_out_spell_nothing(trial: Trial) -> None:
    content = "case_ref,risk_level,status,unit\nA,hihg,custody,NORTH\nB,low,custody,North\n"
    trial.ingest({"cases": content}, rejects=trial.folder / "bad.csv")
    assert trial.values("SELECT unit FROM cases") == ["North"]


def test_references_are_text_as_written(trial: Trial) -> None:
    content = one_case("C1", officer_ref="om-1") + "C2,low,custody,OM-1\n"
    trial.ingest({"cases": content})
    assert trial.values("SELECT officer_ref FROM cases ORDER BY id") == ["om-1", "OM-1"]
