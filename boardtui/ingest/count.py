"""Counting what was stored: a snapshot's figures and flow, and what they change of the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.measures import of_kind
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Movement
from boardtui.ingest.extract import Extract
from boardtui.ingest.figure_rows import FIGURE_COLUMNS, computed_rows, figure_rows
from boardtui.ingest.in_memory import (
    LastStored,
    RecordsInMemory,
    happened_in_memory,
    register_in_memory,
)
from boardtui.ingest.place import Place
from boardtui.ingest.request import Progress
from boardtui.ingest.sealing.in_memory import figures_digest, record_digests, rows_digest
from boardtui.ingest.writer import Row, Writer
from boardtui.store.connection.database import Value
from boardtui.store.counting.making import Maker
from boardtui.store.counting.movement import movement_figures
from boardtui.store.counting.records import StoredRecords
from boardtui.store.flow.flows import Reasons, flow_counts
from boardtui.store.flow.in_memory import Pairing, flow_counts_in_memory
from boardtui.store.flow.stored_flows import flow_rows
from boardtui.store.held.snapshots import SnapshotKey, with_previous
from boardtui.store.sealed.form import PartDigest
from boardtui.store.sealed.parts import CROSSES, FLOWS, NOT_OFFERED

FLOW_COLUMNS = ("snapshot_id", "earlier_id", "backlog", "part", "reason", "people")


class Counted(Struct, frozen=True):
    """How many figures were stored, and the digests of records and figures that are known by it."""

    figures: int
    digests: dict[str, PartDigest]


def count(
    writer: Writer,
    now: SnapshotKey,
    place: Place,
    extracts: Mapping[str, Extract],
    definition: Definition,
    last: LastStored,
    progress: Progress,
) -> Counted:
    """Store a snapshot's figures and flows, and again those of the next one that depend on it.

    It is then the `last` that was stored.
    """
    progress("counting", 0, None)
    then, following = place.previous, place.following
    register, before = register_in_memory(extracts["cases"], now.as_at), last.of(then)
    pairing = Pairing(before, register) if before is not None else None
    with writer.reading() as database:
        # Before anything is asked of the database, which may still be making its indexes.
        digests = record_digests(extracts)
        stored = StoredRecords(database, now, definition)
        records = RecordsInMemory(register, extracts, definition, pairing, stored)
        figures = list(computed_rows(writer, records, then, Maker(now, definition)))
        of_next: list[Row] = []
        flows: list[Row] = []
        of_flows: list[Row] = []
        if then is not None and then.given.records:
            progress("working out who left the backlogs", 0, None)
            if pairing is not None:
                happened = happened_in_memory(extracts, then.as_at, now.as_at)
                counts = flow_counts_in_memory(pairing, happened, definition)
            else:
                counts = flow_counts(database, then, now, definition)
            flows.extend(_flows(counts, then, now))
            of_flows.extend((*row[2:], then.as_at) for row in flows)
        if following is not None and following.given.records:
            progress("working out the next snapshot's flow", 0, None)
            maker = Maker(following, following.definition)
            moved = StoredRecords(database, following, following.definition)
            of_next.extend(figure_rows(writer, following, movement_figures(moved, now, maker)))
            counts = flow_counts(database, now, following, following.definition)
            flows.extend(_flows(counts, now, following))
    last.keep(now, register)
    if following is not None and following.given.records:
        _forget(writer, following)
    progress("storing figures", 0, len(figures))
    with writer.without_indexes("figures", len(figures)):
        writer.insert("figures", FIGURE_COLUMNS, chain(figures, of_next))
    writer.insert("flows", FLOW_COLUMNS, flows)
    if (of_figures := figures_digest(figures, FIGURE_COLUMNS)) is not None:
        digests["figures"] = of_figures
    digests["flows"] = rows_digest(FLOWS, of_flows)
    for part in (CROSSES, NOT_OFFERED):
        # Those are of published databases alone.
        digests[part.name] = rows_digest(part, [])
    return Counted(len(figures), digests)


def count_again(writer: Writer, snapshot: SnapshotKey) -> None:
    """Count a stored snapshot's figures and flow anew, under the definition they were under.

    Of one whose records are not there, the figures stay as they are.
    """
    if not snapshot.given.records:
        return
    _, then = with_previous(writer.database, snapshot.id)
    database, definition = writer.database, snapshot.definition
    records = StoredRecords(database, snapshot, definition)
    figures = list(computed_rows(writer, records, then, Maker(snapshot, definition)))
    told = then is not None and then.given.records
    flows: list[Row] = []
    if then is not None and told:
        flows.extend(_flows(flow_counts(database, then, snapshot, definition), then, snapshot))
    for table in ("figures", "flows"):
        writer.run(f"DELETE FROM {table} WHERE snapshot_id = :id", {"id": snapshot.id})
    writer.insert("figures", FIGURE_COLUMNS, figures)
    writer.insert("flows", FLOW_COLUMNS, flows)


def _flows(
    counts: Mapping[str, tuple[Counter[str], Reasons]], then: SnapshotKey, now: SnapshotKey
) -> Iterator[Row]:
    for name, of_backlog in counts.items():
        for part, reason, people in flow_rows(BACKLOGS[name], *of_backlog):
            yield now.id, then.id, name, part, reason, people


def _forget(writer: Writer, snapshot: SnapshotKey) -> None:
    """Remove what was told against another snapshot before."""
    names = {f"m{place}": m.name for place, m in enumerate(of_kind(Movement))}
    values: dict[str, Value] = {"id": snapshot.id, **names}
    marks = ", ".join(f":{name}" for name in names)
    writer.run(f"DELETE FROM figures WHERE snapshot_id = :id AND measure IN ({marks})", values)
    writer.run("DELETE FROM flows WHERE snapshot_id = :id", {"id": snapshot.id})
