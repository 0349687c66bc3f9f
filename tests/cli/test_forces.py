"""`boardtui forces`: one measure of all forces, as JSON, CSV and text, and never ranked."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

from tests.cli.conftest import Run


def test_json_is_the_contract_s(run: Run, demo_database: Path) -> None:
    ran = run("forces", demo_database, "--measure", "overdue_visits", "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    shown = json.loads(ran.out)
    assert (shown["version"], shown["synthetic"], shown["measure"]) == (1, True, "overdue_visits")
    names = [force["force"] for force in shown["forces"]]
    assert names == ["Exampleshire", "Sampleshire", "Specimenshire"]
    first = shown["forces"][0]
    assert (first["value"], first["base"], first["where"]) == (273, 1488, "inside")
    assert first["limits_998"][0] <= first["limits_95"][0] <= first["share"]
    assert first["share"] <= first["limits_95"][1] <= first["limits_998"][1]
    assert shown["tau"] > 0
    assert {one["force"] for one in shown["apart"]} == {
        "Avon and Somerset",
        "England and Wales",
        "Essex",
    }


def test_published_figures_alone_have_no_limits(run: Run, demo_database: Path) -> None:
    words = ("forces", demo_database, "--measure", "mappa_category_1", "--as-at", "2020-03-31")
    shown = json.loads(run(*words, "--format", "json").out)
    assert [(one["force"], one["value"]) for one in shown["forces"]] == [("Essex", 1596)]
    assert shown["forces"][0]["limits_95"] is None
    assert shown["unknown"] == "population aged 10 and over not published"
    apart = {one["force"]: one["why"] for one in shown["apart"]}
    assert apart["England and Wales"] == "holds the other forces"
    text = run(*words).out
    assert "No limits are drawn: population aged 10 and over not published." in text
    rows = list(csv.DictReader(StringIO(run(*words, "--format", "csv").out)))
    assert rows[0]["force"] == "Essex"
    assert [row["apart"] for row in rows if row["force"] == "Exampleshire"] == ["invented"]


def test_text_is_by_name_and_says_that_nobody_is_ranked(run: Run, demo_database: Path) -> None:
    text = run("forces", demo_database, "--measure", "overdue_visits", "--force", "Sampleshire").out
    assert text.index("\nExampleshire: 273") < text.index("\nSampleshire: 124")
    assert "Sampleshire: 9.5%. 3 forces count this alike" in text
    assert "are not ranked" in text


def test_a_measure_is_asked_for(run: Run, demo_database: Path) -> None:
    assert run("forces", demo_database).status == 2
    ran = run("forces", demo_database, "--measure", "overdue_visit")
    assert "overdue_visits" in ran.err
    assert run("forces", demo_database, "--measure", "mappa_category_4").status == 2
