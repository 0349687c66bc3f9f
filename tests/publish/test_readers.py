"""What is published of random registers cannot be worked out by a reader written apart."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import Rules
from boardtui.publish.publishing import Request, publish
from tests.publish.reader import Cell, Reader
from tests.registers import Case, Force, Register, write

DAY = date(2024, 1, 17)
BOARD = Rules(Audience.BOARD, 5)
PUBLIC = Rules(Audience.PUBLIC, 10, 5)


def register(seed: int) -> Register:
    """A few hundred people in some units, most of them alike and a few of them not."""
    chance = Random(seed)
    units = [f"Unit {place + 1}" for place in range(chance.randint(2, 3))]
    cases = []
    for number in range(chance.randint(60, 200)):
        missing = chance.random() < 0.04
        due = DAY + timedelta(chance.randint(-120, 400))
        cases.append(
            Case(
                f"EX-{number:05d}",
                risk_level=chance.choices(("very_high", "high", "medium", "low"), (1, 3, 12, 5))[0],
                status="missing" if missing else chance.choice(("community",) * 9 + ("custody",)),
                management=chance.choice(("active",) * 8 + ("reactive",)),
                unit=chance.choices(units, range(1, len(units) + 1))[0],
                mappa_level=chance.choices(("1", "2", "3"), (20, 3, 1))[0],
                visit_due=None if chance.random() < 0.05 else due,
                last_visit=DAY - timedelta(chance.randint(1, 500)),
            )
        )
    return Register(DAY, tuple(cases))


def published(database: Path, out: Path, rules: Rules, *previous: Path) -> Path:
    request = Request(
        str(database), out, out.with_suffix(".csv"), rules, previous=[str(p) for p in previous]
    )
    publish(request, lambda *progress: None)
    return out


def small(report: Path, *, others: bool = False) -> set[Cell]:
    """The hidden counts below the threshold that the force's own report has; others too."""
    with report.open(encoding="utf-8") as file:
        hidden = [row for row in csv.DictReader(file) if row["what"] == "hidden"]
    rows = [row for row in hidden if others or row["why"] == "below the threshold"]
    return {
        (
            row["measure"],
            tuple(row["by"].split(" by ")),
            tuple(None if name == "not recorded" else name for name in row["slice"].split(", ")),
        )
        for row in rows
    }


def some(cells: set[Cell]) -> list[Cell]:
    """A dozen of some cells, of all tables."""
    return sorted(cells, key=str)[:: 1 + len(cells) // 12]


@settings(max_examples=2, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
@example(0)  # few are managed reactively, and the public is told of all others
def test_nobody_works_out_what_one_file_or_two_of_a_day_hide(seed: int) -> None:
    with TemporaryDirectory() as folder:
        database = write(Path(folder) / "force.db", Force(registers=(register(seed),)))
        board = published(database, Path(folder) / "board.db", BOARD)
        reader = Reader(board, threshold=BOARD.threshold)
        assert not reader.exposed(some(reader.hidden[0]))
        public = published(database, Path(folder) / "public.db", PUBLIC, board)
        both = Reader(board, public, threshold=BOARD.threshold)
        secret = small(board.with_suffix(".csv")) & both.hidden[0]
        assert secret
        assert not both.exposed(some(secret))
        with closing(sqlite3.connect(public)) as database_of_public:
            days = database_of_public.execute(
                "SELECT value FROM figures WHERE unit = 'days' AND value IS NOT NULL"
            ).fetchall()
        # A part of a day between two people's ages would say how many they are.
        assert days
        assert all(value == int(value) for (value,) in days)
