"""Figures of who joined and who left the register since the snapshot before."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.figure.figure import Figure
from boardtui.core.measures import of_kind
from boardtui.core.measures.measure import Movement
from boardtui.store.counting.making import Maker
from boardtui.store.counting.records import Records
from boardtui.store.held.snapshots import SnapshotKey


def movement_figures(
    records: Records,
    previous: SnapshotKey | None,
    maker: Maker,
) -> Iterator[Figure]:
    """Joined, left, and the difference of the two; not known without an earlier snapshot."""
    if previous is None or not previous.given.records:
        why = "no earlier snapshot" if previous is None else "no records of the earlier snapshot"
        for measure in of_kind(Movement):
            yield maker.figure(measure, None, unknown=why)
        return
    met = records.met(previous)
    counted = {
        "joined": met.now - met.both,
        "left": met.then - met.both,
        "net": met.now - met.then,
    }
    period = (previous.as_at, maker.snapshot.as_at)
    for measure in of_kind(Movement):
        yield maker.figure(measure, counted[measure.counts], period=period)
