"""Ingests that are killed at a moment of their own: the database is the old one or the new one."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from boardtui.store.connection.opening import open_database
from fuzz import tables
from fuzz.extracts import good_database
from fuzz.killed import killed
from fuzz.outcome import Outcome

TRIES = 100

KILLED = -9

MADE_ANEW = ('INTO "snapshots"', 'INTO "seals"')
"""Rows with the moment that they were made at, or a random number."""


def dump(path: Path) -> list[str]:
    """Everything in a database as SQL, opened as a reader opens it, but for what is made anew.

    Of the seals it has what they are of, and the digests.
    """
    open_database(str(path)).close()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        lines = [line for line in database.iterdump() if not any(t in line for t in MADE_ANEW)]
        seals = database.execute("SELECT number, entry, force, day, seal FROM seals").fetchall()
        return [*lines, *map(str, seals)]


def chosen(chance: Random, moments: int) -> int:
    """Half of them spread over the run, half over its end, which writes and swaps."""
    if chance.random() < 0.5:
        return chance.randrange(1, moments + 1)
    return moments - chance.randrange(0, moments // 20)


@dataclass(frozen=True, slots=True)
class Ingest:
    """An ingest to be killed: its cases, its moments, and the database before and after it."""

    cases: Path
    moments: int
    old: list[str]
    new: list[str]
    folder: TemporaryDirectory[str]
    """Where the cases are; it goes with this."""


@cache
def the_ingest() -> Ingest:
    made = TemporaryDirectory(prefix="boardtui-fuzz-")
    folder = Path(made.name)
    cases, before, after = folder / "cases.csv", folder / "before.db", folder / "after.db"
    tables.write_csv(cases, tables.table("cases"))
    before.write_bytes(good_database())
    shutil.copy(before, after)
    moments = killed(cases, after, tables.FORCE, tables.DAY, 0)
    return Ingest(cases, moments, dump(before), dump(after), made)


def attempt(number: int, chance: Random, folder: Path, *, debug: bool = False) -> Outcome:
    """Kill one ingest, and look at what it left; then see that the next one clears up."""
    ingest = the_ingest()
    database = folder / "board.db"
    database.write_bytes(good_database())
    moment = chosen(chance, ingest.moments)
    began = time.monotonic()
    status = killed(ingest.cases, database, tables.FORCE, tables.DAY, moment)
    seconds = time.monotonic() - began
    left = dump(database)
    faults = [] if status == KILLED else [f"ended with {status} instead of being killed"]
    if left not in (ingest.old, ingest.new):
        faults.append("left neither the old database nor the new one")
    if left == ingest.old:
        killed(ingest.cases, database, tables.FORCE, tables.DAY, 0)
        if dump(database) != ingest.new:
            faults.append("the next ingest did not store what the killed one was to")
    if beside := [each.name for each in folder.iterdir() if each != database]:
        faults.append(f"{', '.join(beside)} is left behind")
    which = "old" if left == ingest.old else "new"
    what = f"killed at moment {moment} of {ingest.moments}, which leaves the {which} one"
    return Outcome(number, what, ("killed",), seconds, tuple(faults))
