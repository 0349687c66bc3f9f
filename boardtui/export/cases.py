"""A list of cases as JSON and as rows: every case, however many, and none of them held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any

from boardtui.core.history.case import COLUMNS, Case
from boardtui.core.history.paired import PairedCase, what_changed
from boardtui.core.measures.measure import stated
from boardtui.export.export import Export, about, file_name
from boardtui.panels.case_columns import list_title
from boardtui.review.cases.cases import CaseList
from boardtui.review.cases.part_asked import PartAsked
from boardtui.store.held.snapshots import open_same
from boardtui.store.lists.listing import Listing
from boardtui.store.lists.pages import stream


def heading_json(found: CaseList, count: int) -> dict[str, Any]:
    """What stands before the cases: whose they are, as at when, and which."""
    selection = found.selection
    return {
        "version": 1,
        "force": selection.force.name,
        "as_at": found.day,
        "synthetic": selection.force.synthetic,
        **(_part_json(found.part) if found.part else {"measure": found.measure.name}),
        "definition": stated(found.measure, found.definition),
        "where": [{"by": one.dimension, "slice": one.value} for one in found.slices],
        "count": count,
        "removed": found.snapshot.removed,
    }


def _part_json(part: PartAsked) -> dict[str, Any]:
    return {
        "part": part.name,
        "backlog": part.backlog.name,
        "from": part.start,
        "to": part.end,
    }


def case_json(found: CaseList, case: Case) -> dict[str, Any]:
    """A case by its columns; in a list of the overdue, with the days; of a part, with both days."""
    row = flat(found, case)
    if isinstance(case, PairedCase):
        row["then"] = dict(case.then.row) if case.then else None
        row["now"] = dict(case.now.row) if case.now else None
        row["left_on"] = case.left.left_on if case.left else None
        row["reason"] = case.left.reason if case.left else None
    return row


def flat(found: CaseList, case: Case) -> dict[str, Any]:
    """What a line has of a case."""
    row: dict[str, Any] = dict(case.row)
    if found.of_overdue:
        row["days_overdue"] = found.days_overdue(case)
    if found.part:
        row["what_changed"] = what_changed(case, found.backlog)
    return row


def header(found: CaseList) -> list[str]:
    more = ["days_overdue"] * found.of_overdue + ["what_changed"] * (found.part is not None)
    return ["force", "synthetic", "as_at", *COLUMNS, *more]


def csv_rows(found: CaseList, cases: Iterable[Case]) -> Iterator[list[object]]:
    """A row for each case, which says by itself whose it is and that it is synthetic."""
    selection = found.selection
    whose = [selection.force.name, selection.force.synthetic, found.day]
    for case in cases:
        yield [*whose, *flat(found, case).values()]


def exported(location: str, cases: CaseList, listing: Listing, count: int, crumb: str) -> Export:
    """A list that has been counted, for copying and writing."""
    words = [f"with the words: {' '.join(listing.words)}"] if listing.words else []
    of_part = [] if cases.part is None else [list_title(cases)]
    return Export(
        name=file_name(cases.selection, f"{cases.name} cases"),
        about=[*about(cases.selection, crumb), *of_part, *words],
        columns=[*COLUMNS, "days_overdue", *(["what_changed"] if cases.part else [])],
        count=count,
        rows=lambda: _every_row(location, cases, listing),
    )


def _every_row(location: str, cases: CaseList, listing: Listing) -> Iterator[Sequence[object]]:
    with (
        closing(open_same(location, *cases.snapshots)) as database,
        closing(stream(database, listing)) as found,
    ):
        for case in found:
            row = [*case.row.values(), cases.days_overdue(case)]
            yield [*row, what_changed(case, cases.backlog)] if cases.part else row
