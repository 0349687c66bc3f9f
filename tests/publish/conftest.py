"""Records that differ in nothing but what is hidden of them, and what is published of them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.publish.test_readers import BOARD, DAY, published
from tests.registers import Case, Force, Register, write

THEN = DAY - timedelta(days=31)


def register(day: date, quiet: int, still: int) -> Register:
    """Two large units and two small ones, of whose people all are alike."""
    cases = []
    for unit, count in {"North": 40, "South": 37, "Quiet": quiet, "Still": still}.items():
        for place in range(count):
            late = place % 2 == 0 and (day == DAY or place % 3 == 0)
            due = day - timedelta(days=20) if late else DAY
            cases.append(Case(f"{unit}-{place}", unit=unit, visit_due=due, last_visit=THEN))
    return Register(day, tuple(cases))


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Databases of two days' records in which two and three are the other way round."""
    folder = tmp_path_factory.mktemp("pair")
    made = []
    for name, counts in (("one", (2, 3)), ("other", (3, 2))):
        (folder / name).mkdir()
        registers = (register(THEN, *counts), register(DAY, *counts))
        made.append(write(folder / name / "force.db", Force(registers=registers)))
    return made


@pytest.fixture(scope="session")
def files(pair: list[Path]) -> list[Path]:
    """What is published of them for a board."""
    return [published(each, each.with_name("board.db"), BOARD) for each in pair]
