"""`boardtui define`: what each measure means."""

from __future__ import annotations

import csv
import json

import pytest

from boardtui.core.measures import MEASURES
from tests.cli.conftest import Run


def test_without_a_measure_all_are_defined(run: Run) -> None:
    out = run("define").out
    assert all(f"{measure.title} ({measure.name})\n" in out for measure in MEASURES.values())


def test_with_a_measure_that_one_is_defined(run: Run) -> None:
    assert run("define", "overdue_visits").out == (
        "Overdue visits (overdue_visits)\n"
        "  Actively managed, with a visit due before the snapshot's day, beyond any days of\n"
        "  grace. Due today is not overdue. Here: overdue from the day after the due date.\n"
        "  Counts people or visits, on a day; from records; lower is better.\n"
        "  A share of: actively managed (actively_managed).\n"
        "  Told apart by: risk_level, age_band, unit, officer, mappa_level, mappa_category,\n"
        "  status.\n"
    )


def test_the_definition_has_the_settings_that_bear_on_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDTUI_OVERDUE_GRACE_DAYS", "7")
    shown = json.loads(run("define", "overdue_visits", "--format", "json").out)
    assert "more than 7 days past the due date" in shown["measures"][0]["definition"]


def test_json_has_every_measure(run: Run) -> None:
    shown = json.loads(run("define", "--format", "json").out)
    assert [each["measure"] for each in shown["measures"]] == list(MEASURES)


def test_csv_has_every_measure(run: Run) -> None:
    rows = csv.DictReader(run("define", "--format", "csv").out.splitlines())
    assert [row["measure"] for row in rows] == list(MEASURES)


def test_a_measure_that_is_not_there_is_refused(run: Run) -> None:
    ran = run("define", "overdue_visit")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean overdue_visits?" in ran.err
