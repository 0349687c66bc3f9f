"""A snapshot's figures from its records: every measure, whole and by every dimension."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.criterion.definition import Definition
from boardtui.core.figure.figure import Figure
from boardtui.core.measures.caseloads import caseload
from boardtui.store.connection.database import Database
from boardtui.store.counting.case_counts import CaseFigures
from boardtui.store.counting.caseloads import caseload_figures
from boardtui.store.counting.making import Maker, Sliced
from boardtui.store.counting.movement import movement_figures
from boardtui.store.counting.records import Records, StoredRecords
from boardtui.store.counting.visits import visit_figures
from boardtui.store.held.snapshots import SnapshotKey


def computed_figures(
    database: Database,
    snapshot: SnapshotKey,
    previous: SnapshotKey | None,
    definition: Definition,
    records: Records | None = None,
) -> Iterator[Figure]:
    """Every figure of a snapshot under a definition, in no promised order.

    Counts come by each dimension that the measure has, with a zero for each slice without a case.
    `previous` is the snapshot that joiners and leavers are told against. `records` saves reading
    them where they are known already.
    """
    maker = Maker(snapshot, definition)
    records = records or StoredRecords(database, snapshot, definition)
    for found in computed(records, previous, maker):
        if isinstance(found, Sliced):
            yield from maker.figures(found)
        else:
            yield found


def computed(
    records: Records, previous: SnapshotKey | None, maker: Maker
) -> Iterator[Sliced | Figure]:
    """The same, with the figures of the cases by measure and dimension: those are most."""
    of_cases = CaseFigures(records.cases(), maker)
    loads: dict[str, float] = {}
    for found in of_cases.counts():
        if found.measure.name == caseload.name and not maker.why_unknown(caseload, found.by):
            loads |= {
                name: count
                for name, count in zip(found.slices, found.values, strict=True)
                if name is not None and count is not None
            }
        yield found
    yield from of_cases.age_bands()
    yield from of_cases.lateness()
    yield from caseload_figures(records, loads, maker)
    yield from visit_figures(records, maker)
    yield from movement_figures(records, previous, maker)
