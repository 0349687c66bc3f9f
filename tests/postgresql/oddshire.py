"""A force whose names, dates and blanks databases might take differently."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from boardtui.core.criterion.dimension import RISK_LEVELS, STATUSES
from boardtui.ingest import IngestRequest

FORCE = "Oddshire"
DAYS = (date(2023, 1, 31), date(2023, 6, 30), date(2024, 2, 29))

NAMES = ("zulu", "Alpha", "alpha!", "Éclair", "éclair au café", "_x", "10", "9", "a b", "a-b", "ß")
"""Units: a language's order is not that of code points."""

REFS = ("a-{}", "A{}", "é{}", "É-{}", "0{}", "{}%", "_{}", "{} x", "Z:{}", "{}!", "z'{}", "日{}")

Rows = list[dict[str, str]]


def requests(folder: Path, database: str) -> Iterator[IngestRequest]:
    """What is to be ingested of the force, its files in the folder."""
    chance = Random(20240229)
    people = [form.format(number) for number in range(25) for form in REFS]
    for day in DAYS:
        files = {
            "cases": _cases(chance, people, day),
            "visits": _visits(chance, people, day),
            "officers": [
                {"officer_ref": name, "fte": chance.choice(("1", "0.5", "0.3"))}
                for name in NAMES[:9]
            ],
            "leavers": [
                {
                    "case_ref": ref,
                    "left_on": _some_day(chance, day, 1, 140),
                    "reason": chance.choice(("", "died", "off_register")),
                }
                for ref in chance.sample(people, 20)
            ],
        }
        yield IngestRequest(
            database,
            force=FORCE,
            as_at=day,
            files={kind: _written(folder / f"{day}-{kind}.csv", r) for kind, r in files.items()},
            synthetic=True,
        )
    yield IngestRequest(
        database,
        files={
            "figures": _written(folder / "figures.csv", _figures()),
            "inspections": _written(folder / "inspections.csv", _inspections()),
        },
        synthetic=True,
    )


def _cases(chance: Random, people: Sequence[str], day: date) -> Rows:
    return [
        {
            "case_ref": ref,
            "risk_level": chance.choice(RISK_LEVELS),
            "status": chance.choice([*["community"] * 8, *STATUSES]),
            "management": chance.choice(("active", "active", "active", "reactive")),
            "unit": chance.choice((*NAMES, "", "")),
            "officer_ref": chance.choice((*NAMES, "")),
            "mappa_category": chance.choice(("", "1", "2", "3")),
            "mappa_level": chance.choice(("", "1", "2", "3")),
            "visit_due": chance.choice(("", *[_some_day(chance, day, -90, 400)] * 6)),
            "last_visit": chance.choice(("", *[_some_day(chance, day, 0, 500)] * 3)),
            "assessment_due": chance.choice(("", *[_some_day(chance, day, -90, 400)] * 6)),
            "last_assessment": chance.choice(("", *[_some_day(chance, day, 0, 500)] * 3)),
            "risk_tool": chance.choice(("", "ARMS", "arms", "Änderung")),
        }
        for ref in chance.sample(people, 240)
    ]


def _visits(chance: Random, people: Sequence[str], day: date) -> Rows:
    return [
        {
            "case_ref": ref,
            "visited_on": _some_day(chance, day, 0, 200),
            "outcome": chance.choice(("seen", "seen", "not_in", "refused", "other")),
            "announced": chance.choice(("", "yes", "no")),
            "officers": chance.choice(("", "1", "2")),
        }
        for ref in chance.choices(people, k=300)
    ]


def _figures() -> Rows:
    usual = {"force": FORCE, "as_at": "2024-02-29", "said_by": "the force", "unit": "people"}
    said = [
        {"measure": "overdue_visits", "value": "70", "qualifier": "about"},
        {"measure": "overdue_visits", "value": "75", "qualifier": "more_than", "publisher": "élan"},
        {"measure": "registered", "value": "240", "publisher": "Zulu"},
        {"measure": "registered", "value": "238", "as_at": "2023-06-30"},
    ]
    return [{"qualifier": "exact", "publisher": "a newspaper", **usual, **each} for each in said]


def _inspections() -> Rows:
    return [
        {"force": FORCE, "body": "HMICFRS", "inspected_on": "2023-05-01", "finding": "Zu spät"},
        {"force": FORCE, "body": "HMICFRS", "published_on": "2022-05-01", "grade": "adequate"},
        {"force": FORCE, "body": "another", "published_on": "2023-05-01"},
    ]


def _some_day(chance: Random, day: date, least: int, most: int) -> str:
    return (day - timedelta(days=chance.randint(least, most))).isoformat()


def _written(path: Path, rows: Rows) -> Path:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path
