"""Counting a snapshot's figures and flow, and what it changes of those of the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from boardtui.core.measures import of_kind
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Movement
from boardtui.ingest.extract import Extract
from boardtui.ingest.figure_rows import OF_FIGURE, computed_rows, figure_rows
from boardtui.ingest.forms import Form, Row, Rows
from boardtui.ingest.in_memory import RecordsInMemory, happened_in_memory
from boardtui.ingest.request import Progress
from boardtui.ingest.sealing.in_memory import figures_digest, record_digests, rows_digest
from boardtui.ingest.writer import Writer
from boardtui.store.connection.database import Database, Value
from boardtui.store.counting.making import Maker
from boardtui.store.counting.movement import movement_figures
from boardtui.store.counting.records import StoredRecords
from boardtui.store.flow.flows import Reasons, flow_counts
from boardtui.store.flow.in_memory import Pairing, Register, flow_counts_in_memory
from boardtui.store.flow.stored_flows import flow_rows
from boardtui.store.held.snapshots import SnapshotKey, with_previous
from boardtui.store.sealed.form import PartDigest
from boardtui.store.sealed.parts import CROSSES, FLOWS, NOT_OFFERED

OF_FLOW = ("backlog", "part", "reason", "people")
"""The columns of a flow; before them come the ids of its snapshot and of the earlier one."""

FLOW_COLUMNS = ("snapshot_id", "earlier_id", *OF_FLOW)


class Before(Struct, frozen=True):
    """The snapshot before one that is counted, with its cases where they are in memory."""

    snapshot: SnapshotKey
    register: Register | None = None


class Counted(Struct, frozen=True):
    """What was counted of a snapshot, and digests that are known by it."""

    figures: Rows
    flows: Rows
    digests: dict[str, PartDigest]


def count(
    form: Form,
    register: Register,
    extracts: Mapping[str, Extract],
    before: Before | None,
    progress: Progress,
    now: SnapshotKey,
    database: Database | None,
) -> Counted:
    """Count a snapshot's figures and flow, for a database's form.

    `database` is asked for the cases of the snapshot before where they are not in memory.
    """
    progress("counting", 0, None)
    then = before.snapshot if before is not None else None
    pairing = None
    if before is not None and before.register is not None:
        pairing = Pairing(before.register, register)
    # Before anything is asked of the database, which may still be making its indexes.
    digests = record_digests(extracts)
    records = RecordsInMemory(register, extracts, now.definition, pairing, database, now)
    maker = Maker(now, now.definition)
    figures = list(computed_rows(form, records, then, maker))
    flows: list[Row] = []
    of_flows: list[Row] = []
    if then is not None and then.given.records:
        progress("working out who left the backlogs", 0, None)
        if pairing is not None:
            happened = happened_in_memory(extracts, then.as_at, now.as_at)
            counts = flow_counts_in_memory(pairing, happened, now.definition)
        else:
            assert database is not None
            counts = flow_counts(database, then, now, now.definition)
        flows.extend(_flows(counts))
        of_flows.extend((*row, then.as_at) for row in flows)
    if (of_figures := figures_digest(figures, OF_FIGURE)) is not None:
        digests["figures"] = of_figures
    digests["flows"] = rows_digest(FLOWS, of_flows)
    for part in (CROSSES, NOT_OFFERED):
        # Those are of published databases alone.
        digests[part.name] = rows_digest(part, [])
    return Counted(_of_figures(form, figures), _of_flows(form, flows), digests)


def count_next(
    form: Form, database: Database, now: SnapshotKey, following: SnapshotKey, progress: Progress
) -> Counted:
    """Count again what depends on the snapshot before it, of the one that now comes after."""
    progress("working out the next snapshot's flow", 0, None)
    maker = Maker(following, following.definition)
    moved = StoredRecords(database, following, following.definition)
    figures = list(figure_rows(form, movement_figures(moved, now, maker)))
    counts = flow_counts(database, now, following, following.definition)
    return Counted(_of_figures(form, figures), _of_flows(form, list(_flows(counts))), {})


def count_again(writer: Writer, snapshot: SnapshotKey) -> None:
    """Count a stored snapshot's figures and flow anew, under the definition they were under.

    Of one whose records are not there, the figures stay as they are.
    """
    if not snapshot.given.records:
        return
    _, then = with_previous(writer.database, snapshot.id)
    database, definition = writer.database, snapshot.definition
    records = StoredRecords(database, snapshot, definition)
    figures = list(computed_rows(writer.form, records, then, Maker(snapshot, definition)))
    flows: list[Row] = []
    if then is not None and then.given.records:
        flows.extend(_flows(flow_counts(database, then, snapshot, definition)))
    for table in ("figures", "flows"):
        writer.run(f"DELETE FROM {table} WHERE snapshot_id = :id", {"id": snapshot.id})
    counted = Counted(_of_figures(writer.form, figures), _of_flows(writer.form, flows), {})
    write_counted(writer, counted, snapshot, then)


def write_counted(
    writer: Writer, counted: Counted, now: SnapshotKey, then: SnapshotKey | None
) -> None:
    """Store what was counted of a snapshot; `then` is the one that it was counted against."""
    writer.insert_rows(counted.figures, {"force_id": now.force.id, "snapshot_id": now.id})
    earlier = then.id if then is not None else None
    writer.insert_rows(counted.flows, {"snapshot_id": now.id, "earlier_id": earlier})


def forget_movement(writer: Writer, snapshot: SnapshotKey) -> None:
    """Remove what was told of a snapshot against the one that was before it."""
    names = {f"m{place}": m.name for place, m in enumerate(of_kind(Movement))}
    values: dict[str, Value] = {"id": snapshot.id, **names}
    marks = ", ".join(f":{name}" for name in names)
    writer.run(f"DELETE FROM figures WHERE snapshot_id = :id AND measure IN ({marks})", values)
    writer.run("DELETE FROM flows WHERE snapshot_id = :id", {"id": snapshot.id})


def _of_figures(form: Form, rows: Sequence[Row]) -> Rows:
    return form.rows("figures", OF_FIGURE, rows)


def _of_flows(form: Form, rows: Sequence[Row]) -> Rows:
    return form.rows("flows", OF_FLOW, rows)


def _flows(counts: Mapping[str, tuple[Counter[str], Reasons]]) -> Iterator[Row]:
    for name, of_backlog in counts.items():
        for part, reason, people in flow_rows(BACKLOGS[name], *of_backlog):
            yield name, part, reason, people
