"""Forces side by side: the funnel of one measure of 42 forces, among ten years of months."""

import csv
import json
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

from bench.on_server import in_both
from bench.process import BOARDTUI, OUT, NotMeasuredError, run
from bench.report import Row
from bench.synthetic.forces import NAMES
from boardtui.core.audience.rules import SHOW_ALL
from boardtui.core.criterion.definition import STANDARD
from boardtui.core.forecast.owed import month_after
from boardtui.review.day.selection import choose
from boardtui.review.forces.compare import compare_forces
from boardtui.store.connection.opening import open_database

FIRST, MONTHS = date(2014, 1, 31), 120
RUNS = 5
GOAL = 0.2
"""Seconds from what is asked to what is put side by side, with its limits."""


def measure() -> Iterator[Row]:
    with in_both(_database()) as places:
        for where, location in places:
            seconds = [_funnel(location) for _ in range(RUNS)]
            yield Row(f"{len(NAMES)} forces: the funnel, {where}", "s", seconds, goal=GOAL)
            argv = [BOARDTUI, "forces", location, "--measure", "overdue_visits"]
            finished = [run([*argv, "--format", "json"]) for _ in range(RUNS)]
            if len(json.loads(finished[0].stdout)["forces"]) != len(NAMES):
                raise NotMeasuredError("the command compares other forces")
            yield Row(f"the whole command, {where}", "s", [each.seconds for each in finished])


def _funnel(location: str) -> float:
    with closing(open_database(location)) as opened:
        force = choose(opened, NAMES[0]).force
        began = time.perf_counter()
        found = compare_forces(opened, "overdue_visits", None, force, STANDARD, SHOW_ALL)
        if found.funnel is None:
            raise NotMeasuredError("no funnel was drawn")
        for one in found.funnel.counted:
            found.funnel.limits(one.base)
        seconds = time.perf_counter() - began
    if len(found.compared) != len(NAMES):
        raise NotMeasuredError(f"{len(found.compared)} forces are compared, of {len(NAMES)}")
    return seconds


def _database() -> Path:
    """Figures of 42 forces over 120 months, as if each had published two numbers a month."""
    path, rows = OUT / "forces.db", OUT / "forces.csv"
    OUT.mkdir(exist_ok=True)
    chance = Random(1)
    columns = ("force", "measure", "by", "slice", "value", "qualifier", "low", "high", "unit",
               "base", "as_at", "as_at_stated", "period_start", "said_by", "publisher",
               "address")  # fmt: skip
    with rows.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        for name in NAMES:
            base, share = chance.randint(200, 4000), chance.gauss(0.18, 0.03)
            for month in range(MONTHS):
                late = sum(chance.random() < share for _ in range(base))
                for measure, value in (("overdue_visits", late), ("actively_managed", base)):
                    writer.writerow({
                        "force": name, "measure": measure, "value": value, "qualifier": "exact",
                        "unit": "people", "as_at": month_after(FIRST, month).isoformat(),
                        "said_by": "nobody", "publisher": "the bench",
                        "address": "https://example.org/",
                    })  # fmt: skip
    path.unlink(missing_ok=True)
    run([BOARDTUI, "ingest", str(path), "--figures", str(rows), "--new-force"])
    return path
