"""The tables whose rows go with a snapshot, or with a force, from one database to another."""

from __future__ import annotations

from boardtui.ingest.record import OWNED
from boardtui.store.tables.tables import METADATA

OF_SNAPSHOT = (*OWNED, "crosses", "not_offered")
"""The tables whose rows are a snapshot's own."""

OF_FORCE = ("figures", "inspections")
"""The tables that have what was published of a force."""

REFERENCES = {
    "force_id": "force",
    "snapshot_id": "snapshot",
    "earlier_id": "snapshot",
    "against_id": "snapshot",
}
"""The columns by which a row refers to another, and to what: these have other ids elsewhere."""


def columns_of(table: str) -> list[str]:
    """The columns of a table but for its own id, which is another in each database."""
    return [column.name for column in METADATA.tables[table].columns if column.name != "id"]


def selected(table: str) -> str:
    """The columns as SQL; some of their names are words of it."""
    return ", ".join(f'"{name}"' for name in columns_of(table))
