"""The indexes of the cases, and which lists of cases one of them holds without the table."""

from __future__ import annotations

from boardtui.core.criterion.criterion import All, OneOf, columns_of

_TOLD_APART = (
    "risk_level",
    "unit",
    "officer_ref",
    "mappa_level",
    "mappa_category",
    "case_ref",
    "risk_tool",
)
"""What the cases of a backlog are sliced, sorted and looked for by."""

CASE_INDEXES = {
    "cases_by_visit_due": ("snapshot_id", "status", "management", "visit_due", *_TOLD_APART),
    "cases_by_assessment_due": ("snapshot_id", "status", "assessment_due", *_TOLD_APART),
    "cases_by_officer": ("snapshot_id", "officer_ref", "status", "management"),
}
"""The columns of each index, in order.

Those of the backlogs hold whatever a list of the overdue goes by: of a million cases the table is
read for the rows in sight alone.
"""

_CHOSEN_FIRST = {
    "cases_by_visit_due": ("status", "management"),
    "cases_by_assessment_due": ("status",),
}
"""Of which columns a list must name one value, for an index to have its cases side by side."""


def held(where: All, others: set[str]) -> bool:
    """Whether an index holds all that a list goes by; `others` are columns beside its criterion."""
    used = others | set(columns_of(where))
    return any(
        _single(where) >= set(first) and used <= set(CASE_INDEXES[name])
        for name, first in _CHOSEN_FIRST.items()
    )


def of_one_officer(where: All) -> bool:
    """Whether a list is of a single officer's cases, which an index finds: few."""
    return "officer_ref" in _single(where)


def _single(where: All) -> set[str]:
    """The columns of which one value is named."""
    named = (part for part in where.parts if isinstance(part, OneOf))
    return {part.column for part in named if len(part.values) == 1}
