"""What is true of a force's month, counted here a second time: boardtui must find the same."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bench.synthetic.register import RISKS, Mask, Register, Whole


@dataclass(frozen=True, slots=True)
class Truth:
    """Counts at a month's end, and of what happened in the month.

    `newly_overdue` and `visited` are those parts of the flow from the end of the month before, in
    boardtui's sense; `joined` and `left` are people.
    """

    registered: int
    actively_managed: int
    overdue_visits: int
    overdue_by_risk: dict[str, int]
    overdue_assessments: int
    visits_attempted: int
    visits_seen: int
    newly_overdue: int
    visited: int
    joined: int
    left: int


def truth_of(
    before: Register, people: Register, visited: Whole, seen: Mask, first: int, last: int
) -> Truth:
    """What is true of the people at the end of a month, and `before` at the end of the last one.

    `visited` are the numbers of whom visits were tried in the month, `seen` which found someone.
    """
    overdue = people.overdue(last)
    then, now = before.number[before.overdue(first)], people.number[overdue]
    was_seen = visited[seen]
    cleared = np.setdiff1d(then, now, assume_unique=True)
    came = np.setdiff1d(now, then, assume_unique=True)
    by_risk = np.bincount(people.risk[overdue], minlength=len(RISKS))
    return Truth(
        registered=len(people),
        actively_managed=int(people.active.sum()),
        overdue_visits=len(now),
        overdue_by_risk=dict(zip(RISKS, map(int, by_risk), strict=True)),
        overdue_assessments=int(people.assessment_overdue(last).sum()),
        visits_attempted=len(visited),
        visits_seen=len(was_seen),
        newly_overdue=len(np.intersect1d(came, before.number, assume_unique=True)),
        # Who has left the register is not in the visits: they left before any was tried.
        visited=len(np.intersect1d(cleared, was_seen, assume_unique=True)),
        joined=len(np.setdiff1d(people.number, before.number, assume_unique=True)),
        left=len(np.setdiff1d(before.number, people.number, assume_unique=True)),
    )
