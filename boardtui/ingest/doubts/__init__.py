"""Warnings: what is odd in the files of a snapshot and is stored all the same.

Some can be seen in the files themselves (`doubts`); others only beside other snapshots
(`boardtui.ingest.doubts.beside`), once the records are stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from boardtui.ingest.doubts import dates, people, visits
from boardtui.ingest.doubts.people import InSnapshotBefore
from boardtui.ingest.extract import Extract
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.request import ExtractSettings


def doubts(
    extracts: Mapping[str, Extract],
    day: date,
    settings: ExtractSettings,
    before: InSnapshotBefore | None,
) -> Iterator[FaultGroup]:
    """Every warning that the files of a snapshot give rise to, by kind.

    `day` is the snapshot's; `before` is None where there is no snapshot before.
    """
    cases = extracts["cases"]
    visited, left = extracts.get("visits"), extracts.get("leavers")
    for extract in extracts.values():
        yield from dates.implausible(extract, day, settings)
    yield from dates.odd_order(cases)
    if "officers" in extracts:
        yield from people.without_posts(cases, extracts["officers"])
    if visited is None and left is None:
        return
    here = people.case_rows(cases)
    if left is not None:
        yield from people.odd_leavers(left, here, before)
    if visited is not None:
        yield from people.unknown_visited(visited, left, here, before)
        yield from visits.repeated(visited)
        yield from visits.seen_later(visited, cases, here)
        yield from visits.ends_early(visited, day, settings.earliest_year)
