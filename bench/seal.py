"""Ingest that seals, against the same ingest without; and checking the seals afterwards."""

from collections.abc import Iterator

from bench import databases, extracts
from bench.extracts import Extract
from bench.process import BOARDTUI, OUT, Finished, NotMeasuredError, run
from bench.references import unsealed
from bench.report import Row

COUNT = 1_000_000
RUNS = 2
MOST_OF_INGEST = 1.25
"""What sealing may cost: a quarter of an ingest without."""

SEALED, WITHOUT = OUT / "sealed.db", OUT / "unsealed.db"


def measure() -> Iterator[Row]:
    extract = extracts.cases(COUNT)
    visits, officers = extracts.visits(COUNT, extract.day), extracts.officers(COUNT)
    files = ["--visits", str(visits), "--officers", str(officers)]
    try:
        pairs = [_pair(extract, files) for _ in range(RUNS)]
        yield Row(
            f"{COUNT:,} cases, ingested and sealed",
            "s",
            [sealed.seconds for sealed, _ in pairs],
            [without.seconds for _, without in pairs],
            goal=MOST_OF_INGEST,
        )
        checked = run([BOARDTUI, "verify", str(SEALED)])
        if not checked.stdout.startswith("Intact"):
            raise NotMeasuredError(f"what was ingested is not intact: {checked.stdout}")
        yield Row("  verified", "s", [checked.seconds])
    finally:
        for path in (SEALED, WITHOUT):
            path.unlink(missing_ok=True)


def _pair(extract: Extract, files: list[str]) -> tuple[Finished, Finished]:
    """Both, one after the other."""
    finished = []
    for path in (SEALED, WITHOUT):
        path.unlink(missing_ok=True)
        words = [*databases.ingest(path, extract), *files]
        finished.append(run(words if path is SEALED else unsealed(words[1:])))
        databases.check(path, extract)
    return finished[0], finished[1]
