"""Damaged databases, looked at by every command and on the board: read, or refused."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from boardtui.core.criterion.dimension import DIMENSIONS
from fuzz import database_damage, tables
from fuzz.boards import open_board
from fuzz.commands import run
from fuzz.extracts import EARLIER
from fuzz.outcome import Outcome

TRIES = 2_000

FORMS = ("text", "csv", "json")


def attempt(number: int, chance: Random, folder: Path, *, debug: bool = False) -> Outcome:
    """Damage a database, look at it in every way, and see that looking changed nothing."""
    database = folder / "board.db"
    database.write_bytes(good_database())
    what = database_damage.spoil(database, chance)
    before = contents(folder)
    ran = [run(folder, words, debug=debug) for words in commands(chance)]
    ran.append(open_board(folder, database.name, chance))
    faults = [fault for each in ran for fault in each.faults()]
    if other := changed(before, contents(folder)):
        faults.append(f"looking changed {', '.join(other)}")
    statuses = tuple(each.status for each in ran)
    return Outcome(number, what, statuses, max(each.seconds for each in ran), tuple(faults))


def commands(chance: Random) -> list[list[str]]:
    """One of each command that reads, in ways of its own."""

    def words(name: str, *options: str) -> list[str]:
        return [name, "board.db", *options, "--format", chance.choice(FORMS)]

    by = [
        word
        for name in chance.sample(list(DIMENSIONS), chance.choice((0, 0, 1, 2)))
        for word in ("--by", name)
    ]
    definition = ["--definition", chance.choice(("settings", "now", "then"))]
    part = ["--part", chance.choice(("opening", "closing", "left", "newly_overdue"))]
    cases = chance.choice(([], part, ["--measure", "overdue_visits", "--where", "unit=North"]))
    of = chance.choice(([], ["--force", tables.FORCE]))
    return [
        words("figures", *of, *chance.choice(([], by, definition))),
        words(
            "flow", "--from", EARLIER, "--to", tables.DAY, *chance.choice(([], ["--by", "unit"]))
        ),
        words("cases", *of, *cases),
        words("snapshots"),
        words("inspections", *of),
    ]


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The database, and whatever stands beside it but for what SQLite reads it with.

    A log that was there is left as it was; what is shared beside it by its readers, each writes.
    """
    of_sqlite = {"board.db-wal", "board.db-shm"}
    shared = {"board.db-shm"} if "board.db-wal" in before else set()
    names = (set(before) - shared) | (set(after) - of_sqlite)
    return sorted(name for name in names if before.get(name) != after.get(name))


@cache
def good_database() -> bytes:
    """Two days of a force with every file, and what was published of it."""
    with TemporaryDirectory(prefix="boardtui-fuzz-") as name:
        folder = Path(name)
        for kind in tables.KINDS:
            tables.write_csv(folder / f"{kind}.csv", tables.table(kind))
        of_day = [word for kind in tables.OF_SNAPSHOT for word in (f"--{kind}", f"{kind}.csv")]
        for day in (EARLIER, tables.DAY):
            words = ["ingest", "board.db", "--force", tables.FORCE, "--as-at", day, *of_day]
            done = run(folder, [*words, "--synthetic", "--rejects", "rejects.csv"])
            assert done.status == 0, done.err
        said = ["--figures", "figures.csv", "--inspections", "inspections.csv", "--synthetic"]
        done = run(folder, ["ingest", "board.db", *said])
        assert done.status == 0, done.err
        return (folder / "board.db").read_bytes()
