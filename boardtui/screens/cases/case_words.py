"""A list of cases in words: what it holds, and how its columns are to be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from boardtui.core.flow import definitions
from boardtui.core.flow.parts import Part
from boardtui.core.measures.measure import stated
from boardtui.core.words.days import day_text
from boardtui.panels.case_columns import NOT_RECORDED, list_title
from boardtui.review.cases.cases import CaseList
from boardtui.review.cases.part_asked import PartAsked
from boardtui.screens.dialogs.reading import Row


def explained(cases: CaseList) -> tuple[str, list[Row]]:
    """What the list holds: its definition, and how its columns are to be read."""
    rows = [
        *(_of_part(cases.part) if cases.part else ()),
        ("Overdue" if cases.part else "Definition", stated(cases.measure, cases.definition)),
        ("From", "the records of this snapshot, one row a person, by a pseudonym"),
        (
            "Days late",
            f"from the day the {cases.backlog.one} was due; empty where none is overdue",
        ),
        (NOT_RECORDED, "not recorded"),
    ]
    if cases.selection.force.synthetic:
        rows.append(("Synthetic", "this force does not exist, and neither does any person in it"))
    return list_title(cases), rows


def _of_part(part: PartAsked) -> list[Row]:
    start, end = day_text(part.start), day_text(part.end)
    listed = start if part.listed == "then" else end
    return [
        ("What", part.words),
        ("Records", f"of {listed}, each with what changed between {start} and {end}"),
        *_defined(part),
    ]


def _defined(part: PartAsked) -> Iterator[Row]:
    backlog = part.backlog
    one = {each.value: partial(definitions.part, each) for each in Part}
    hidden = {
        "dates_moved": definitions.moved,
        "overdue_by_dates_then": definitions.by_dates_then,
        "cleared_without": definitions.cleared,
    }
    if words := (one | hidden).get(part.name):
        yield "Definition", words(backlog)
    if part.name in one:
        yield "Counted in", "one part of the flow, the first that applies"
