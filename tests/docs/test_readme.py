"""What the README says of the demo's figures and of the keys is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from boardtui.screens.keys.keys import key_name
from docs.generate.keys import bindings_of, screens_with_keys
from tests.docs.conftest import Run
from tests.docs.documents import README, code_spans, sections, text_of

READING = sections(text_of(README))["How to read the board"]
KEYS = sections(text_of(README))["Keys"]
DAYS = ("--from", "2023-03-31", "--to", "2024-01-17", "--force", "Exampleshire")

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?%?")
A_DAY = re.compile(r"March 2023")

HEADLINES = (
    "overdue_visits",
    "overdue_assessments",
    "overdue_high_risk",
    "overdue_visits_oldest_months",
    "overdue_visits_median_days",
    "visits_not_dated",
    "actively_managed",
    "managed",
    "reactively_managed",
    "missing_people",
)


def test_every_number_is_one_that_the_commands_print(demo_database: Path, run: Run) -> None:
    printed = "".join(
        run(*words)
        for words in (
            ("figures", demo_database),
            ("figures", demo_database, "--format", "json"),
            ("flow", demo_database, *DAYS),
            ("flow", demo_database, *DAYS, "--backlog", "assessments"),
        )
    )
    known = set(NUMBER.findall(printed))
    claimed = set(NUMBER.findall(A_DAY.sub("", READING)))
    assert claimed - known == set()


@pytest.mark.parametrize("measure", HEADLINES)
def test_a_headline_figure_is_in_the_readme(measure: str, demo_database: Path, run: Run) -> None:
    out = run("figures", demo_database, "--measure", measure, "--format", "json")
    value = next(
        figure["value"]
        for figure in json.loads(out)["figures"]
        if figure["by"] is None and figure["origin"] == "records"
    )
    assert f"{value:,}" in NUMBER.findall(READING)


@pytest.mark.parametrize("measure", ["overdue_visits", "overdue_assessments"])
def test_what_it_was_is_in_the_readme(measure: str, demo_database: Path, run: Run) -> None:
    out = run("figures", demo_database, "--measure", measure, "--format", "json")
    assert f"{json.loads(out)['figures'][0]['then']['value']:,}" in NUMBER.findall(READING)


def test_every_key_in_the_readme_is_a_key_of_a_screen() -> None:
    keys = {
        key_name(key)
        for screen in screens_with_keys()
        for binding in bindings_of(screen)
        for key in binding.key.split(",")
    }
    rows = [row for row in KEYS.splitlines() if row.startswith("| `")]
    assert rows
    for row in rows:
        assert set(code_spans(row.split("|")[1])) <= keys, row
