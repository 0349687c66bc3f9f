"""Every published figure that comes with the program is found on a board, with its source."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import closing, redirect_stdout
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from boardtui.cli.main import main
from boardtui.core.criterion.definition import STANDARD
from boardtui.core.criterion.dimension import Slice
from boardtui.core.figure.figure import Figure, Origin
from boardtui.review.day.catalogue import BaselineKind, Catalogue
from boardtui.review.day.every_figure import every_figure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database

FOLDER = Path(__file__).parents[2] / "fixtures" / "published"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FIGURES = rows("figures.csv")


@pytest.fixture(scope="module")
def database(demo_database: Path) -> Iterator[Database]:
    with closing(open_database(str(demo_database))) as opened:
        yield opened


@pytest.fixture(scope="module")
def shown(database: Database) -> dict[str, list[Figure]]:
    """All that is shown of each force, on any of its days."""
    catalogue = Catalogue(database)
    return {
        force.name: [
            compared.figure
            for day in catalogue.days(force)
            for compared in every_figure(
                Review(database, choose(database, force.name, day), STANDARD)
            )
        ]
        for force in catalogue.forces
        if not force.synthetic
    }


def is_row(figure: Figure, row: dict[str, str]) -> bool:
    slices = (Slice(row["by"], row["slice"]),) if row["by"] else ()
    start = date.fromisoformat(row["period_start"]) if row["period_start"] else None
    return (
        figure.origin is Origin.PUBLISHED
        and figure.measure == row["measure"]
        and figure.slices == slices
        and figure.value == float(row["value"])
        and figure.qualifier == row["qualifier"]
        and figure.unit == row["unit"]
        and (figure.base or "") == row["base"]
        and figure.as_at == date.fromisoformat(row["as_at"])
        and (figure.as_at_stated or "") == row["as_at_stated"]
        and figure.period_start == start
        and figure.source is not None
        and figure.source.said_by == row["said_by"]
        and figure.source.publisher == row["publisher"]
        and figure.source.address == row["address"]
    )


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: f"{row['force']}-{row['measure']}")
def test_a_published_figure_is_shown_with_its_source(
    shown: dict[str, list[Figure]], row: dict[str, str]
) -> None:
    found = [figure for figure in shown[row["force"]] if is_row(figure, row)]
    assert found
    for figure in found:
        for given, end in ((row["low"], figure.low), (row["high"], figure.high)):
            assert not given or end == float(given)
        assert not figure.synthetic


@pytest.fixture(scope="module")
def printed(demo_database: Path) -> Callable[[str, str], list[dict[str, Any]]]:
    """The figures that the command prints as JSON of a force and day, each asked for once."""

    @cache
    def figures(force: str, day: str) -> list[dict[str, Any]]:
        out = io.StringIO()
        words = ["figures", str(demo_database), "--force", force, "--as-at", day]
        with redirect_stdout(out):
            assert main([*words, "--format", "json"]) == 0
        found: list[dict[str, Any]] = json.loads(out.getvalue())["figures"]
        return found

    return figures


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: f"{row['force']}-{row['measure']}")
def test_a_published_figure_is_printed_as_json_with_its_source(
    printed: Callable[[str, str], list[dict[str, Any]]], row: dict[str, str]
) -> None:
    expected = {
        "measure": row["measure"],
        "by": row["by"] or None,
        "slice": row["slice"] or None,
        "value": float(row["value"]),
        "qualifier": row["qualifier"],
        "unit": row["unit"],
        "base": row["base"] or None,
        "as_at": row["as_at"],
        "as_at_stated": row["as_at_stated"],
        "period_start": row["period_start"] or None,
        "origin": "published",
        "said_by": row["said_by"],
        "source": {"publisher": row["publisher"], "address": row["address"]},
    }
    figures = printed(row["force"], row["as_at"])
    assert expected in [{name: figure[name] for name in expected} for figure in figures]


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: f"{row['force']}-{row['measure']}")
def test_a_published_figure_names_its_source(row: dict[str, str]) -> None:
    assert row["said_by"]
    assert row["publisher"]
    assert row["address"].startswith("http")


def test_of_a_real_force_no_records_are_held(database: Database) -> None:
    assert {each.force.name for each in Catalogue(database).held} == {
        "Exampleshire",
        "Sampleshire",
        "Specimenshire",
    }
    assert all(each.force.synthetic for each in Catalogue(database).held)


@pytest.mark.parametrize("row", rows("inspections.csv"), ids=lambda row: str(row["force"]))
def test_an_inspection_s_figures_are_a_baseline_of_later_days(
    database: Database, row: dict[str, str]
) -> None:
    day = date.fromisoformat(row["inspected_on"] or row["published_on"])
    catalogue = Catalogue(database)
    (force,) = (each for each in catalogue.forces if each.name == row["force"])
    baselines = catalogue.baselines(force, date(2100, 1, 1))
    assert day in {b.as_at for b in baselines if b.kind is BaselineKind.INSPECTION}
