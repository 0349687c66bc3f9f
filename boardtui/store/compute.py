"""A snapshot's figures from its records: every measure, whole and by every dimension."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.definition import Definition
from boardtui.core.figure import Figure
from boardtui.store.case_counts import CaseFigures
from boardtui.store.caseloads import caseload_figures
from boardtui.store.database import Database
from boardtui.store.making import Maker
from boardtui.store.movement import movement_figures
from boardtui.store.snapshots import SnapshotKey
from boardtui.store.tabulate import Cases
from boardtui.store.visits import visit_figures


def computed_figures(
    database: Database,
    snapshot: SnapshotKey,
    previous: SnapshotKey | None,
    definition: Definition,
) -> Iterator[Figure]:
    """Every figure of a snapshot under a definition, in no promised order.

    Counts come by each dimension that the measure has, with a zero for each slice without a case.
    `previous` is the snapshot that joiners and leavers are told against.
    """
    maker = Maker(snapshot, definition)
    cases = Cases(database, snapshot.id, snapshot.as_at, definition)
    of_cases = CaseFigures(cases, maker)
    yield from of_cases.counts()
    yield from of_cases.age_bands()
    yield from of_cases.lateness()
    yield from of_cases.longest_since()
    yield from caseload_figures(cases, maker)
    yield from visit_figures(database, maker)
    yield from movement_figures(database, previous, maker)
