"""Personal data in files: of what was planted, what ingest stores; and what it refuses wrongly."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import clean_rows, planted
from bench.report import Row
from boardtui.ingest import IngestRefusedError, IngestRequest, ingest
from boardtui.settings import Settings

COLUMNS = {"case_ref": 0, "unit": 1, "officer_ref": 2}
"""The columns that values are planted in, by their place among those of a row."""
MOST_MISSED = planted.COUNT // 20
"""One in twenty."""


def measure() -> Iterator[Row]:
    for kind in planted.VALUES:
        missed = [missed_in(kind, column) for column in COLUMNS]
        yield Row(f"{kind}: stored of {planted.COUNT}", "values", [max(missed)], goal=MOST_MISSED)
    what = f"refused of {clean_rows.ROWS:,} rows without any"
    yield Row(what, "rows", [sum(map(refused_in, clean_rows.clean_files()))], goal=0)


def missed_in(kind: str, column: str) -> int:
    """How many of the values of a kind are not refused, planted in a column of a cases file.

    Each is in one of five rows; names are in all, since it is by their column that they are known.
    """
    people, place = clean_rows.rows(0), COLUMNS[column]
    values = planted.planted(kind)
    if kind == "name":
        people = people[: len(values)]
    for row, value in zip(people[:: len(people) // len(values)], values, strict=True):
        row[place] = value
    return len(values) - min(len(values), refused_in(clean_rows.cases(people)))


def refused_in(cases: str) -> int:
    """How many rows of a cases file are refused for personal data; all, where the whole file is."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "cases.csv"
        file.write_text(cases, encoding="utf-8")
        files = {"cases": file}
        database = str(Path(folder) / "board.db")
        try:
            ingest(IngestRequest(database, "Benchshire", clean_rows.DAY, files), Settings())
        except IngestRefusedError as error:
            groups = [g for g in error.faults.groups if "personal data is not stored" in g.expected]
            whole = any(not len(group.rows) for group in groups)
            return len(cases.splitlines()) - 1 if whole else sum(len(g.rows) for g in groups)
    return 0
