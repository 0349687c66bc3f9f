"""A snapshot made ready to be stored: all of it but what only the database can say.

That takes longer than reading the files, and needs nothing but what was read of them and the cases
of the snapshot before: it can be done beside the database, by a further process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.criterion.definition import Definition
from boardtui.core.measures.given import Given, columns_of_file
from boardtui.ingest.count import Before, Counted, count
from boardtui.ingest.doubts import doubts
from boardtui.ingest.doubts.people import InSnapshotBefore
from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.files import Files
from boardtui.ingest.forms import Form, Rows
from boardtui.ingest.in_memory import register_in_memory
from boardtui.ingest.last_seen import add_last_seen
from boardtui.ingest.packing import told
from boardtui.ingest.people import those_in
from boardtui.ingest.record_rows import record_rows
from boardtui.ingest.request import IngestRequest, IngestSettings, Progress
from boardtui.store.connection.database import Database
from boardtui.store.flow.in_memory import Register
from boardtui.store.held.snapshots import ForceKey, SnapshotKey


class Prepared(Struct, frozen=True):
    """A snapshot ready to be stored after the one `before`.

    `snapshot` lacks its ids. `odd` are the warnings that its files give rise to. Its `records` are
    made as they are taken, and the rest by `count`, of the snapshot as it is stored and a database,
    which is asked where the cases of the one before are not in memory.
    """

    files: Files
    snapshot: SnapshotKey
    before: SnapshotKey | None
    odd: tuple[FaultGroup, ...]
    records: Iterable[Rows]
    count: Callable[[SnapshotKey, Database | None], Counted]

    def wholly(self) -> Prepared:
        """With everything made, and of the files what is said of them alone: to be sent."""
        extracts = {kind: told(extract) for kind, extract in self.files.extracts.items()}
        return replace(
            self,
            files=replace(self.files, extracts=extracts),
            odd=tuple(group.kept() for group in self.odd),
            records=[replace(rows, batches=list(rows.batches)) for rows in self.records],
            count=partial(_counted, self.count(self.snapshot, None)),
        )


def prepared(
    request: IngestRequest,
    settings: IngestSettings,
    form: Form,
    files: Files,
    before: Before | None,
    database: Database | None,
    progress: Progress,
) -> tuple[Prepared, Register]:
    """Prepare a snapshot of good files, for a database's form; with its cases as they are counted.

    `database` is asked of the snapshot before where its cases are not in memory.
    """
    assert request.as_at is not None
    extracts = files.of_snapshot
    add_last_seen(extracts["cases"], extracts.get("visits"))
    snapshot = _snapshot(request, settings.definition, files)
    register = register_in_memory(extracts["cases"], request.as_at)
    odd = doubts(extracts, request.as_at, settings.extract, _in_before(before, database))
    found = Prepared(
        files=files,
        snapshot=snapshot,
        before=before.snapshot if before is not None else None,
        odd=(*files.doubts, *odd),
        records=(record_rows(form, extract, progress) for extract in extracts.values()),
        count=partial(count, form, register, extracts, before, progress),
    )
    return found, register


def _snapshot(request: IngestRequest, definition: Definition, files: Files) -> SnapshotKey:
    """A snapshot as the database will say what it is."""
    assert request.force is not None
    assert request.as_at is not None
    columns: frozenset[str] = frozenset()
    for kind, extract in files.of_snapshot.items():
        columns |= columns_of_file(kind, extract.columns_said)
    force = ForceKey(0, request.force, request.synthetic)
    left_out = sum(extract.left_out for extract in files.of_snapshot.values())
    return SnapshotKey(0, force, request.as_at, definition, Given(columns), left_out, None, "")


def _in_before(before: Before | None, database: Database | None) -> InSnapshotBefore | None:
    """What says who is in the snapshot before; None where it has no records."""
    if before is None or not before.snapshot.given.records:
        return None
    if before.register is not None:
        return set(before.register.refs).intersection
    assert database is not None
    return partial(those_in, database, before.snapshot.id)


def _counted(counted: Counted, snapshot: SnapshotKey, database: Database | None) -> Counted:
    """What was counted before."""
    return counted
