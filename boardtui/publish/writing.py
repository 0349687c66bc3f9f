"""Writing a published database: a fresh file, in which nothing ever was that is not published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.dimension import UNIT
from boardtui.core.flow.counts import Flow
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount
from boardtui.ingest.count import FLOW_COLUMNS
from boardtui.ingest.figure_rows import FIGURE_COLUMNS
from boardtui.ingest.forms import Row
from boardtui.ingest.record import definition_id
from boardtui.ingest.writer import Writer
from boardtui.publish.protected import Proved, crosses_of, figures_of
from boardtui.store.connection.database import Database, as_date
from boardtui.store.flow.stored_flows import published_rows
from boardtui.store.held.snapshots import SnapshotKey, forces

PUBLISHED_COLUMNS = (
    *("measure", "dimension", "slice", "value", "low", "high", "qualifier", "unit", "base"),
    *("as_at", "as_at_stated", "period_start", "partial", "unknown", "suppressed", "written"),
    *("said_by", "publisher", "address"),
)
INSPECTION_COLUMNS = (
    *("body", "programme", "published_on", "inspected_on", "grade", "finding", "response_due"),
)
CROSS_COLUMNS = (
    *("snapshot_id", "measure", "dimension", "slice", "other_dimension", "other_slice"),
    *("value", "low", "high", "qualifier", "suppressed"),
)
DAYS = ("as_at", "period_start", "published_on", "inspected_on", "response_due")


class Contents(Struct, frozen=True):
    """What goes into a published database; without `forces`, what was published of all."""

    database: Database
    rules: Rules
    forces: Sequence[str]
    snapshots: Sequence[Proved]
    flows: Sequence[tuple[SnapshotKey, SnapshotKey, Flow]]


def write(writer: Writer, contents: Contents) -> None:
    """Write all of it into an empty database."""
    numbers = _forces(writer, contents)
    for table, columns in (("figures", PUBLISHED_COLUMNS), ("inspections", INSPECTION_COLUMNS)):
        writer.insert(
            table, ("force_id", *columns), _said(writer, contents, numbers, table, columns)
        )
    ids: dict[int, int] = {}
    hidden = 0
    for found in contents.snapshots:
        ids[found.snapshot.id] = _snapshot(writer, found.snapshot, numbers, ids)
        hidden += _figures(writer, contents, found, ids)
    hidden += _flows(writer, contents, ids)
    rules = contents.rules
    writer.insert_one(
        "publications",
        {
            "audience": rules.audience.value,
            "threshold": rules.threshold,
            "rounding": rules.rounding,
            "zeros": rules.zeros,
            "hidden": hidden,
        },
    )


def _forces(writer: Writer, contents: Contents) -> dict[int, int]:
    """Each force's number here, by its number there."""
    return {
        force.id: writer.insert_one("forces", {"name": force.name, "synthetic": force.synthetic})
        for force in forces(contents.database)
        if not contents.forces or force.name in contents.forces
    }


def _said(
    writer: Writer,
    contents: Contents,
    numbers: dict[int, int],
    table: str,
    columns: Sequence[str],
) -> Iterator[Row]:
    """What was published, as it stands."""
    where = "WHERE snapshot_id IS NULL" if table == "figures" else ""
    rows = contents.database.rows(
        f"SELECT force_id, {', '.join(columns)} FROM {table} {where} ORDER BY id"
    )
    for force, *values in rows:
        if force in numbers:
            pairs = zip(columns, values, strict=True)
            yield (
                numbers[force],
                *(writer.day(as_date(v)) if name in DAYS else v for name, v in pairs),
            )


def _snapshot(
    writer: Writer, snapshot: SnapshotKey, numbers: dict[int, int], ids: dict[int, int]
) -> int:
    found = writer.insert_one(
        "snapshots",
        {
            "force_id": numbers[snapshot.force.id],
            "as_at": snapshot.as_at,
            "definition_id": definition_id(writer, snapshot.definition),
            "previous_id": ids.get(snapshot.previous_id or 0),
            "ingested_at": datetime.now(UTC).replace(microsecond=0),
        },
    )
    # Which columns there were says what can be known. How many rows there were is a count.
    for kind in sorted(snapshot.given.files):
        given = (c for c in snapshot.given.columns if c.startswith(f"{kind}."))
        names = sorted(column.partition(".")[2] for column in given)
        left_out = snapshot.left_out if kind == "cases" else 0
        writer.insert(
            "snapshot_files",
            ("snapshot_id", "kind", "name", "sha256", "rows_stored", "rows_left_out", "columns"),
            [(found, kind, "not published", "", 0, left_out, " ".join(names))],
        )
    return found


def _figures(writer: Writer, contents: Contents, found: Proved, ids: dict[int, int]) -> int:
    """Write a snapshot's figures, its crosses, and what is not offered; how many are hidden."""
    number = ids[found.snapshot.id]
    force = found.snapshot.force.id
    ((mine,),) = writer.database.rows(
        "SELECT force_id FROM snapshots WHERE id = :id", {"id": number}
    )
    moved = found.snapshot.previous_id in ids
    figures = list(figures_of(contents.database, found, moved=moved))
    crosses = list(crosses_of(found))
    assert force is not None
    rows: list[Row] = []
    for figure in figures:
        one = figure.slices[0] if figure.slices else None
        rows.append((
            *(mine, number, figure.measure, one.dimension if one else None),
            *(one.value if one else None, figure.value, figure.low, figure.high),
            *(figure.qualifier.value, figure.unit, figure.base, writer.day(figure.as_at)),
            *(figure.as_at_stated, writer.day(figure.period_start), figure.partial),
            *(figure.unknown, figure.suppressed),
        ))  # fmt: skip
    writer.insert("figures", FIGURE_COLUMNS, rows)
    cells: list[Row] = []
    for figure in crosses:
        unit, other = figure.slices
        assert unit.dimension == UNIT.name
        cells.append((
            *(number, figure.measure, unit.dimension, unit.value, other.dimension, other.value),
            *(figure.value, figure.low, figure.high, figure.qualifier.value, figure.suppressed),
        ))  # fmt: skip
    writer.insert("crosses", CROSS_COLUMNS, cells)
    tables = (
        (name, *by, *(() if len(by) > 1 else (None,)), why)
        for (measure, by), why in found.pattern.not_offered.items()
        for name, same in found.pattern.layout.kinds.same.items()
        if same == measure
    )
    writer.insert(
        "not_offered",
        ("snapshot_id", "measure", "dimension", "other_dimension", "why"),
        ((number, *table) for table in tables),
    )
    counts = (one for one in (*figures, *crosses) if isinstance(MEASURES[one.measure], CaseCount))
    return sum(one.suppressed for one in counts)


def _flows(writer: Writer, contents: Contents, ids: dict[int, int]) -> int:
    hidden = 0
    for then, now, flow in contents.flows:
        rows = list(published_rows(flow))
        writer.insert(
            "flows",
            FLOW_COLUMNS,
            ((ids[now.id], ids[then.id], flow.backlog, *row) for row in rows),
        )
        hidden += len(flow.hidden)
    return hidden
