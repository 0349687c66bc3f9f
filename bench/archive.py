"""The archive of all forces, loaded and opened, on a server and in a file.

At full size it is 42 forces × 120 months with 1,667 people on average, 8.4 million rows of cases.
By default it is a part of that which takes some minutes; BENCH_ARCHIVE=42x120x1667 in the
environment says another size: forces, months, people.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import plain_loads
from bench.drill import BREAKDOWN, TYPED, back, pressed
from bench.opening import MIB, Program, alternate, board
from bench.process import BOARDTUI, OUT, NotMeasuredError, environment, run
from bench.references import READY, empty_app
from bench.report import Row
from bench.synthetic.files import TRUTH, write
from bench.synthetic.forces import forces
from bench.terminal import Terminal
from tests.postgresql.server import Server, using_server

PART = "14x12x1667"
RUNS, KEY_RUNS = 9, 5
LOAD_GOAL, PEAK_GOAL = 4.0, 1024.0
SERVER_OPENS, FILE_OPENS = 2.2, 1.4
KEYS_GOAL = 2.0
A_CASE = r"F\d\d-\d{7}"
CASES = rf"› Overdue visits › (?!by )[\s\S]*{A_CASE}"


@dataclass(frozen=True, slots=True)
class Extracts:
    """The files of the archive, and what is opened by default: a force, a day, and its truth."""

    folder: Path
    rows: int
    force: str
    day: str
    overdue_visits: int


def measure() -> Iterator[Row]:
    extracts = _extracts(os.environ.get("BENCH_ARCHIVE", PART))
    file, single, plain = (OUT / name for name in ("archive.db", "single.db", "plain.db"))
    with using_server(_folder("postgresql")) as server:
        url = server.database()
        try:
            yield from _loaded(extracts, file, plain, url)
            yield from _killed(extracts, server)
            yield from _opened(extracts, file, url)
            yield from _gone_through(extracts, file, url, single)
        finally:
            server.drop(url)
            for path in (file, single, plain):
                path.unlink(missing_ok=True)


def _folder(name: str) -> Path:
    path = OUT / name
    path.mkdir(parents=True, exist_ok=True)
    return path


def _extracts(size: str) -> Extracts:
    """The files of a size, made once and kept for later runs."""
    count, months, people = map(int, size.split("x"))
    folder = OUT / f"archive-{size}"
    if not (folder / TRUTH).exists():
        rows = write(_folder(folder.name), forces(count, months, people), months)
        (folder / "rows").write_text(str(rows))
    truths = json.loads((folder / TRUTH).read_text("utf-8"))
    newest = max(month["as_at"] for force in truths for month in force["months"])
    at_hand = sorted(
        (force["plan"]["name"], month["overdue_visits"])
        for force in truths
        for month in force["months"]
        if month["as_at"] == newest and month["held"]
    )
    rows = int((folder / "rows").read_text())
    force, overdue = at_hand[0]
    return Extracts(folder, rows, force, newest, overdue)


def _load(database: str, extracts: Extracts) -> list[str]:
    return [BOARDTUI, "ingest", database, "--folder", str(extracts.folder), "--synthetic"]


def _loaded(extracts: Extracts, file: Path, plain: Path, url: str) -> Iterator[Row]:
    of = f"{extracts.rows:,} rows of cases"
    ours = run(_load(url, extracts))
    yield Row(f"{of} into PostgreSQL", "s", [ours.seconds], [plain_loads.copied(url)], LOAD_GOAL)
    yield Row("  peak memory", "MiB", [ours.peak_bytes / MIB], goal=PEAK_GOAL)
    file.unlink(missing_ok=True)
    ours = run(_load(str(file), extracts))
    taken = plain_loads.inserted(file, plain)
    yield Row(f"{of} into a file", "s", [ours.seconds], [taken], LOAD_GOAL)
    yield Row("  peak memory", "MiB", [ours.peak_bytes / MIB], goal=PEAK_GOAL)
    for database in (str(file), url):
        seconds = run([BOARDTUI, "verify", database]).seconds
        yield Row(f"  verified {'on the server' if database == url else 'in the file'}", "s",
                  [seconds])  # fmt: skip


def _killed(extracts: Extracts, server: Server) -> Iterator[Row]:
    """A load that is killed after a while, and given again: what both take, and that it goes on."""
    url = server.database()
    try:
        seconds = [_broken_off(url, extracts), run(_load(url, extracts)).seconds]
        whole = sum(seconds)
        again = run(_load(url, extracts)).seconds
        yield Row("killed, and gone on with, on the server", "s", [whole])
        yield Row("  given once more, with nothing to do", "s", [again])
    finally:
        server.drop(url)
    file = OUT / "killed.db"
    file.unlink(missing_ok=True)
    seconds = [_broken_off(str(file), extracts)]
    if file.exists():
        raise NotMeasuredError("a load that was killed has left a database")
    done = run(_load(str(file), extracts))
    yield Row("killed, and gone on with, in a file", "s", [seconds[0] + done.seconds])
    run([BOARDTUI, "verify", str(file)])
    file.unlink()


def _broken_off(database: str, extracts: Extracts) -> float:
    """Seconds until a load was killed: once it has begun to store."""
    began = time.perf_counter()
    with subprocess.Popen(
        _load(database, extracts),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as child:
        assert child.stderr is not None
        for line in child.stderr:
            if line.startswith("Storing, "):
                child.kill()
        if child.wait() >= 0:
            raise NotMeasuredError("the load had ended before it was killed")
    return time.perf_counter() - began


def _opened(extracts: Extracts, file: Path, url: str) -> Iterator[Row]:
    programs = {
        "file": board(file, extracts.overdue_visits),
        "server": Program([BOARDTUI, url], board(file, extracts.overdue_visits).opened),
        "empty": Program(empty_app(), READY),
    }
    opened = alternate(programs, RUNS)
    empty = opened["empty"].seconds
    for name, goal in (("file", FILE_OPENS), ("server", SERVER_OPENS)):
        what = f"first true figure, from the {name}"
        yield Row(what, "s", opened[name].seconds, empty, goal)
        yield Row("  peak memory", "MiB", opened[name].peak, opened["empty"].peak)


def _gone_through(extracts: Extracts, file: Path, url: str, single: Path) -> Iterator[Row]:
    """Keys on the archive, beside the same keys on a file of that one snapshot."""
    single.unlink(missing_ok=True)
    day = extracts.folder / extracts.force / extracts.day
    words = [BOARDTUI, "ingest", str(single), "--force", extracts.force, "--as-at", extracts.day]
    files = [word for path in sorted(day.iterdir()) for word in (f"--{path.stem}", str(path))]
    run([*words, *files, "--synthetic"])
    opened = board(single, extracts.overdue_visits).opened
    where = {"single": str(single), "file": str(file), "server": url}
    keys = {name: _keys(Program([BOARDTUI, location], opened)) for name, location in where.items()}
    for name in ("file", "server"):
        for what, seconds in keys[name].items():
            alone = keys["single"][what]
            yield Row(f"{what}, from the {name}", "s", seconds, alone, KEYS_GOAL)


def _keys(program: Program) -> dict[str, list[float]]:
    with Terminal(program.argv, 120, 36) as terminal:
        terminal.wait(program.opened)
        terminal.settle()
        found = {"key to breakdown": [back(terminal, "1", BREAKDOWN) for _ in range(KEY_RUNS)]}
        terminal.press("1")
        terminal.settle()
        cases = [back(terminal, "enter", CASES) for _ in range(KEY_RUNS)]
        found["key to first page of cases"] = cases
        for key in ("escape", "/"):
            terminal.press(key)
            terminal.settle()
        found["find, a keystroke"] = [pressed(terminal, letter)[0] for letter in TYPED]
        return found
