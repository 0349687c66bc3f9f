"""People whom one file names and another does not, and officers without a post."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from boardtui.ingest.doubts.rows import doubt, first_of_each, good_texts, rows_with
from boardtui.ingest.extract import Extract
from boardtui.ingest.faults import FaultGroup

InSnapshotBefore = Callable[[list[str]], set[str]]
"""Which of some people are in the snapshot before."""


def case_rows(cases: Extract) -> Mapping[object, int]:
    """The place of each person among the rows of a cases file."""
    refs, good = cases.columns["case_ref"], np.flatnonzero(cases.good)
    values = map(refs.values.__getitem__, refs.coded.codes[good].tolist())
    return dict(zip(values, good.tolist(), strict=True))


def without_posts(cases: Extract, officers: Extract) -> Iterator[FaultGroup]:
    """Officers of cases who are not in the officers file, once each."""
    unknown = good_texts(cases, "officer_ref") - good_texts(officers, "officer_ref")
    rows = rows_with(cases, "officer_ref", unknown)
    first = first_of_each(cases.columns["officer_ref"], rows)
    message = "an officer has no row in the officers file, so that their posts are unknown"
    yield from doubt(cases, "officer_ref", first, message)


def odd_leavers(
    leavers: Extract, here: Mapping[object, int], before: InSnapshotBefore | None
) -> Iterator[FaultGroup]:
    """Leavers who are still here, and leavers whom nobody knew; `here` are those in the cases."""
    named = good_texts(leavers, "case_ref")
    still = rows_with(leavers, "case_ref", {ref for ref in named if ref in here})
    yield from doubt(leavers, "case_ref", still, "a leaver is still in the cases")
    if before is not None:
        others = {ref for ref in named if ref not in here}
        unknown = rows_with(leavers, "case_ref", others - before(sorted(others)))
        message = "a leaver is of an unknown person, not in the snapshot before"
        yield from doubt(leavers, "case_ref", unknown, message)


def unknown_visited(
    visits: Extract,
    leavers: Extract | None,
    here: Mapping[object, int],
    before: InSnapshotBefore | None,
) -> Iterator[FaultGroup]:
    """Visits of people who are neither here nor left nor in the snapshot before."""
    others = {ref for ref in good_texts(visits, "case_ref") if ref not in here}
    if leavers is not None:
        others -= good_texts(leavers, "case_ref")
    if before is not None:
        others -= before(sorted(others))
    unknown = rows_with(visits, "case_ref", others)
    yield from doubt(visits, "case_ref", unknown, "a visit is of an unknown person")
