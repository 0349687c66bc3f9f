"""Published figures, from a file through the database to text, CSV and JSON: as they were said."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run

HEADER = "force,measure,by,slice,value,qualifier,unit,base,as_at,said_by,publisher,address"
INSPECTED = "force,body,inspected_on\nTestshire,HMICFRS,2023-03-31\n"

Figures = Callable[..., Ran]


@pytest.fixture
def figures(run: Run, tmp_path: Path) -> Figures:
    """Take in rows of published figures and an inspection, and print what is held."""

    def of(*rows: str, words: tuple[str, ...] = ()) -> Ran:
        (tmp_path / "figures.csv").write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
        (tmp_path / "inspections.csv").write_text(INSPECTED, encoding="utf-8")
        files = ("--figures", "figures.csv", "--inspections", "inspections.csv")
        ingested = run("ingest", "board.db", *files)
        assert ingested.status == 0, ingested.err
        ran = run("figures", "board.db", "--force", "TESTSHIRE", *words)
        assert ran.status == 0, ran.err
        return ran

    return of


def as_json(ran: Ran) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ran.out)["figures"]
    return found


def as_csv(ran: Ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ran.out)))


SHARE = "Testshire,overdue_visits_share,,,15,rounded,%,,2024-01-17,chief,,"
GROWTH = "Testshire,registered_growth,,,2.25,,per cent,,2024-01-17,chief,,"
WITHHELD = "Testshire,mappa_level_3,,,[c],,people,,2024-01-17,MoJ,,"
BEFORE = "Testshire,mappa_level_3,,,6,,people,,2023-03-31,MoJ,,"


def test_a_per_cent_is_one_in_text_csv_and_json(figures: Figures) -> None:
    assert "as said in per cent: 15%\n" in figures(SHARE).out
    (row,) = as_csv(figures(SHARE, words=("--format", "csv")))
    assert (row["value"], row["unit"], row["written"]) == ("15", "per cent", "15")
    (figure,) = as_json(figures(SHARE, words=("--format", "json")))
    assert (figure["value"], figure["low"], figure["high"]) == (15, 14.5, 15.5)
    assert figure["unit"] == "per cent"


@pytest.mark.parametrize(("value", "shown"), [("2.25", "2.25%"), ("15.0", "15.0%")])
def test_digits_are_shown_as_they_were_written(figures: Figures, value: str, shown: str) -> None:
    assert f"as said: {shown}\n" in figures(GROWTH.replace("2.25", value)).out


def test_what_is_not_known_of_a_source_leaves_no_gap(figures: Figures) -> None:
    heading = "Growth of the register, as said (registered_growth): published, said by chief"
    assert f"\n{heading}\n" in figures(GROWTH).out
    (figure,) = as_json(figures(GROWTH, words=("--format", "json")))
    assert figure["source"] == {"publisher": None, "address": None}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("chief,the Echo,https://e.org", "said by chief in the Echo, https://e.org"),
        ("chief,the Echo,", "said by chief in the Echo"),
        ("chief,,https://e.org", "said by chief, https://e.org"),
    ],
)
def test_what_is_known_of_a_source_is_told(figures: Figures, source: str, words: str) -> None:
    row = GROWTH.replace("chief,,", source)
    assert f"(registered_growth): published, {words}\n" in figures(row).out


def test_a_figure_withheld_is_a_mark_in_text_that_is_explained(figures: Figures) -> None:
    out = figures(WITHHELD, BEFORE).out
    assert ": [c]; was 6 (published)\n" in out
    assert (
        "  Note: [c]: withheld by who gave it; not comparable: the figure now was withheld." in out
    )


def test_a_figure_withheld_then_is_a_mark(figures: Figures) -> None:
    out = figures(WITHHELD.replace("2024-01-17", "2023-03-31"), BEFORE.replace("2023", "2024")).out
    assert ": 6; then: [c] (published)\n" in out
    assert "  Note: not comparable: the figure then was withheld.\n" in out


def test_a_figure_withheld_is_null_in_json(figures: Figures) -> None:
    (figure,) = as_json(figures(WITHHELD, BEFORE, words=("--format", "json")))
    assert figure["suppressed"] is True
    assert {figure[name] for name in ("value", "low", "high", "unknown", "written")} == {None}
    assert {figure[name] for name in ("share", "part", "change", "change_percent")} == {None}
    assert figure["comparable"] is False
    then = figure["then"]
    assert (then["value"], then["suppressed"], then["unit"]) == (6, False, "people")


def test_what_was_withheld_then_says_so_in_json(figures: Figures) -> None:
    rows = WITHHELD.replace("2024-01-17", "2023-03-31"), BEFORE.replace("2023", "2024")
    (figure,) = as_json(figures(*rows, words=("--format", "json")))
    assert (figure["value"], figure["suppressed"]) == (6, False)
    assert (figure["then"]["value"], figure["then"]["suppressed"]) == (None, True)
    assert (figure["change"], figure["comparable"]) == (None, False)


def test_a_figure_withheld_has_a_column_of_its_own_in_csv(figures: Figures) -> None:
    (row,) = as_csv(figures(WITHHELD, BEFORE, words=("--format", "csv")))
    assert (row["value"], row["suppressed"]) == ("", "yes")
    assert (row["then_value"], row["then_suppressed"], row["then_unit"]) == ("6", "no", "people")


def test_the_change_of_a_per_cent_is_in_points_with_its_digits(figures: Figures) -> None:
    out = figures(GROWTH, GROWTH.replace("2.25", "2").replace("2024-01-17", "2023-03-31")).out
    assert ": 2.25%; was 2% (published); 0.25 points more\n" in out


def test_a_share_by_a_hedge_is_no_more_than_all(figures: Figures) -> None:
    rows = (
        "Testshire,visits_attempted,,,350,nearly,visits,,2023-11-30,chief,,",
        "Testshire,visits_seen,,,340,,visits,,2023-11-30,chief,,",
    )
    (attempted, seen) = as_json(figures(*rows, words=("--format", "json")))
    assert (attempted["low"], attempted["high"]) == (340, 349)
    assert (seen["share"]["of"], seen["share"]["high"]) == ("visits_attempted", 1)
    assert "97.4%–100.0% of just under 350" in figures(*rows).out


def test_a_force_that_is_near_to_another_needs_a_word(run: Run, tmp_path: Path) -> None:
    (tmp_path / "figures.csv").write_text(f"{HEADER}\n{GROWTH.replace('Testshire', 'Wessex')}\n")
    refused = run("ingest", "board.db", "--figures", "figures.csv")
    assert refused.status == 1
    assert "did you mean Essex? Where it is another one, give --new-force" in refused.err
    assert run("ingest", "board.db", "--figures", "figures.csv", "--new-force").status == 0
    assert run("figures", "board.db", "--force", "wessex").status == 0


@pytest.mark.parametrize("name", ["avon & somerset", "AVON AND SOMERSET [note 2]"])
def test_a_force_is_found_however_its_name_is_written(
    run: Run, demo_database: Path, name: str
) -> None:
    out = run("figures", demo_database, "--force", name, "--measure", "managed").out
    assert out.startswith("Avon and Somerset, as at 17 Jan 2024.")


@pytest.mark.parametrize("unit", ["north", " NORTH ", "North [note 2]"])
def test_a_unit_is_found_however_its_name_is_written(
    run: Run, demo_database: Path, unit: str
) -> None:
    words = ("cases", demo_database, "--where", f"unit={unit}", "--format", "json")
    assert json.loads(run(*words).out)["where"] == [{"by": "unit", "slice": "North"}]
