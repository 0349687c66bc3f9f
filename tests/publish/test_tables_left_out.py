"""A table that is left out is not told again by another that has the same people in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import Rules
from tests.publish.reader import Reader
from tests.publish.test_editions import exposed
from tests.publish.test_readers import BOARD, DAY, published, register, small, some
from tests.registers import Case, Force, Register, write

WITHOUT = frozenset({"cases.last_visit", "cases.mappa_category", "cases.officer_ref"})


def sparse(seed: int) -> Register:
    """Forty people in two units, of whom two in the first are overdue, and nine in the other."""
    chance = Random(seed)

    def assessed(case: Case) -> Case:
        due = DAY + timedelta(chance.randint(-200, 300))
        return replace(case, assessment_due=due, last_assessment=date(2023, 6, 1))

    return Register(DAY, tuple(map(assessed, register(seed).cases[:40])), without=WITHOUT)


def test_who_is_overdue_in_a_unit_is_not_told_as_who_is_so_in_its_community(
    tmp_path: Path,
) -> None:
    """Of eleven overdue, two are in one unit. By unit it cannot be told; all of them are in the
    community, so that by unit and status nine and a hidden count say the same."""
    database = write(tmp_path / "force.db", Force(registers=(sparse(8),)))
    file = published(database, tmp_path / "board.db", BOARD)
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        told = connection.execute(
            "SELECT DISTINCT other_dimension FROM crosses WHERE measure = 'overdue_visits' "
            "AND slice = 'Unit 2' AND other_slice = 'community' AND value = 9"
        ).fetchall()
    assert not told
    assert not exposed(file)
    reader = Reader(file, threshold=BOARD.threshold)
    hidden = small(file.with_suffix(".csv"), others=True) & reader.hidden[0]
    assert not reader.exposed(hidden)


def test_few_people_in_all_are_in_no_slice_though_all_of_them_are_in_one(tmp_path: Path) -> None:
    """Three have no officer, who are all in the community: so many stand at no slice."""
    cases = register(3).cases[:60]
    cases = tuple(
        replace(
            case,
            officer_ref=None if number < 3 else "OM-1",
            status="community",
            management="active",
        )
        for number, case in enumerate(cases)
    )
    database = write(tmp_path / "force.db", Force(registers=(Register(DAY, cases),)))
    file = published(database, tmp_path / "board.db", BOARD)
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        told = connection.execute(
            "SELECT dimension, slice FROM figures WHERE measure = 'unallocated' AND value = 3"
        ).fetchall()
    assert told == [(None, None)]


def test_where_others_would_give_a_count_away_they_are_left_out_and_the_rest_is_published(
    tmp_path: Path,
) -> None:
    """With the board's file of five as the threshold known, that of eight was refused as a whole
    for two counts by risk level."""
    people = Register(DAY, register(68).cases[:120])
    database = write(tmp_path / "force.db", Force(registers=(people,)))
    first = published(database, tmp_path / "first.db", BOARD)
    second = published(database, tmp_path / "second.db", Rules(Audience.BOARD, 8), first)
    assert not exposed(second)
    both = Reader(first, second, threshold=BOARD.threshold)
    secret = small(first.with_suffix(".csv")) & both.hidden[0]
    assert secret
    assert not both.exposed(some(secret))


@pytest.mark.parametrize("missing", [1, 4])
def test_few_people_who_are_all_in_one_unit_are_not_told_by_who_else_is_there(
    tmp_path: Path, missing: int
) -> None:
    """Everybody else of the three units is in the community: who is registered in the first and not
    managed there is missing, and there is nobody else who is."""
    units = ("North",) * 80 + ("South",) * 70 + ("West",) * 60
    cases = tuple(
        Case(f"a{place}", unit=unit, status="missing" if place < missing else "community")
        for place, unit in enumerate(units)
    )
    database = write(tmp_path / "force.db", Force(registers=(Register(DAY, cases),)))
    file = published(database, tmp_path / "board.db", BOARD)
    reader = Reader(file, threshold=BOARD.threshold)
    assert reader.bounds(("missing_people", ("unit",), ("North",))) == (0, missing)
