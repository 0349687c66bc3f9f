"""The tables of a boardtui database. Only writing imports this; reading needs no SQLModel."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlmodel import AutoString, Field

from boardtui.store import SCHEMA_VERSION
from boardtui.store.tables.indexes import CASE_INDEXES
from boardtui.store.tables.published import CrossRecord, NotOffered, Publication
from boardtui.store.tables.seals import SealedPart, SealEntry, SignatureRecord
from boardtui.store.tables.table import METADATA, Table

__all__ = [
    "METADATA",
    "SCHEMA_VERSION",
    "CrossRecord",
    "NotOffered",
    "Publication",
    "SealEntry",
    "SealedPart",
    "SignatureRecord",
]


class SchemaVersion(Table, table=True):
    """One row: the version of these tables."""

    __tablename__ = "schema_version"

    version: int = Field(primary_key=True)


class Force(Table, table=True):
    """A police force, or an area said of (England and Wales); synthetic where it does not exist."""

    __tablename__ = "forces"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    synthetic: bool


class DefinitionUsed(Table, table=True):
    """A definition that figures were computed under; `bands` as "30,90,180,365"."""

    __tablename__ = "definitions"
    __table_args__ = (UniqueConstraint("grace_days", "bands"),)

    id: int | None = Field(default=None, primary_key=True)
    grace_days: int
    bands: str


class Snapshot(Table, table=True):
    """A force's register on a day."""

    __tablename__ = "snapshots"
    __table_args__ = (
        UniqueConstraint("force_id", "as_at"),
        Index("snapshots_by_day", "as_at"),
        Index("snapshots_by_previous", "previous_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    force_id: int = Field(foreign_key="forces.id")
    as_at: date
    definition_id: int = Field(foreign_key="definitions.id")
    previous_id: int | None = Field(default=None, foreign_key="snapshots.id")
    ingested_at: datetime


class SnapshotFile(Table, table=True):
    """An extract file that a snapshot was made from, and how many of its rows were left out.

    `columns` are those that it had, by our names, with spaces between them.
    """

    __tablename__ = "snapshot_files"
    __table_args__ = (
        UniqueConstraint("snapshot_id", "kind"),
        Index("snapshot_files_by_digest", "sha256"),
    )

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(foreign_key="snapshots.id")
    kind: str
    name: str
    sha256: str
    rows_stored: int
    rows_left_out: int
    columns: str


class IngestWarning(Table, table=True):
    """Something odd in a file that was stored all the same, in so many of its rows.

    `row` and `value` are those of the first; `rows` is 0 where it is of the whole file.
    `against_id` is the other snapshot where it takes two to be odd.
    """

    __tablename__ = "warnings"

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int | None = Field(default=None, foreign_key="snapshots.id", index=True)
    against_id: int | None = Field(default=None, foreign_key="snapshots.id", index=True)
    file: str
    row: int | None
    column: str | None
    value: str | None
    message: str
    rows: int


class CaseRecord(Table, table=True):
    """One person on the register, by a pseudonym, as the cases file has them.

    `last_seen` is the later of last_visit and the last visit seen by the visits file.
    """

    __tablename__ = "cases"
    __table_args__ = (
        Index("cases_by_ref", "snapshot_id", "case_ref", unique=True),
        *(Index(name, *columns) for name, columns in CASE_INDEXES.items()),
    )

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(foreign_key="snapshots.id")
    case_ref: str
    risk_level: str
    status: str
    management: str
    unit: str | None
    officer_ref: str | None
    mappa_category: str | None
    mappa_level: str | None
    visit_due: date | None
    last_visit: date | None
    assessment_due: date | None
    last_assessment: date | None
    registered_on: date | None
    risk_tool: str | None
    last_seen: date | None


class VisitRecord(Table, table=True):
    """One visit tried."""

    __tablename__ = "visits"
    __table_args__ = (
        Index("visits_by_day", "snapshot_id", "visited_on"),
        Index("visits_by_case", "case_ref", "visited_on"),
    )

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(foreign_key="snapshots.id")
    case_ref: str
    visited_on: date
    outcome: str
    announced: str | None
    officers: int | None
    action: str | None


class OfficerRecord(Table, table=True):
    """One officer, by a pseudonym, and how much of a full-time post they work."""

    __tablename__ = "officers"
    __table_args__ = (Index("officers_by_ref", "snapshot_id", "officer_ref", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(foreign_key="snapshots.id")
    officer_ref: str
    unit: str | None
    fte: float


class LeaverRecord(Table, table=True):
    """One person who left the register since the snapshot before."""

    __tablename__ = "leavers"
    __table_args__ = (Index("leavers_by_case", "snapshot_id", "case_ref"),)

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(foreign_key="snapshots.id")
    case_ref: str
    left_on: date
    reason: str | None


class FigureRecord(Table, table=True):
    """A figure: of a snapshot, computed; or without one, published.

    `high` is null where there is no upper end; `value` is null where it is not known, and then
    `unknown` says why, or where it was withheld, and then it is `suppressed`. `written` is a
    published value with its digits as written. `dimension` is null for the whole; `slice` is null,
    beside a dimension, for the cases where that is not recorded.
    """

    __tablename__ = "figures"
    __table_args__ = (
        Index("figures_of_snapshot", "snapshot_id", "dimension", "measure"),
        Index("figures_of_day", "force_id", "snapshot_id", "as_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    force_id: int = Field(foreign_key="forces.id")
    snapshot_id: int | None = Field(default=None, foreign_key="snapshots.id")
    measure: str
    dimension: str | None
    slice: str | None
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    unit: str
    base: str | None
    as_at: date
    as_at_stated: str | None
    period_start: date | None
    partial: str | None
    unknown: str | None
    suppressed: bool
    written: str | None
    said_by: str | None
    publisher: str | None
    address: str | None


class InspectionRecord(Table, table=True):
    """An inspection of a force: when, by whom, and what it found."""

    __tablename__ = "inspections"

    id: int | None = Field(default=None, primary_key=True)
    force_id: int = Field(foreign_key="forces.id", index=True)
    body: str
    programme: str | None
    published_on: date | None
    inspected_on: date | None
    grade: str | None
    finding: str | None
    response_due: date | None


class FlowRecord(Table, table=True):
    """One number of the flow from the snapshot before: a part, or one reason of those who left.

    `part` is one of the parts in `boardtui.core.flow.parts`, or of what stands beside them in
    `boardtui.core.flow.counts`; `reason` is null but on the rows that count leavers by reason,
    where it is "" if the leavers file gives none. What cannot be known is counted as if the files
    said nothing else: the files' columns say whether a number holds. In a published database
    `people` is null where a number is hidden, both ends of the flow have rows of their own, and the
    sum of several parts that are told together stands under their names, with "+" between them.
    """

    __tablename__ = "flows"
    __table_args__ = (UniqueConstraint("snapshot_id", "backlog", "part", "reason"),)

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(foreign_key="snapshots.id", index=True)
    earlier_id: int = Field(foreign_key="snapshots.id", index=True)
    backlog: str
    part: str
    reason: str | None
    people: int | None


def _have_texts_in_order() -> None:
    """Have every text stand by its code points, as in SQLite, whatever a server's language."""
    text = String().with_variant(String(collation="C"), "postgresql")
    for table in METADATA.tables.values():
        for column in table.columns:
            if isinstance(column.type, AutoString):
                column.type = text


_have_texts_in_order()
