"""What a PostgreSQL server counts of its tables, by which it finds its ways through them.

Of a column of few values it notes each with how often it occurs, and takes any other for one that
hardly does. A snapshot that came after it has counted is such another: it expects a row of it where
there are thousands, and compares each person of two snapshots with each. Without such a list it
expects of every snapshot as many rows as they have on average.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from boardtui.ingest.references import LARGE

_NOTED = text(
    """
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
        AND pg_has_role(c.relowner, 'USAGE')
        AND a.attname = 'snapshot_id' AND a.attstattarget IS DISTINCT FROM 1
    """
)
"""The tables that this role may change in which snapshots are noted one by one."""


def see_snapshots_alike(connection: Connection) -> None:
    """Have a server expect as many rows of any snapshot; it takes effect when it counts next."""
    for (table,) in connection.execute(_NOTED).all():
        if table in LARGE:
            # One value is noted: with none nothing would be, not even how many snapshots there are.
            connection.execute(
                text(f"ALTER TABLE {table} ALTER COLUMN snapshot_id SET STATISTICS 1")
            )
