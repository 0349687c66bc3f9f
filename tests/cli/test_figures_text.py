"""`boardtui figures` as text: lines that each read by themselves, to a screen reader too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

OVERDUE = ("--measure", "overdue_visits")


def test_text_says_first_whose_the_figures_are(run: Run, demo_database: Path) -> None:
    first = run("figures", demo_database, *OVERDUE).out.splitlines()[0]
    assert first == (
        "Exampleshire (SYNTHETIC), as at 17 Jan 2024. Compared with: inspection, stated “March "
        "2023” (published figures)."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Overdue visits (overdue_visits): from records",
        "  Overdue visits: 273, 18.3% of 1,488 actively managed; was 217 (published, from records: "
        "217), 15.5% of 1,400 actively managed (from records); 56 more (25.8%)",
        "  Note: chosen of 3 given; the inspectors' definition is not published.",
        "  Overdue visits, stated “17 January 2024”: 273, 17.6%–18.8% of ≈1,500 managed; was 217 "
        "(published, from records: 217), 15.5% of 1,400 actively managed (from records); 56 more "
        "(25.8%)",
        "  Overdue visits, 181–365 days: 30, 11.0% of all 273 (overdue visits); was 38 (from "
        "records); 8 fewer (21.1%)",
    ],
)
def test_a_line_of_text_reads_by_itself(run: Run, demo_database: Path, line: str) -> None:
    assert line in run("figures", demo_database, *OVERDUE).out.splitlines()


def test_text_names_the_dimension_of_a_bare_number(run: Run, demo_database: Path) -> None:
    out = run("figures", demo_database, *OVERDUE, "--by", "mappa_level").out
    assert "Overdue visits (overdue_visits), by MAPPA level: from records" in out
    assert "20.5% of 39 actively managed (MAPPA level 2)" in out
    assert "\n  Overdue visits, MAPPA level not recorded: " in out


def test_text_gives_a_month_by_name_and_says_what_is_partial(run: Run, demo_database: Path) -> None:
    out = run("figures", demo_database, "--measure", "visits_seen").out
    assert ", Nov 2023: " in out
    assert ", 1 Jan 2024 to 17 Jan 2024 (" in out


def test_text_says_why_a_value_is_not_known(run: Run, demo_database: Path) -> None:
    words = ("--measure", "overdue_visits_oldest_months", "--by", "risk_level")
    out = run("figures", demo_database, *words).out
    assert ", very high: none overdue; then: none overdue (from records)" in out


def test_where_there_are_no_such_figures_text_says_so(run: Run, demo_database: Path) -> None:
    words = ("--measure", "caseload_max", "--by", "unit", "--by", "risk_level")
    ran = run("figures", demo_database, *words)
    assert ran.status == 0
    assert ran.out.endswith("There are no such figures.\n")
