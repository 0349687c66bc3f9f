"""A small count of a table that is not offered is not told by the tables that are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest

from boardtui.core.audience.rules import Rules
from boardtui.publish.pattern import Known, Pattern
from tests.publish.reader import MEASURES, Cell, Reader
from tests.publish.test_known_besides import YESTERDAY
from tests.publish.test_readers import BOARD, DAY, PUBLIC, published, register, some
from tests.publish.test_small_tables import layout_of, people_in
from tests.registers import Case, Force, Register, write


def of_levels(**levels: tuple[int, int]) -> Register:
    """People by risk level: how many there are, and how many of them are overdue for a visit."""
    cases = [
        Case(
            f"{level}-{place}",
            risk_level=level,
            unit=("North", "South")[place % 2],
            visit_due=YESTERDAY if place < late else DAY,
        )
        for level, (count, late) in levels.items()
        for place in range(count)
    ]
    return Register(DAY, tuple(cases))


def not_told(database: Path, file: Path, threshold: int) -> dict[Cell, int]:
    """Small counts of one dimension that a file offers no table of.

    Where everybody on the register is in one slice, it is the force's own total; so is much by
    status, by what the measures are.
    """
    sql = "SELECT measure, dimension, slice, value FROM figures WHERE snapshot_id = 1 AND {}"
    slices = "dimension IS NOT NULL AND unit = 'people' AND value BETWEEN 1 AND ?"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as records:
        ((everybody,),) = records.execute(
            "SELECT value FROM figures WHERE measure = 'registered' AND dimension IS NULL"
        )
        alike = "measure = 'registered' AND dimension IS NOT NULL AND value = ?"
        of_all = {row[1:3] for row in records.execute(sql.format(alike), (everybody,))}
        small = records.execute(sql.format(slices), (threshold - 1,)).fetchall()
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as said:
        left_out = {row[:2] for row in said.execute(sql.format("unknown IS NOT NULL"))}
    return {
        (measure, (dimension,), (name,)): int(value)
        for measure, dimension, name, value in small
        if measure in MEASURES
        and (measure, dimension) in left_out
        and (dimension, name) not in of_all
        and dimension != "status"
    }


def told_closely(database: Path, file: Path, rules: Rules) -> list[tuple[Cell, int, int]]:
    """What a reader can place more closely with a file's tables than by the force's own totals.

    Nothing more is asked than that it may be the threshold, or all that there are, and as wide.
    """
    reader, without = (Reader(file, threshold=rules.threshold) for _ in range(2))
    without.forget_slices()
    found = []
    small = not_told(database, file, rules.threshold)
    assert small
    for cell in some(set(small)):
        low, high = reader.bounds(cell)
        assert low <= small[cell] <= high
        least, most = without.bounds(cell)
        whole = reader.high((cell[0], (), ()))
        up = min(rules.threshold, most, whole)
        wide = min(rules.threshold, most - least + 1, whole + 1)
        if high < up or high - low + 1 < wide:
            found.append((cell, low, high))
    return found


def test_who_is_overdue_at_high_risk_is_not_told_by_there_being_nobody_at_very_high(
    tmp_path: Path,
) -> None:
    """By hand: four at high or very high risk are overdue. Where the register is told to have
    nobody at very high risk, all four are at high risk."""
    people = of_levels(very_high=(0, 0), high=(50, 4), medium=(80, 30), low=(20, 9))
    database = write(tmp_path / "force.db", Force(registers=(people,)))
    file = published(database, tmp_path / "board.db", BOARD)
    reader = Reader(file, threshold=BOARD.threshold)
    assert reader.bounds(("overdue_high_risk", ("risk_level",), ("high",))) == (0, 4)
    # What says nothing of it is offered all the same.
    assert reader.bounds(("registered", ("unit",), ("North",))) == (75, 75)


@pytest.mark.parametrize(
    ("seed", "count", "rules"), [(2, 40, BOARD), (6, 60, BOARD), (2, 40, PUBLIC), (7, 60, PUBLIC)]
)
def test_nobody_works_out_a_small_count_of_a_table_that_is_not_offered(
    seed: int, count: int, rules: Rules
) -> None:
    with TemporaryDirectory() as folder:
        people = Register(DAY, register(seed).cases[:count])
        database = write(Path(folder) / "force.db", Force(registers=(people,)))
        file = published(database, Path(folder) / "out.db", rules)
        assert not told_closely(database, file, rules)


def test_beside_a_rounded_total_it_may_be_nobody_and_as_many_as_the_total_can_be() -> None:
    """By hand: six people are told as five, which are from three to seven; all of them, or none,
    may be in the first unit, or the second."""
    layout = layout_of(frozenset({"registered"}), units=("A", "B"))
    people = people_in(layout, (4, 0, 0, 2, 0, 0))
    true = layout.cells.values(people)
    pattern = Pattern(layout, true, PUBLIC, Known.nothing(len(true)))
    pattern.withdraw(("registered", ("unit",)), "few people in all")
    names = {name: cell for cell, names in enumerate(layout.names) for name in names}
    units = [names["registered", ("unit",), (name,)] for name in "AB"]
    up, wide = pattern.needs()
    assert np.array_equal(up[units], [7, 7])
    assert np.array_equal(wide[units], [8, 8])
