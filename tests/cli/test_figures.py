"""`boardtui figures`: whatever the board shows, as CSV and JSON."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from boardtui.core.criterion.dimension import RISK_LEVELS
from tests.cli.conftest import Run

OVERDUE = ("--measure", "overdue_visits")


@pytest.fixture
def figures(run: Run, demo_database: Path) -> Any:
    """The parsed JSON of a run on the demo."""

    def of(*words: str) -> dict[str, Any]:
        ran = run("figures", demo_database, *words, "--format", "json")
        assert (ran.status, ran.err) == (0, "")
        parsed = json.loads(ran.out)
        assert isinstance(parsed, dict)
        return parsed

    return of


def test_json_says_whose_the_figures_are(figures: Any) -> None:
    shown = figures(*OVERDUE)
    del shown["figures"]
    assert shown == {
        "version": 1,
        "force": "Exampleshire",
        "as_at": "2024-01-17",
        "synthetic": True,
        "against": {
            "kind": "inspection",
            "as_at": "2023-03-31",
            "label": "inspection, stated “March 2023” (published figures)",
        },
    }


SHARE = {"of": "actively_managed", "slice": None}


def test_json_has_each_figure_with_all_that_is_true_of_it(figures: Any) -> None:
    whole = figures(*OVERDUE)["figures"][0]
    assert whole.pop("definition").endswith("Here: overdue from the day after the due date.")
    del whole["then"], whole["then_other"]
    percent = pytest.approx(56 / 217 * 100)
    assert whole == {
        "measure": "overdue_visits",
        "by": None,
        "slice": None,
        "value": 273,
        "low": 273,
        "high": 273,
        "qualifier": "exact",
        "suppressed": False,
        "written": None,
        "unit": "people",
        "unknown": None,
        "as_at": "2024-01-17",
        "as_at_stated": None,
        "period_start": None,
        "partial": None,
        "share": {**SHARE, "value": 273 / 1488, "low": 273 / 1488, "high": 273 / 1488},
        "part": None,
        "origin": "records",
        "synthetic": True,
        "base": None,
        "said_by": None,
        "source": None,
        "then_as_stored": None,
        "change": 56,
        "change_low": 56,
        "change_high": 56,
        "change_percent": percent,
        "change_percent_low": percent,
        "change_percent_high": percent,
        "comparable": True,
        "caution": "the inspectors' definition is not published",
        "as_stored": None,
        "chosen": True,
        "agrees": None,
        "possible_counts": [],
        "earlier": False,
    }


def test_json_has_then_as_it_was_published_and_as_it_was_counted(figures: Any) -> None:
    whole = figures(*OVERDUE)["figures"][0]
    then = {"value": 217, "low": 217, "high": 217, "qualifier": "exact", "as_at": "2023-03-31"}
    then |= {"suppressed": False, "unknown": None, "period_start": None}
    assert whole["then"] == {
        **then,
        "origin": "published",
        "as_at_stated": "March 2023",
        "definition": None,
        "said_by": "inspection report, March 2023 (synthetic)",
        "unit": "visits",
        "written": "217",
        "share": None,
    }
    assert whole["then_other"] == {
        **then,
        "origin": "records",
        "as_at_stated": None,
        "definition": whole["definition"],
        "said_by": None,
        "unit": "people",
        "written": None,
        "share": {**SHARE, "value": 217 / 1400, "low": 217 / 1400, "high": 217 / 1400},
    }


def test_json_writes_whole_numbers_as_whole_numbers(run: Run, demo_database: Path) -> None:
    out = run("figures", demo_database, *OVERDUE, "--format", "json").out
    assert '"value": 273,' in out
    assert "273.0" not in out


def test_json_has_an_interval_for_a_hedge(figures: Any) -> None:
    listed = figures("--measure", "managed")["figures"]
    about = next(each for each in listed if each["qualifier"] == "about")
    assert (about["value"], about["low"], about["high"]) == (1500, 1450, 1550)
    assert (about["change"], about["change_low"], about["change_high"]) == (96, 46, 146)


def test_json_names_the_source_of_what_was_published(figures: Any) -> None:
    listed = figures(*OVERDUE)["figures"]
    said = next(each for each in listed if each["origin"] == "published")
    assert said["chosen"] is False
    assert said["agrees"] is True
    assert said["said_by"] == "Deputy chief constable, board (synthetic)"
    assert set(said["source"]) == {"publisher", "address"}


def test_without_by_every_dimension_is_told(figures: Any) -> None:
    listed = figures(*OVERDUE)["figures"]
    assert {each["by"] for each in listed} == {
        None,
        "risk_level",
        "age_band",
        "unit",
        "officer",
        "mappa_level",
        "mappa_category",
        "status",
    }


def test_by_a_dimension_gives_the_whole_and_its_slices_in_order(figures: Any) -> None:
    listed = figures(*OVERDUE, "--by", "risk_level")["figures"]
    assert listed[0]["by"] is None
    slices = [each["slice"] for each in listed if each["by"] == "risk_level"]
    assert slices == list(RISK_LEVELS)
    assert [each["slice"] for each in listed if each["by"] is None] == [None] * (len(listed) - 5)


def test_age_bands_stand_in_order_without_a_share(figures: Any) -> None:
    listed = figures(*OVERDUE, "--by", "age_band")["figures"]
    bands = [each for each in listed if each["by"]]
    assert [each["slice"] for each in bands] == ["1-30", "31-90", "91-180", "181-365", "over 365"]
    assert {each["share"] for each in bands} == {None}
    assert sum(each["value"] for each in bands) == 273


def test_a_slice_is_a_share_of_its_base_and_a_part_of_its_whole(figures: Any) -> None:
    listed = figures(*OVERDUE, "--by", "risk_level")["figures"]
    high = next(each for each in listed if each["slice"] == "high")
    assert (high["share"]["of"], high["share"]["slice"]) == ("actively_managed", "high")
    assert (high["part"]["of"], high["part"]["slice"]) == ("overdue_visits", None)
    assert high["part"]["value"] == 41 / 273


def test_two_dimensions_give_their_cross(figures: Any) -> None:
    listed = figures(*OVERDUE, "--by", "risk_level", "--by", "age_band")["figures"]
    assert {tuple(each["by"]) for each in listed} == {("risk_level", "age_band")}
    assert listed[0]["slice"] == ["very_high", "1-30"]
    assert sum(each["value"] for each in listed) == 273


@pytest.mark.parametrize(
    "by", [("unit", "unit"), ("unit", "officer", "status")], ids=["twice the same", "three"]
)
def test_by_is_one_dimension_or_two_different_ones(
    run: Run, demo_database: Path, by: tuple[str, ...]
) -> None:
    ran = run("figures", demo_database, *(word for name in by for word in ("--by", name)))
    assert (ran.status, ran.out) == (2, "")


def test_several_measures_come_one_after_another(figures: Any) -> None:
    words = ("--measure", "overdue_assessments", *OVERDUE, "--by", "status")
    listed = figures(*words)["figures"]
    assert list(dict.fromkeys(each["measure"] for each in listed)) == [
        "overdue_assessments",
        "overdue_visits",
    ]


def test_against_none_compares_with_nothing(figures: Any) -> None:
    shown = figures(*OVERDUE, "--against", "none")
    assert shown["against"] is None
    assert {each["then"] for each in shown["figures"]} == {None}


def test_against_a_day_puts_its_records_first(figures: Any) -> None:
    whole = figures(*OVERDUE, "--against", "31/03/2023")["figures"][0]
    assert whole["then"]["origin"] == "records"
    assert whole["then_other"]["origin"] == "published"


def test_a_day_of_published_figures_alone_can_be_shown(figures: Any) -> None:
    shown = figures("--force", "Avon and Somerset", "--as-at", "2024-01-17", *OVERDUE)
    assert shown["synthetic"] is False
    assert {each["origin"] for each in shown["figures"]} == {"published"}


def test_another_definition_is_worked_out_and_said(
    run: Run, demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDTUI_OVERDUE_GRACE_DAYS", "30")
    ran = run("figures", demo_database, *OVERDUE, "--format", "json")
    assert ran.err.startswith("The figures were stored under another definition")
    whole = json.loads(ran.out)["figures"][0]
    assert whole["value"] == 273 - 118


def test_csv_has_the_same_figures_as_json(run: Run, demo_database: Path, figures: Any) -> None:
    out = run("figures", demo_database, *OVERDUE, "--format", "csv").out
    rows = list(csv.DictReader(out.splitlines()))
    listed = figures(*OVERDUE)["figures"]
    values = ["" if each["value"] is None else str(each["value"]) for each in listed]
    assert [row["value"] for row in rows] == values
    assert [row["unknown"] for row in rows] == [each["unknown"] or "" for each in listed]
    assert [row["slice"] for row in rows] == [each["slice"] or "" for each in listed]
    assert {row["synthetic"] for row in rows} == {"yes"}
    assert rows[0]["share_value"] == str(273 / 1488)
    assert rows[0]["then_other_share_of"] == "actively_managed"


def test_csv_of_a_cross_has_a_pair_of_columns_for_each_dimension(
    run: Run, demo_database: Path
) -> None:
    words = (*OVERDUE, "--by", "unit", "--by", "risk_level", "--format", "csv")
    rows = csv.DictReader(run("figures", demo_database, *words).out.splitlines())
    first = next(rows)
    assert (first["by"], first["slice"]) == ("unit", "Castle")
    assert (first["by_2"], first["slice_2"]) == ("risk_level", "very_high")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--force", "Examplshire"), "Did you mean Exampleshire?"),
        (("--as-at", "2020-01-01"), "as at 1 Jan 2020"),
        (("--against", "2020-01-01"), "as at 1 Jan 2020 to compare"),
        (("--measure", "overdue"), "did you mean overdue_visits?"),
        (("--by", "risk"), "did you mean risk_level?"),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(
    run: Run, demo_database: Path, words: tuple[str, ...], sentence: str
) -> None:
    ran = run("figures", demo_database, *words)
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err


def test_a_database_that_is_not_there_is_3(run: Run) -> None:
    ran = run("figures", "absent.db")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.startswith("absent.db: there is no such database.")


def test_a_file_that_is_no_database_is_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Not a database, but long enough to be read as one.")
    assert run("figures", "notes.db").status == 3
