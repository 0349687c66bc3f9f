"""Small registers in real SQLite files, written through the product's own tables.

A test says what is unusual of a case and leaves the rest:

    write(path, Force(registers=(Register(DAY, (Case("a", visit_due=YESTERDAY),)),)))
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from sqlalchemy import Connection, create_engine, insert
from sqlalchemy.pool import NullPool

from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.core.figure.figure import Figure
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.store import SCHEMA_VERSION
from boardtui.store.connection.server import ConnectionDatabase
from boardtui.store.counting.compute import computed_figures
from boardtui.store.flow.flows import flow_counts
from boardtui.store.flow.stored_flows import flow_rows
from boardtui.store.held.snapshots import snapshots
from boardtui.store.tables.tables import METADATA


@dataclass(frozen=True, slots=True)
class Case:
    """A row of the cases file: actively managed at medium risk, unless said otherwise."""

    case_ref: str
    risk_level: str = "medium"
    status: str = "community"
    management: str = "active"
    unit: str | None = None
    officer_ref: str | None = None
    mappa_category: str | None = None
    mappa_level: str | None = None
    visit_due: date | None = None
    last_visit: date | None = None
    assessment_due: date | None = None
    last_assessment: date | None = None
    registered_on: date | None = None
    risk_tool: str | None = None

    @property
    def row(self) -> dict[str, Any]:
        """The case by its column names; last seen on the last visit, where no file says more."""
        return {each.name: getattr(self, each.name) for each in fields(self)} | {
            "last_seen": self.last_visit
        }


@dataclass(frozen=True, slots=True)
class Visit:
    """A row of the visits file."""

    case_ref: str
    visited_on: date
    outcome: str = "seen"
    announced: str | None = None
    officers: int | None = None
    action: str | None = None


@dataclass(frozen=True, slots=True)
class Officer:
    """A row of the officers file."""

    officer_ref: str
    fte: float = 1.0
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Leaver:
    """A row of the leavers file."""

    case_ref: str
    left_on: date
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """A snapshot: the register on a day. A file that is None was not given."""

    as_at: date
    cases: tuple[Case, ...] = ()
    visits: tuple[Visit, ...] | None = None
    officers: tuple[Officer, ...] | None = None
    leavers: tuple[Leaver, ...] | None = None
    left_out: int = 0
    without: frozenset[str] = frozenset()
    """Columns that the files do not have: "cases.visit_due"."""
    definition: Definition | None = None
    """What it was taken in under, where that is another than the rest of the database's."""

    @property
    def files(self) -> dict[str, tuple[Row, ...]]:
        """The rows of each file that was given, by the file's kind."""
        found: dict[str, tuple[Row, ...] | None] = {
            "cases": self.cases,
            "visits": self.visits,
            "officers": self.officers,
            "leavers": self.leavers,
        }
        return {kind: rows for kind, rows in found.items() if rows is not None}

    def columns(self, kind: str) -> str:
        """The columns that a file had, as they are stored."""
        known = {"cases": Case, "visits": Visit, "officers": Officer, "leavers": Leaver}[kind]
        names = [each.name for each in fields(known)]
        if kind == "cases" and "cases.last_visit" not in self.without:
            names.append("last_seen")
        return " ".join(name for name in names if f"{kind}.{name}" not in self.without)

    def row(self, case: Case) -> dict[str, Any]:
        """A case by its column names, with when the files say that it was last seen."""
        return case.row | {"last_seen": self.last_seen(case)}

    def last_seen(self, case: Case) -> date | None:
        """When somebody was last seen, by the record or by the visits file."""
        seen = [case.last_visit, *(v.visited_on for v in self.visits or () if _saw(v, case))]
        return max(filter(None, seen), default=None)


def _saw(visit: Visit, case: Case) -> bool:
    return visit.case_ref == case.case_ref and visit.outcome == "seen"


Row: TypeAlias = Case | Visit | Officer | Leaver


@dataclass(frozen=True, slots=True)
class Said:
    """A published figure; exact, unless `low` and `high` are given (`high` None: no end)."""

    measure: str
    value: float | None
    as_at: date
    dimension: str | None = None
    slice: str | None = None
    qualifier: str = "exact"
    low: float | None = None
    high: float | None = None
    unit: str = "people"
    base: str | None = None
    as_at_stated: str | None = None
    period_start: date | None = None
    suppressed: bool = False
    written: str | None = None
    said_by: str = "HMICFRS"
    publisher: str = "a newspaper"
    address: str = "https://example.org/"


def withheld(measure: str, as_at: date, **others: Any) -> Said:
    """A published figure that was withheld by who gave it."""
    return Said(measure, None, as_at, qualifier="suppressed", suppressed=True, **others)


@dataclass(frozen=True, slots=True)
class Inspected:
    """An inspection of a force."""

    published_on: date | None = None
    inspected_on: date | None = None
    body: str = "HMICFRS"
    programme: str | None = "PEEL"
    grade: str | None = None
    finding: str | None = None
    response_due: date | None = None


@dataclass(frozen=True, slots=True)
class Force:
    """A force with all that the database knows of it; snapshots oldest first."""

    name: str = "Exampleshire"
    registers: tuple[Register, ...] = ()
    said: tuple[Said, ...] = ()
    inspections: tuple[Inspected, ...] = ()
    synthetic: bool = True


def write(
    path: Path, *forces: Force, definition: Definition = STANDARD, counted: bool = True
) -> Path:
    """Write a database file; `counted` is whether figures and flows are stored, as ingest does."""
    path.write_bytes(_empty())
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    with engine.execution_options(compiled_cache=_COMPILED).begin() as connection:
        connection.exec_driver_sql("PRAGMA synchronous=OFF")
        fill(connection, *forces, definition=definition, counted=counted)
    return path


def fill(
    connection: Connection, *forces: Force, definition: Definition = STANDARD, counted: bool = True
) -> None:
    """Write into empty tables, wherever they are; see `write`."""
    used = {
        each: _add(
            connection,
            "definitions",
            grace_days=each.grace_days,
            bands=",".join(map(str, each.band_ends)),
        )
        for each in _definitions(forces, definition)
    }
    for force in forces:
        _write_force(connection, force, used, definition)
    if counted:
        _count(connection)


_COMPILED: dict[Any, Any] = {}


@cache
def _empty() -> bytes:
    """An empty database: making its tables takes longer than copying them."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        with create_engine(f"sqlite:///{path}", poolclass=NullPool).begin() as connection:
            METADATA.create_all(connection)
            connection.execute(
                insert(METADATA.tables["schema_version"]), {"version": SCHEMA_VERSION}
            )
        return path.read_bytes()


def _definitions(forces: Iterable[Force], usual: Definition) -> Iterable[Definition]:
    """Every definition that something is taken in under, each once."""
    own = (register.definition for force in forces for register in force.registers)
    return dict.fromkeys([usual, *filter(None, own)])


def _write_force(
    connection: Connection, force: Force, used: dict[Definition, int], usual: Definition
) -> None:
    force_id = _add(connection, "forces", name=force.name, synthetic=force.synthetic)
    previous = None
    for register in force.registers:
        previous = _add(
            connection,
            "snapshots",
            force_id=force_id,
            as_at=register.as_at,
            definition_id=used[register.definition or usual],
            previous_id=previous,
            ingested_at=datetime(2024, 2, 1, tzinfo=UTC),
        )
        for kind, rows in register.files.items():
            _add(
                connection,
                "snapshot_files",
                snapshot_id=previous,
                kind=kind,
                name=f"{kind}.csv",
                sha256="0" * 64,
                rows_stored=len(rows),
                rows_left_out=register.left_out if kind == "cases" else 0,
                columns=register.columns(kind),
            )
            of = {"snapshot_id": previous}
            _add_all(connection, kind, (of | _stored_row(register, row) for row in rows))
    for said in force.said:
        ends = {} if said.low is not None else {"low": said.value, "high": said.value}
        _add(connection, "figures", force_id=force_id, **(asdict(said) | ends))
    _add_all(
        connection, "inspections", ({"force_id": force_id, **asdict(i)} for i in force.inspections)
    )


def _stored_row(register: Register, row: Row) -> dict[str, Any]:
    return register.row(row) if isinstance(row, Case) else asdict(row)


def _count(connection: Connection) -> None:
    """Store the figures and flows of every snapshot."""
    database = ConnectionDatabase(connection)
    there = {snapshot.id: snapshot for snapshot in snapshots(database)}
    for now in there.values():
        then = there.get(now.previous_id or 0)
        figures = computed_figures(database, now, then, now.definition)
        _add_all(connection, "figures", [_stored(f, now.force.id, now.id) for f in figures])
        if then is None:
            continue
        for backlog in BACKLOGS.values():
            counts = flow_counts(database, then, now, now.definition, (backlog,))[backlog.name]
            key = {"snapshot_id": now.id, "earlier_id": then.id, "backlog": backlog.name}
            rows = [
                {**key, "part": part, "reason": reason, "people": people}
                for part, reason, people in flow_rows(backlog, *counts)
            ]
            _add_all(connection, "flows", rows)


def _stored(figure: Figure, force: int, snapshot: int) -> dict[str, object]:
    (only,) = figure.slices or (None,)
    return {
        "force_id": force,
        "snapshot_id": snapshot,
        "dimension": only.dimension if only else None,
        "slice": only.value if only else None,
        "qualifier": figure.qualifier.value,
        **{name: getattr(figure, name) for name in KEPT},
    }


KEPT = (
    *("measure", "value", "low", "high", "unit", "as_at", "period_start", "partial", "unknown"),
    "suppressed",
)


def _add(connection: Connection, table: str, **values: object) -> int:
    """Add one row and give its id."""
    done = connection.execute(insert(METADATA.tables[table]).values(**values))
    assert done.inserted_primary_key is not None
    return int(done.inserted_primary_key[0])


def _add_all(connection: Connection, table: str, rows: Iterable[dict[str, object]]) -> None:
    if listed := list(rows):
        connection.execute(insert(METADATA.tables[table]), listed)
