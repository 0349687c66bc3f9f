"""The months of forces as extract files, a folder a force and a day, and the truth beside them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import numpy as np

from bench.synthetic.forces import Force
from bench.synthetic.months import OUTCOMES, REASONS, Month, months
from bench.synthetic.register import OFFICERS_EACH, RISKS, STATUSES, Whole, officers_of

TRUTH = "truth.json"

_FIRST, _LAST = date(1990, 1, 1).toordinal(), date(2045, 1, 1).toordinal()
_DAYS = np.array(
    ["", *(date.fromordinal(day).isoformat() for day in range(_FIRST, _LAST))], dtype=object
)
_YES_NO = np.array(["no", "yes"], dtype=object)


def write(folder: Path, forces: Iterable[Force], count: int) -> int:
    """Write so many months of forces into a folder: force/2024-01-31/cases.csv and the others.

    Returns how many rows of cases there are. The truth of all is in `truth.json`.
    """
    rows, truths = 0, []
    for force in forces:
        of_months = []
        for month in months(force, count):
            of_months.append({"as_at": month.day.isoformat(), "held": month.held}
                             | asdict(month.truth))  # fmt: skip
            if month.held:
                rows += len(month.people)
                write_month(folder / force.name / month.day.isoformat(), month)
        plan = asdict(force) | {"missing": sorted(force.missing), "quiet": force.quiet}
        truths.append({"plan": plan, "months": of_months})
    (folder / TRUTH).write_text(json.dumps(truths, indent=1), encoding="utf-8")
    return rows


def write_month(folder: Path, month: Month) -> None:
    """Write the files of one snapshot."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "cases.csv", _cases(month))
    _write(folder / "leavers.csv", _leavers(month))
    _write(folder / "officers.csv", _officers(month))
    if month.has_visits:
        _write(folder / "visits.csv", _visits(month))


def _cases(month: Month) -> dict[str, Iterable[object]]:
    people = month.people
    return {
        "case_ref": _refs(month.force, people.number),
        "risk_level": np.array(RISKS, dtype=object)[people.risk].tolist(),
        "status": np.array(STATUSES, dtype=object)[people.status].tolist(),
        "management": np.where(people.reactive, "reactive", "active").tolist(),
        "unit": [f"District {officer // OFFICERS_EACH + 1}" for officer in people.officer.tolist()],
        "officer_ref": [f"OM-{officer + 1:04d}" for officer in people.officer.tolist()],
        "mappa_category": people.category.tolist(),
        "mappa_level": people.level.tolist(),
        "visit_due": _days(people.visit_due),
        "last_visit": _days(people.last_visit),
        "assessment_due": _days(people.assessment_due),
        "last_assessment": _days(people.last_assessment),
        "registered_on": _days(people.registered_on),
        "risk_tool": [month.tool] * len(people),
    }


def _visits(month: Month) -> dict[str, Iterable[object]]:
    visits = month.visits
    return {
        "case_ref": _refs(month.force, visits.number),
        "visited_on": _days(visits.day),
        "outcome": np.array(OUTCOMES, dtype=object)[visits.outcome].tolist(),
        "announced": _YES_NO[visits.announced.astype(int)].tolist(),
        "officers": [2] * len(visits.number),
        "action": _YES_NO[visits.action.astype(int)].tolist(),
    }


def _leavers(month: Month) -> dict[str, Iterable[object]]:
    leavers = month.leavers
    return {
        "case_ref": _refs(month.force, leavers.number),
        "left_on": _days(leavers.day),
        "reason": np.array(REASONS, dtype=object)[leavers.reason].tolist(),
    }


def _officers(month: Month) -> dict[str, Iterable[object]]:
    posts = range(officers_of(month.force))
    return {
        "officer_ref": [f"OM-{post + 1:04d}" for post in posts],
        "unit": [f"District {post // OFFICERS_EACH + 1}" for post in posts],
        "fte": [0.6 if post % 5 == 4 else 1 for post in posts],
    }


def _refs(force: Force, numbers: Whole) -> list[str]:
    """Pseudonyms: no two forces have the same."""
    return [f"F{force.number + 1:02d}-{number:07d}" for number in numbers.tolist()]


def _days(days: Whole) -> list[str]:
    found: list[str] = _DAYS[np.maximum(days - (_FIRST - 1), 0)].tolist()
    return found


def _write(path: Path, columns: dict[str, Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
