"""What is odd of a snapshot only beside others, read from the database in which all are stored."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.ingest.doubts.files import same_cases, same_files
from boardtui.ingest.doubts.new_names import new_names
from boardtui.ingest.doubts.references import hardly_meeting, moved, other_key
from boardtui.ingest.faults import FaultGroup
from boardtui.store.connection.database import Database
from boardtui.store.held.files import files_of
from boardtui.store.held.snapshots import SnapshotKey

Beside = tuple[int, FaultGroup]
"""The id of the other snapshot, and what is odd beside it."""


def doubts_beside(
    database: Database, now: SnapshotKey, then: SnapshotKey | None
) -> Iterator[Beside]:
    """Every warning that a snapshot gives rise to beside the others that are there, by their ids.

    `then` is the one before it. Its figures are to be stored already: they say most of it.
    """
    same = list(same_files(database, now))
    yield from same
    if then is None or not (then.given.records and now.given.records):
        return
    file = next(f.name for f in files_of(database, now.id) if f.kind == "cases")
    yield from ((then.id, group) for group in other_key(then, now, file))
    if (counts := moved(database, now)) is not None:
        found = hardly_meeting(database, then, now, counts, file)
        yield from ((then.id, group) for group in found)
        if (then.id, file) not in ((id, group.file) for id, group in same):
            found = same_cases(database, then, now, counts, file)
            yield from ((then.id, group) for group in found)
    yield from ((then.id, group) for group in new_names(database, then, now, file))
