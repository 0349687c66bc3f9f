"""The tables of a published database: for whom it is, its crosses, and what it does not offer."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field

from boardtui.store.tables.table import Table


class Publication(Table, table=True):
    """One row in a database that was published: for whom, and by which rules it was protected.

    `hidden` are how many counts are hidden in it.
    """

    __tablename__ = "publications"

    id: int | None = Field(default=None, primary_key=True)
    audience: str
    threshold: int
    rounding: int
    zeros: bool
    hidden: int


class CrossRecord(Table, table=True):
    """A count of a snapshot in two slices at once: of a published database, which has no records.

    `dimension` and `slice` are the unit's. What is hidden is `suppressed`, and has no value.
    """

    __tablename__ = "crosses"
    __table_args__ = (Index("crosses_of_snapshot", "snapshot_id", "other_dimension", "measure"),)

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(foreign_key="snapshots.id")
    measure: str
    dimension: str
    slice: str | None
    other_dimension: str
    other_slice: str | None
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    suppressed: bool


class NotOffered(Table, table=True):
    """A table that a published database does not have, and why: a measure by some dimensions."""

    __tablename__ = "not_offered"

    id: int | None = Field(default=None, primary_key=True)
    snapshot_id: int = Field(foreign_key="snapshots.id", index=True)
    measure: str
    dimension: str
    other_dimension: str | None
    why: str
