"""Indexes that a PostgreSQL server is better given at the end of a load of many snapshots.

Those of the backlogs hold a good part of each case: to put every single one in its place takes the
server as long as the table itself, and to sort all of them at the end half of that. No question of
an ingest goes by them. What a load that was ended has left without is made by the next ingest.
"""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from boardtui.ingest.patience import if_nobody_reads
from boardtui.store.tables.indexes import CASE_INDEXES
from boardtui.store.tables.tables import METADATA

_THERE = text(
    """
    SELECT (SELECT COALESCE(MAX(id), 0) FROM cases)
    FROM pg_class WHERE oid = 'cases'::regclass AND pg_has_role(relowner, 'USAGE')
    """
)
"""How many cases there are, where this role may change their table."""


def drop(connection: Connection, coming: int) -> None:
    """Do without the indexes where more cases come than there are."""
    there = connection.execute(_THERE).scalar_one_or_none()
    if there is not None and coming > there:
        if_nobody_reads(connection, [f"DROP INDEX IF EXISTS {name}" for name in CASE_INDEXES])


def make(connection: Connection) -> None:
    """Make every index that is not there; on a server, of the tables that this role may change."""
    found = inspect(connection).get_multi_indexes()
    there = {index["name"] for each in found.values() for index in each}
    on_server = connection.dialect.name == "postgresql"
    mine = set(connection.execute(_MINE).scalars()) if on_server else set(METADATA.tables)
    for table in METADATA.sorted_tables:
        for index in table.indexes:
            if index.name not in there and table.name in mine:
                index.create(connection)


_MINE = text(
    """
    SELECT relname FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
        AND pg_has_role(relowner, 'USAGE')
    """
)
"""The tables that this role may change."""
