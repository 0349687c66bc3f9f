"""What an entry of the access log costs, which is written at a key before its screen opens."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.report import Row
from boardtui.access.access import Access
from boardtui.access.log import Lines

ENTRIES = 5_000
GOAL = 0.001
"""Seconds: a hundredth of what is noticed between a key and its answer."""


def measure() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        access = Access(Lines(Path(folder) / "access.log"), {"user": "jane"}, "/srv/board.db")
        access.look_at("Benchshire", date(2024, 1, 17))
        seconds = []
        for number in range(ENTRIES):
            begun = time.perf_counter()
            access.write("screen", screen="case", case=f"BN-{number:08d}")
            seconds.append(time.perf_counter() - begun)
    seconds.sort()
    yield Row("an entry, the median", "s", [median(seconds)], goal=GOAL)
    yield Row("an entry, one in a hundred", "s", [seconds[-ENTRIES // 100]], goal=GOAL)
