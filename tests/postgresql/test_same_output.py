"""Every command prints of a database on the server what it prints of the same in a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest

from boardtui.cli.main import main
from boardtui.core.criterion.dimension import DIMENSIONS
from tests.postgresql.conftest import Both
from tests.postgresql.oddshire import DAYS, FORCE

DEMO = "Exampleshire"
MONTHS = "Specimenshire"
FORCES = (DEMO, "Sampleshire", FORCE)
BACKLOGS = ("visits", "assessments")
PARTS = (
    *("opening", "closing", "date_moved", "left", "cleared_without", "newly_overdue"),
    *("still_overdue", "dates_moved", "overdue_by_dates_then"),
)


def between_days(start: date) -> tuple[str, ...]:
    return ("--force", FORCE, "--from", start.isoformat(), "--to", DAYS[-1].isoformat())


def commands() -> Iterator[tuple[str, ...]]:
    """Command lines without their database."""
    yield ("snapshots",)
    for force in (*FORCES, "Avon and Somerset", "England and Wales"):
        yield ("figures", "--force", force)
        yield ("inspections", "--force", force)
    for force in FORCES:
        yield ("cases", "--force", force)
        yield ("figures", "--force", force, "--definition", "now", "--against", "none")
    yield from (("figures", "--force", FORCE, "--by", name) for name in DIMENSIONS)
    for one, other in combinations(DIMENSIONS, 2):
        yield ("figures", "--force", FORCE, "--by", one, "--by", other)
    for measure in ("overdue_visits", "mappa_category_1"):
        yield ("forces", "--measure", measure, "--force", FORCE)
    for backlog in BACKLOGS:
        yield ("forecast", "--force", FORCE, "--backlog", backlog, "--runs", "20", "--back-test")
        yield from (
            ("cases", "--force", FORCE, "--part", part, "--backlog", backlog) for part in PARTS
        )
        # The flow from the snapshot before is stored, the other is worked out.
        for start in DAYS[:-1]:
            between = (*between_days(start), "--backlog", backlog)
            yield ("flow", *between)
            yield ("flow", *between, "--by", "unit")
        yield ("flow", *between_days(DAYS[0]), "--backlog", backlog, "--chain")
    for name in ("newly_overdue_visits", "visits_attempted", "overdue_visits", "joiners"):
        yield ("trend", "--force", MONTHS, "--measure", name)
    yield ("trend", "--force", DEMO, "--measure", "overdue_visits", "--where", "unit=North")
    yield ("trend", "--force", FORCE, "--measure", "overdue_visits", "--by", "unit")
    yield ("trend", "--force", "Avon and Somerset", "--measure", "visits_attempted")
    for where in ("unit=", "unit=éclair au café", "officer=ß", "age_band=over 180"):
        yield ("cases", "--force", FORCE, "--measure", "overdue_visits", "--where", where)


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_it_prints_the_same(
    both: Both, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    found = []
    for database in (both.file, both.url):
        status = main([words[0], database, *words[1:], "--format", "json"])
        out, err = capsys.readouterr()
        assert (status, err) == (0, "")
        found.append(json.loads(out))
    assert found[0] == found[1]


@pytest.mark.parametrize("form", ["text", "csv"])
@pytest.mark.parametrize("command", ["snapshots", "figures", "flow", "cases", "inspections"])
def test_it_prints_the_same_in_other_forms(
    both: Both, command: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    of = {"snapshots": (), "flow": between_days(DAYS[0])}.get(command, ("--force", FORCE))
    found = []
    for database in (both.file, both.url):
        assert main([command, database, *of, "--format", form]) == 0
        found.append(capsys.readouterr().out)
    assert found[0] == found[1]
    assert found[0]
