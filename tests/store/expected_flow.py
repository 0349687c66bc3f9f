"""The flow of a backlog, told naively from the written definitions, one person after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tests.registers import Case, Register

PARTS = {
    "visits": (
        *("still_overdue", "overdue_again", "left", "visited", "went_missing"),
        *("not_in_community", "moved_to_reactive", "regraded", "date_moved"),
        *("newly_overdue", "joined_overdue"),
    ),
    "assessments": (
        *("still_overdue", "overdue_again", "left", "assessed", "went_missing"),
        *("not_in_community", "regraded", "date_moved", "newly_overdue", "joined_overdue"),
    ),
}
RANK = {"very_high": 4, "high": 3, "medium": 2, "low": 1}


class Told(NamedTuple):
    parts: dict[str, int]
    reasons: dict[str | None, int]
    dates_moved: int
    overdue_by_dates_then: int
    overdue_by_dates_now: int


class Telling:
    """The flow between the first and the last of some snapshots, the others lying between."""

    def __init__(self, history: Sequence[Register], backlog: str, grace: int) -> None:
        self.then, self.now = history[0], history[-1]
        self.after = history[1:]
        self.visits = backlog == "visits"
        self.backlog, self.grace = backlog, grace

    def owes(self, case: Case) -> bool:
        """In the backlog's base."""
        return case.status == "community" and (not self.visits or case.management == "active")

    def due(self, case: Case) -> date | None:
        return case.visit_due if self.visits else case.assessment_due

    def late(self, due: date | None, day: date) -> bool:
        return due is not None and due + timedelta(days=self.grace) < day

    def overdue(self, case: Case | None, day: date) -> bool:
        return case is not None and self.owes(case) and self.late(self.due(case), day)

    def between(self, day: date | None) -> bool:
        return day is not None and self.then.as_at < day <= self.now.as_at

    def done(self, case: Case) -> date | None:
        return case.last_visit if self.visits else case.last_assessment

    def seen(self, ref: str) -> bool:
        records = (case for register in self.after for case in register.cases)
        if any(case.case_ref == ref and self.between(self.done(case)) for case in records):
            return True
        return self.visits and any(
            visit.case_ref == ref and visit.outcome == "seen" and self.between(visit.visited_on)
            for register in self.after
            for visit in register.visits or ()
        )

    def part(self, ref: str, then: Case | None, now: Case | None) -> str | None:
        was, is_now = self.overdue(then, self.then.as_at), self.overdue(now, self.now.as_at)
        if was and is_now:
            return "overdue_again" if self.seen(ref) else "still_overdue"
        if is_now:
            return "joined_overdue" if then is None else "newly_overdue"
        if not was or then is None:
            return None
        if now is None:
            return "left"
        if self.seen(ref):
            return "visited" if self.visits else "assessed"
        if now.status == "missing":
            return "went_missing"
        if now.status != "community":
            return "not_in_community"
        if self.visits and now.management == "reactive":
            return "moved_to_reactive"
        if RANK.get(now.risk_level, 9) < RANK.get(then.risk_level, 0):
            return "regraded"
        return "date_moved"

    def reason(self, ref: str) -> str | None:
        left = [
            leaver
            for register in self.after
            for leaver in register.leavers or ()
            if leaver.case_ref == ref and leaver.left_on > self.then.as_at
        ]
        return max(left, key=lambda leaver: leaver.left_on).reason if left else None

    def told(self) -> Told:
        then = {case.case_ref: case for case in self.then.cases}
        now = {case.case_ref: case for case in self.now.cases}
        parts = dict.fromkeys(PARTS[self.backlog], 0)
        reasons: Counter[str | None] = Counter()
        moved = by_dates_then = by_dates_now = 0
        for ref in then.keys() | now.keys():
            before, after = then.get(ref), now.get(ref)
            part = self.part(ref, before, after)
            if part is not None:
                parts[part] += 1
            if part == "left":
                reasons[self.reason(ref)] += 1
            if before is None or after is None or self.seen(ref) or not self.owes(after):
                continue
            was, is_now = self.due(before), self.due(after)
            by_dates_then += self.late(was, self.now.as_at)
            by_dates_now += self.late(is_now, self.now.as_at)
            if self.owes(before) and was is not None:
                moved += is_now is None or is_now > was
        return Told(parts, dict(reasons), moved, by_dates_then, by_dates_now)
