"""Every figure of a snapshot, counted naively from the written definitions.

Plain loops over all cases for every number: slow, and sharing no code with the product.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import fsum
from typing import NamedTuple

from tests.registers import Case, Register

RISKS = ["very_high", "high", "medium", "low", "not_assessed"]
COLUMN = {
    "risk_level": "risk_level",
    "unit": "unit",
    "officer": "officer_ref",
    "mappa_level": "mappa_level",
    "mappa_category": "mappa_category",
    "status": "status",
}
ALWAYS: Mapping[str, Sequence[str]] = {
    "risk_level": RISKS,
    "mappa_level": ["1", "2", "3"],
    "mappa_category": ["1", "2", "3", "4"],
    "status": ["community", "custody", "hospital", "abroad", "missing", "other"],
}


class Key(NamedTuple):
    measure: str
    dimension: str | None = None
    slice: str | None = None
    period_start: date | None = None
    as_at: date | None = None


class Answer(NamedTuple):
    value: float | None
    unknown: str | None = None
    partial: str | None = None


class Counting:
    """One snapshot under one definition."""

    def __init__(
        self,
        register: Register,
        previous: Register | None = None,
        grace: int = 0,
        ends: Sequence[int] = (30, 90, 180, 365),
    ) -> None:
        self.register, self.previous = register, previous
        self.day, self.grace, self.ends = register.as_at, grace, ends

    def figures(self) -> dict[Key, Answer]:
        """Every figure, by measure, slice and period."""
        found: dict[Key, Answer] = {}
        for dimension, name, members in self.cells():
            for measure, answer in self.of_cases(members):
                if dimension is None or dimension in self.dimensions(measure):
                    found[Key(measure, dimension, name)] = answer
        for measure, band, count in self.by_age():
            found[Key(measure, "age_band", band)] = Answer(count)
        for measure, answer in self.over_officers():
            found[Key(measure)] = answer
        for officer, per_post in self.per_post().items():
            found[Key("caseload_per_fte", "officer", officer)] = Answer(per_post)
        found.update(self.months())
        found.update(self.movement())
        return found

    def cells(self) -> Iterator[tuple[str | None, str | None, list[Case]]]:
        everyone = list(self.register.cases)
        yield None, None, everyone
        for dimension, column in COLUMN.items():
            names = {getattr(case, column) for case in everyone} | {*ALWAYS.get(dimension, ())}
            for name in names:
                yield dimension, name, [c for c in everyone if getattr(c, column) == name]

    def dimensions(self, measure: str) -> Sequence[str]:
        only = {"risk_mix": ["risk_level"], "caseload": ["officer"]}
        return only.get(measure, list(COLUMN))

    def managed(self, case: Case) -> bool:
        return case.status == "community"

    def active(self, case: Case) -> bool:
        return self.managed(case) and case.management == "active"

    def late(self, due: date | None) -> bool:
        return due is not None and due + timedelta(days=self.grace) < self.day

    def visit_late(self, case: Case) -> bool:
        return self.active(case) and self.late(case.visit_due)

    def assessment_late(self, case: Case) -> bool:
        return self.managed(case) and self.late(case.assessment_due)

    def of_cases(self, cases: list[Case]) -> Iterator[tuple[str, Answer]]:
        managed = [c for c in cases if self.managed(c)]
        active = [c for c in cases if self.active(c)]
        counts = {
            "registered": cases,
            "managed": managed,
            "risk_mix": managed,
            "caseload": managed,
            "actively_managed": active,
            "reactively_managed": [c for c in managed if c.management == "reactive"],
            "missing_people": [c for c in cases if c.status == "missing"],
            "visits_not_dated": [c for c in active if c.visit_due is None],
            "assessments_not_dated": [c for c in managed if c.assessment_due is None],
            "never_seen": [c for c in active if self.seen_on(c) is None],
            "not_seen_over_year": [c for c in active if (self.days_unseen(c) or 0) > 365],
            "unallocated": [c for c in managed if c.officer_ref is None],
            **self.backlogs(cases),
        }
        for measure, counted in counts.items():
            yield measure, Answer(len(counted))
        since = [days for c in active if (days := self.days_unseen(c)) is not None]
        yield (
            "not_seen_longest_days",
            Answer(max(since)) if since else Answer(None, "none seen"),
        )
        visits = [c.visit_due for c in cases if self.visit_late(c) and c.visit_due]
        assessments = [c.assessment_due for c in cases if self.assessment_late(c)]
        yield from self.ages("overdue_visits", visits)
        yield from self.ages("overdue_assessments", [due for due in assessments if due])

    def seen_on(self, case: Case) -> date | None:
        seen = [
            v.visited_on
            for v in self.register.visits or ()
            if v.case_ref == case.case_ref and v.outcome == "seen"
        ]
        return max([*seen, *([case.last_visit] if case.last_visit else [])], default=None)

    def days_unseen(self, case: Case) -> int | None:
        seen = self.seen_on(case)
        return (self.day - seen).days if seen else None

    def backlogs(self, cases: list[Case]) -> dict[str, list[Case]]:
        visits = [c for c in cases if self.visit_late(c)]
        assessments = [c for c in cases if self.assessment_late(c)]
        high = ("high", "very_high")
        return {
            "overdue_visits": visits,
            "overdue_high_risk": [c for c in visits if c.risk_level in high],
            "overdue_assessments": assessments,
            "overdue_assessments_high_risk": [c for c in assessments if c.risk_level in high],
        }

    def ages(self, measure: str, dues: list[date]) -> Iterator[tuple[str, Answer]]:
        nobody = Answer(None, "none overdue")
        days = sorted((self.day - due).days for due in dues)
        yield f"{measure}_oldest_days", Answer(days[-1]) if days else nobody
        yield f"{measure}_oldest_months", Answer(self.months_since(min(dues))) if days else nobody
        for name, fraction in (("median", 0.5), ("p90", 0.9)):
            yield f"{measure}_{name}_days", Answer(between(days, fraction)) if days else nobody

    def months_since(self, due: date) -> int:
        months = 12 * (self.day.year - due.year) + (self.day.month - due.month)
        return months - 1 if self.day.day < due.day else months

    def by_age(self) -> Iterator[tuple[str, str, int]]:
        for measure, overdue in self.backlogs(list(self.register.cases)).items():
            column = "assessment_due" if "assessments" in measure else "visit_due"
            days = [(self.day - getattr(case, column)).days for case in overdue]
            last = 0
            for end in self.ends:
                yield measure, f"{last + 1}-{end}", sum(last < d <= end for d in days)
                last = end
            yield measure, f"over {last}", sum(d > last for d in days)

    def loads(self) -> dict[str, int]:
        managed = [case.officer_ref for case in self.register.cases if self.managed(case)]
        return {ref: managed.count(ref) for ref in managed if ref is not None}

    def per_post(self) -> dict[str, float]:
        posts = {each.officer_ref: each.fte for each in self.register.officers or ()}
        return {ref: load / posts[ref] for ref, load in self.loads().items() if ref in posts}

    def over_officers(self) -> Iterator[tuple[str, Answer]]:
        loads = self.loads()
        nobody = Answer(None, "no officer is recorded")
        yield "caseload_max", Answer(max(loads.values())) if loads else nobody
        yield "caseload_median", Answer(between(sorted(loads.values()), 0.5)) if loads else nobody
        if self.register.officers is None:
            yield "caseload_per_fte_max", Answer(None, "no officers file")
            yield "caseload_per_fte", Answer(None, "no officers file")
            return
        known = list(self.per_post().values())
        none_known = Answer(None, "no officer's post is known")
        yield "caseload_per_fte_max", Answer(max(known)) if known else none_known
        posts = {each.officer_ref: each.fte for each in self.register.officers}
        held = sum(load for ref, load in loads.items() if ref in posts)
        full_time = fsum(posts[ref] for ref in loads if ref in posts)
        yield "caseload_per_fte", Answer(held / full_time) if known else none_known

    def months(self) -> dict[Key, Answer]:
        visits = self.register.visits
        names = ("visits_attempted", "visits_seen", "visits_not_in", "visits_action")
        if not visits:
            why = "no visits file" if visits is None else "no visit in the visits file"
            return {Key(name): Answer(None, why) for name in names}
        seen = [v for v in visits if v.outcome == "seen"]
        not_in = [v for v in visits if v.outcome == "not_in"]
        action = [v for v in seen if v.action == "yes"]
        first = min(v.visited_on for v in visits)
        last = max(v.visited_on for v in visits)
        found = {}
        start = first.replace(day=1)
        while start <= self.day:
            after = (start + timedelta(days=32)).replace(day=1)
            end = min(after - timedelta(days=1), self.day)
            said = []
            if start < first:
                said.append(f"from {written(first)}")
            if start <= self.day < after - timedelta(days=1):
                said.append(f"up to {written(self.day)}")
            for name, counted in zip(names, (visits, seen, not_in, action), strict=True):
                count = sum(start <= v.visited_on <= end for v in counted)
                known = Answer(count, None, " ".join(said) or None)
                later = Answer(None, "not in the visits file", " ".join(said) or None)
                found[Key(name, None, None, start, end)] = known if start <= last else later
            start = after
        return found

    def movement(self) -> dict[Key, Answer]:
        names = ("joiners", "leavers", "net_growth")
        if self.previous is None:
            return {Key(name): Answer(None, "no earlier snapshot") for name in names}
        now = {case.case_ref for case in self.register.cases}
        then = {case.case_ref for case in self.previous.cases}
        counts = (len(now - then), len(then - now), len(now) - len(then))
        start = self.previous.as_at
        return {
            Key(name, None, None, start, self.day): Answer(count)
            for name, count in zip(names, counts, strict=True)
        }


def between(ranked: Sequence[float], fraction: float) -> float:
    """The percentile of ranked numbers, by linear interpolation."""
    place = fraction * (len(ranked) - 1)
    lower = int(place)
    upper = min(lower + 1, len(ranked) - 1)
    return ranked[lower] * (1 - (place - lower)) + ranked[upper] * (place - lower)


def written(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"
