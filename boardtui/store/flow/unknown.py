"""What of a flow cannot be known, by what the files of its snapshots have."""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.core.flow.counts import flow_unknown
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import SnapshotKey, between


def unknown_of_flow(
    database: Database, then: SnapshotKey, now: SnapshotKey, backlog: Backlog
) -> Mapping[str, str]:
    """Which numbers of a flow cannot be known of the files of its snapshots, and why."""
    during = [snapshot.given for snapshot in between(database, then, now)]
    return flow_unknown(backlog, then.given, now.given, during)
