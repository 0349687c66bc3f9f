"""What was said in public of some slices, or withheld, does not give away what is hidden of others.

Two forces in one file tell no more of each than a file of each does.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publish.reader import Cell, Reader
from tests.publish.test_readers import BOARD, DAY, published, register, small, some
from tests.registers import Force, Register, Said, withheld, write

BY = {"unit": "unit", "risk_level": "risk_level"}
"""The dimensions of which something is said, and the columns that they are of."""


def counts(people: Register) -> dict[Cell, int]:
    """By hand: who is on the register, and who is managed, by slice."""
    found: Counter[Cell] = Counter()
    for case in people.cases:
        for dimension, column in BY.items():
            slices = (getattr(case, column),)
            found["registered", (dimension,), slices] += 1
            found["managed", (dimension,), slices] += case.status == "community"
    return dict(found)


@settings(max_examples=2, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
def test_nobody_works_out_what_is_hidden_with_what_was_said_besides(seed: int) -> None:
    people = Register(DAY, register(seed).cases[:70])
    known = counts(people)
    chosen = Random(seed).sample(sorted(known, key=str), 5)
    said = [Said(cell[0], known[cell], DAY, cell[1][0], cell[2][0]) for cell in chosen[:4]] + [
        withheld(cell[0], DAY, dimension=cell[1][0], slice=cell[2][0]) for cell in chosen[4:]
    ]
    with TemporaryDirectory() as folder:
        force = Force(registers=(people,), said=tuple(said))
        file = published(write(Path(folder) / "a.db", force), Path(folder) / "board.db", BOARD)
        reader = Reader(file, threshold=BOARD.threshold)
        for cell in chosen[:4]:
            assert reader.low(cell) <= known[cell] <= reader.high(cell)
            reader.learn(cell, known[cell])
        secret = small(file.with_suffix(".csv")) & reader.hidden[0]
        secret -= set(chosen)
        assert secret
        assert not reader.exposed(some(secret))


def test_two_forces_in_one_file_are_told_of_as_each_is_in_a_file_of_its_own(
    tmp_path: Path,
) -> None:
    names = ("Exampleshire", "Sampleshire")
    forces = [
        Force(name, registers=(Register(DAY, register(seed).cases[:60]),))
        for seed, name in enumerate(names)
    ]
    both = published(write(tmp_path / "both.db", *forces), tmp_path / "both-board.db", BOARD)
    for force in forces:
        alone = write(tmp_path / f"{force.name}.db", force)
        file = published(alone, tmp_path / f"{force.name}-board.db", BOARD)
        told = figures(file, force.name)
        assert any(suppressed for *_, suppressed in told)
        assert figures(both, force.name) == told


def figures(file: Path, force: str) -> list[tuple[object, ...]]:
    """All that a file says of a force's counts."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        single = database.execute(
            "SELECT measure, dimension, slice, NULL, NULL, value, f.suppressed FROM figures f "
            "JOIN forces ON forces.id = f.force_id WHERE forces.name = ?",
            (force,),
        ).fetchall()
        crosses = database.execute(
            "SELECT measure, dimension, slice, other_dimension, other_slice, value, c.suppressed "
            "FROM crosses c JOIN snapshots s ON s.id = c.snapshot_id "
            "JOIN forces ON forces.id = s.force_id WHERE forces.name = ?",
            (force,),
        ).fetchall()
    return [*single, *crosses]
