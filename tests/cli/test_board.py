"""Opening the board: what it is given, and what is refused before it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from boardtui.settings import Settings
from tests.cli.conftest import Run


def test_a_database_is_opened_on_its_newest_snapshot(
    run: Run, demo_database: Path, opened: list[Any]
) -> None:
    assert run(demo_database).status == 0
    ((_, location, selection, settings, definition, warnings, outlets, access),) = opened
    assert location == str(demo_database)
    assert (selection.force.name, str(selection.day)) == ("Exampleshire", "2024-01-17")
    assert settings == Settings()
    assert definition == settings.definition
    assert not warnings
    assert outlets is None
    assert access is None


def test_force_day_and_baseline_are_taken(run: Run, demo_database: Path, opened: list[Any]) -> None:
    words = ("--force", "sampleshire", "--as-at", "31/08/2023", "--against", "none")
    assert run(demo_database, *words).status == 0
    selection = opened[0][2]
    assert (selection.force.name, str(selection.day)) == ("Sampleshire", "2023-08-31")
    assert selection.baseline is None


def test_the_database_is_closed_when_the_board_is(
    run: Run, demo_database: Path, opened: list[Any]
) -> None:
    run(demo_database)
    with pytest.raises(Exception, match="closed"):
        opened[0][0].rows("SELECT 1")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["absent.db"], 3),
        (["DEMO", "--force", "Nowhere"], 2),
        (["DEMO", "--config", "absent.toml"], 2),
        (["DEMO", "--as-at", "17.01.2024"], 2),
        (["DEMO", "--definition", "then", "--against", "none"], 2),
        (["--definition", "figures", "DEMO"], 2),
    ],
)
def test_what_cannot_be_opened_is_told_before_the_board_is(
    run: Run, demo_database: Path, opened: list[Any], words: list[str], status: int
) -> None:
    given = [str(demo_database) if word == "DEMO" else word for word in words]
    assert run(*given).status == status
    assert opened == []
