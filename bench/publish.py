"""Publishing: how long it takes, how much of it is hidden, and how much need not be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

from bench import databases
from bench.fewest import fewest_hidden
from bench.population import SECOND_DAY
from bench.process import BOARDTUI, OUT, run
from bench.report import Row
from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import rules_of
from boardtui.publish.protected import protected
from boardtui.publish.publishing import chosen_snapshots
from boardtui.store.connection.opening import open_database

AUDIENCES = (Audience.BOARD, Audience.PUBLIC)
DEMO_SECONDS = 10.0
LARGE, OFFICERS = 70_000, 300
LARGE_SECONDS = {Audience.BOARD: 60.0, Audience.PUBLIC: 150.0}
LARGE_MEMORY = {Audience.BOARD: 1024.0, Audience.PUBLIC: None}
MOST_HIDDEN = 1.10
"""How many times as many counts may be hidden as must be."""


def measure() -> Iterator[Row]:
    demo = databases.demo()
    for audience in AUDIENCES:
        out = OUT / f"demo-{audience.value}.db"
        done = run(_publish(demo, out, audience))
        yield Row(f"demo, {audience.value}", "s", [done.seconds], goal=DEMO_SECONDS)
        yield from _hidden(out, f"demo, {audience.value}")
    audited = run([BOARDTUI, "verify", str(OUT / f"demo-{Audience.BOARD.value}.db")])
    yield Row("demo, board: audited again", "s", [audited.seconds])
    yield from _least(demo)
    large = databases.of_two_days(LARGE, OFFICERS)
    for audience in AUDIENCES:
        out = OUT / f"large-{audience.value}.db"
        done = run([*_publish(large, out, audience), "--as-at", SECOND_DAY.isoformat()])
        name = f"{LARGE:,} cases, {audience.value}"
        yield Row(name, "s", [done.seconds], goal=LARGE_SECONDS[audience])
        memory = [done.peak_bytes / 2**20]
        yield Row(f"{name}: peak memory", "MiB", memory, goal=LARGE_MEMORY[audience])
        yield from _hidden(out, name)


def _publish(database: Path, out: Path, audience: Audience) -> list[str]:
    words = ["publish", str(database), str(out), "--audience", audience.value, "--replace"]
    return [BOARDTUI, *words]


def _hidden(path: Path, name: str) -> Iterator[Row]:
    """The share of the counts in slices that is hidden, and how many of single dimensions are."""
    told = "(suppressed = 1 OR value IS NOT NULL)"
    with closing(sqlite3.connect(path)) as database:
        for what, sql in (
            (
                "by one dimension",
                f"SELECT AVG(suppressed) FROM figures WHERE snapshot_id IS NOT NULL "
                f"AND dimension IS NOT NULL AND unit = 'people' AND {told}",
            ),
            ("by unit and another", f"SELECT AVG(suppressed) FROM crosses WHERE {told}"),
        ):
            ((share,),) = database.execute(sql).fetchall()
            yield Row(f"{name}: hidden {what}", "%", [100 * (share or 0.0)])


def _least(demo: Path) -> Iterator[Row]:
    """The counts that are hidden of each day that is published of the demo, and how few can be."""
    with closing(open_database(str(demo))) as database:
        for audience, snapshot in product(AUDIENCES, chosen_snapshots(database, (), ())):
            found = protected(database, snapshot, rules_of(audience), [], lambda *progress: None)
            fewest = fewest_hidden(found.protection)
            of = f"{snapshot.force.name}, {snapshot.as_at}, {audience.value}"
            yield Row(
                f"{of}: counts hidden, and the fewest",
                "counts",
                [int(found.pattern.hidden.sum())],
                [fewest],
                MOST_HIDDEN,
            )
