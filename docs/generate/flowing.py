"""The flow of a backlog, from the parts that the core tells apart."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.core.flow.parts import CAME, CLEARED_WITHOUT, PART_TITLES, PARTS, Part, listed
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from docs.generate.markdown import block, code, codes, prose, sentence, table

INTRODUCTION = """
The flow says what became of a backlog between two snapshots of a force: an earlier and a later one.
*Overdue* is the measure above, under the same definition on both days. *Seen in between* means a
visit with the outcome seen, or a `last_visit`, after the earlier day and up to the later one; for
assessments, a `last_assessment`. Visits and leavers are those of every snapshot after the earlier
day and up to the later one. Each person is counted in one part, the first of these that applies:
"""

RULES = {
    Part.OVERDUE_AGAIN: "overdue then and now, and seen in between",
    Part.STILL_OVERDUE: "overdue then and now, and not seen in between",
    Part.LEFT: "overdue then, and not in the later snapshot; with the leaver's reason where given",
    Part.VISITED: "overdue then and not now, and seen in between",
    Part.ASSESSED: "the same for assessments: assessed in between",
    Part.WENT_MISSING: "overdue then and not seen in between; the status now is missing",
    Part.NOT_IN_COMMUNITY: "overdue then and not seen in between; the status now is custody, "
    "hospital, abroad or other",
    Part.MOVED_TO_REACTIVE: "overdue then and not now; management now is reactive, so that no "
    "visit is due (assessments still are: visits only)",
    Part.REGRADED: "overdue then and not now; the risk level now is lower than then (not assessed "
    "has no rank)",
    Part.DATE_MOVED: "overdue then and not now, for none of these reasons: the due date was moved "
    "or removed without a visit",
    Part.JOINED_OVERDUE: "overdue now, and not in the earlier snapshot",
    Part.NEWLY_OVERDUE: "overdue now and not then",
}

HIDDEN = """
*Cleared without a visit* is the sum of {cleared}. Two more numbers say what the parts alone would
not. `dates_moved` counts people in both snapshots, actively managed in both (for assessments,
managed) and not seen in between, whose due date is later now than it was, or blank.
`overdue_by_dates_then` counts people in both snapshots, actively managed now and not seen in
between, whose due date in the earlier snapshot is overdue on the later day: the backlog of these
people as it would stand had no date been touched.
"""

BASELINE = """
The board shows the flow from the snapshot of the baseline's day; where there is none, from the
latest snapshot before, and it says so. It is told from records, so that a day with published
figures alone has none. On the command line, any two snapshots of a force can be compared:
"""

EXAMPLE = "boardtui flow demo.db --force Exampleshire --from 2023-03-31 --to 2024-01-17"


def blocks() -> list[str]:
    """The section."""
    rows = [(code(part.value), PART_TITLES[part], sentence(RULES[part])) for part in _in_order()]
    out = [part for part in listed(VISITS) if part not in CAME]
    now = [part for part in listed(VISITS) if part in (*CAME, *out[:2])]
    sums = f"opening = {_sum(out)}\nclosing = {_sum(now)}"
    return [
        "## Flow",
        prose(INTRODUCTION),
        table(("part", "on the board", "who"), rows),
        block("text", sums),
        prose(HIDDEN.format(cleared=codes(part.value for part in CLEARED_WITHOUT))),
        prose(BASELINE),
        block("sh", EXAMPLE),
    ]


def _in_order() -> list[Part]:
    """The parts as they are tried, the assessments' own beside the visits' that it stands for."""
    order = [part for part, _ in PARTS[VISITS.name]]
    own = [part for part, _ in PARTS[ASSESSMENTS.name] if part not in order]
    order[order.index(Part.VISITED) + 1 : 0] = own
    return order


def _sum(parts: Iterable[Part]) -> str:
    return " + ".join(part.value for part in parts)
