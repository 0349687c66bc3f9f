"""Snapshot databases in bench/out/, made by boardtui itself, once, and kept for later runs."""

import json
from pathlib import Path

from bench import extracts
from bench.extracts import Extract
from bench.population import FIRST_DAY, FORCE, SECOND_DAY
from bench.process import BOARDTUI, OUT, ROOT, NotMeasuredError, run


def demo() -> Path:
    """The demo database, of 1,500 cases on each of two days."""
    path = OUT / "demo.db"
    made_from = [*_code(), *(ROOT / "fixtures").rglob("*.csv")]
    if not extracts.fresh(path, *made_from):
        _make(path, [BOARDTUI, "demo", "--build"])
    return path


def of_cases(extract: Extract) -> Path:
    """A database that holds this extract, with its visits and officers."""
    path = OUT / f"{extract.cases}.db"
    if not extracts.fresh(path, extract.path, *_code()):
        half = path.with_suffix(".db.new")
        half.unlink(missing_ok=True)
        run([
            *ingest(half, extract),
            *("--visits", str(extracts.visits(extract.cases, extract.day))),
            *("--officers", str(extracts.officers(extract.cases))),
        ])  # fmt: skip
        check(half, extract)
        half.replace(path)
    return path


def of_two_days(count: int, officers: int | None = None) -> Path:
    """A database of so many cases on each of two days, with the visits of both."""
    of = f"-{officers}-officers" if officers else ""
    path = OUT / f"{count}{of}-two-days.db"
    days = [extracts.cases(count, day, officers) for day in (FIRST_DAY, SECOND_DAY)]
    if not extracts.fresh(path, *(extract.path for extract in days), *_code()):
        half = path.with_suffix(".db.new")
        half.unlink(missing_ok=True)
        for extract in days:
            run([*ingest(half, extract), "--visits", str(extracts.visits(count, extract.day))])
            check(half, extract)
        half.replace(path)
    return path


def ingest(database: Path, extract: Extract) -> list[str]:
    """The command that takes the cases of an extract into a database."""
    return [
        *(BOARDTUI, "ingest", str(database), "--force", FORCE, "--as-at", extract.as_at),
        *("--cases", str(extract.path), "--synthetic"),
    ]


def check(database: Path, extract: Extract) -> None:
    """See that the figure is the one that was generated: fast and wrong is not fast.

    Raises:
        NotMeasuredError: boardtui counts something else.
    """
    asked = run([
        *(BOARDTUI, "figures", str(database), "--force", FORCE, "--as-at", extract.as_at),
        *("--measure", "overdue_visits", "--against", "none", "--format", "json"),
    ])  # fmt: skip
    figures = json.loads(asked.stdout)["figures"]
    values = [figure["value"] for figure in figures if figure["by"] is None]
    if values != [extract.overdue_visits]:
        expected = f"{extract.overdue_visits} were generated"
        raise NotMeasuredError(f"{database.name}: overdue visits are {values}, but {expected}")


def _make(path: Path, command: list[str]) -> None:
    OUT.mkdir(exist_ok=True)
    half = path.with_suffix(".db.new")
    half.unlink(missing_ok=True)
    run([*command, str(half)])
    half.replace(path)


def _code() -> list[Path]:
    """What decides how records and figures are stored: a database older than it may not open."""
    parts = ("core", "settings", "store", "ingest")
    code = [path for part in parts for path in (ROOT / "boardtui" / part).rglob("*.py")]
    return [*code, ROOT / "config.toml"]
