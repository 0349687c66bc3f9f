"""Damaged extracts, ingested into a good database: stored rightly or refused, and never in part."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from fuzz import damage
from fuzz.commands import Ran, run, run_apart
from fuzz.formats import FORMATS, as_csv, ods_members, packed, xlsx_members
from fuzz.outcome import Outcome
from fuzz.tables import DAY, FORCE, KINDS, OF_SNAPSHOT, spoil, table, write_csv

TRIES = 10_000

APART = 100
"""One in so many is given to the command in a process of its own."""

EARLIER = "2023-03-31"


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A file with something wrong in it, of a kind, and what was done to it."""

    kind: str
    name: str
    content: bytes
    what: str


def attempt(number: int, chance: Random, folder: Path, *, debug: bool = False) -> Outcome:
    """Ingest one spoilt file, and see what came of the database."""
    spoilt = spoilt_file(chance)
    path = folder / spoilt.name
    path.write_bytes(spoilt.content)
    database = folder / "board.db"
    before = good_database() if chance.random() < 0.9 else None
    if before is not None:
        database.write_bytes(before)
    words = _words(spoilt, chance, folder)
    there = {each.name for each in folder.iterdir()}
    if number % APART == 0 and not debug:
        ran = run_apart(folder, words)
    else:
        ran = run(folder, words, debug=debug)
    # Inspections alone are nothing that has figures.
    look = "snapshots" if spoilt.kind == "inspections" else "figures"
    faults = [*ran.faults(), *_faults_after(ran, database, before, look)]
    left = {each.name for each in folder.iterdir()} - there - {"rejects.csv", database.name}
    if left:
        faults.append(f"leaves {', '.join(sorted(left))} behind")
    what = f"{spoilt.name} as {spoilt.kind}: {spoilt.what}"
    return Outcome(number, what, (ran.status,), ran.seconds, tuple(faults))


def spoilt_file(chance: Random) -> Spoilt:
    """A file of the demo with something wrong in its rows, in its bytes, or in both."""
    kind = chance.choice(("cases", "cases", "cases", *KINDS))
    form = chance.choice(FORMATS)
    rows = table(kind)
    done = spoil(rows, chance)
    if form == "csv":
        content = as_csv(rows, chance)
        if chance.random() < 0.4:
            content, how = damage.spoil_bytes(content, chance)
            done.append(how)
    else:
        members = (xlsx_members if form == "xlsx" else ods_members)(rows, chance)
        luck = chance.random()
        if luck < 0.005:
            content = damage.bomb(members, chance)
            done.append("bomb")
        elif luck < 0.5:
            content, how = damage.spoil_archive(members, chance)
            done.append(how)
        else:
            content = packed(members)
            if luck < 0.65:
                content, how = damage.spoil_bytes(content, chance)
                done.append(how)
    suffix = form if chance.random() < 0.95 else chance.choice(("csv", "XLSX", "ods", "xls", "txt"))
    return Spoilt(kind, f"{kind}.{suffix}", content, ", ".join(done) or "nothing")


def _words(spoilt: Spoilt, chance: Random, folder: Path) -> list[str]:
    """The command: the other files that the spoilt one needs are as they should be."""
    words = ["ingest", "board.db", f"--{spoilt.kind}", spoilt.name]
    if spoilt.kind in OF_SNAPSHOT:
        words += ["--force", FORCE, "--as-at", DAY, "--synthetic"]
        others = {"cases"} if spoilt.kind != "cases" else set()
        others |= {kind for kind in OF_SNAPSHOT if chance.random() < 0.2} - {spoilt.kind}
        for kind in sorted(others):
            write_csv(folder / f"good-{kind}.csv", table(kind))
            words += [f"--{kind}", f"good-{kind}.csv"]
    elif chance.random() < 0.5:
        words.append("--synthetic")
    if chance.random() < 0.4:
        words += ["--rejects", "rejects.csv"]
    return words


def _faults_after(ran: Ran, database: Path, before: bytes | None, look: str) -> list[str]:
    now = database.read_bytes() if database.exists() else None
    if ran.status:
        return [] if now == before else ["a refused ingest changed the database"]
    if now is None or now == before:
        return ["an ingest that succeeded stored nothing"]
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        stored = connection.execute("SELECT 1 FROM forces LIMIT 1").fetchone()
    if whole != [("ok",)] or broken:
        return ["the database is not whole after an ingest"]
    looked = run(database.parent, (look, database.name, "--format", "json"))
    # Where every row was left out with --rejects there are no figures, which is said; a list of
    # what is there is an empty one.
    there = looked.status == (2 if look == "figures" and not stored else 0)
    return [*looked.faults(), *([] if there else ["what was stored cannot be read"])]


@cache
def good_database() -> bytes:
    """A database of an earlier day of the same force, and of what was published of it."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="boardtui-fuzz-") as name:
        folder = Path(name)
        for kind in KINDS:
            write_csv(folder / f"{kind}.csv", table(kind))
        words = [word for kind in OF_SNAPSHOT[:1] for word in (f"--{kind}", f"{kind}.csv")]
        snapshot = ["ingest", "board.db", *words, "--force", FORCE, "--as-at", EARLIER]
        # The visits of the later day would be after this one.
        done = run(folder, [*snapshot, "--synthetic", "--rejects", "rejects.csv"])
        assert done.status == 0, done.err
        content = (folder / "board.db").read_bytes()
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    return content
