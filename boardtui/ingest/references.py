"""What rows on a PostgreSQL server refer to, checked once for all rows of a load.

To look for the snapshot of every single row takes the server as long as to store it. While a load
of many snapshots is under way it does without; what a load that was ended has left unchecked is
checked by the next ingest.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from boardtui.ingest.patience import if_nobody_reads
from boardtui.store.tables.tables import METADATA

LARGE = ("cases", "visits", "officers", "leavers", "figures", "flows")
"""The tables that a load fills."""

_THERE = text(
    """
    SELECT c.relname, a.attname, n.conname
    FROM pg_class c
    LEFT JOIN pg_constraint n ON n.conrelid = c.oid AND n.contype = 'f'
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = n.conkey[1]
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
        AND pg_has_role(c.relowner, 'USAGE')
    """
)
"""The tables that this role may change, with each column that refers to another table."""


def put_off(connection: Connection) -> None:
    """Have rows of the large tables refer to anything, until `check` is called."""
    drop = [
        f"ALTER TABLE {table} DROP CONSTRAINT {name}"
        for table, _, name in connection.execute(_THERE)
        if table in LARGE and name is not None
    ]
    if_nobody_reads(connection, drop)


def check(connection: Connection) -> None:
    """Make the references that are not there, and with each see what every row refers to."""
    there: dict[str, set[str | None]] = {}
    for table, column, _ in connection.execute(_THERE):
        there.setdefault(table, set()).add(column)
    for table, column, referred in _meant():
        if column not in there.get(table, {column}):
            connection.execute(
                text(f"ALTER TABLE {table} ADD FOREIGN KEY ({column}) REFERENCES {referred}")
            )


def _meant() -> Iterator[tuple[str, str, str]]:
    """Each column of the large tables that refers to another table, and to what."""
    for name in LARGE:
        for column in METADATA.tables[name].columns:
            for key in column.foreign_keys:
                yield name, column.name, f"{key.column.table.name} ({key.column.name})"
