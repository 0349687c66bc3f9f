"""Ways in which a database is lost while a board shows it, or holds what it never should."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Boolean, Date, Float, Integer

from boardtui.store.tables.tables import METADATA

EVIL = (
    "\x1b]52;c;ZXZpbC1jbGlwYm9hcmQ=\x07\x1b]2;EVIL TITLE\x1b\\\x1b[31m\x9b2J\x07"
    "\u202eesrever\u2066\u200b\x7f\x85\n\ttail"
)
"""Sets clipboard and title, colours, clears, rings, turns round, and ends the line."""

CLOSED = frozenset(
    (
        *("risk_level", "status", "management", "mappa_category", "mappa_level", "outcome"),
        *("announced", "action", "kind", "measure", "dimension", "qualifier", "backlog", "part"),
        *("bands", "ingested_at", "sha256"),
    )
)
"""Columns of words that the program knows: another would be damage, and shown nowhere."""


def overwrite(path: Path) -> None:
    path.write_bytes(b"no database " * 4096)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def with_escapes(path: Path) -> Path:
    """Put escapes after every free text that a database holds."""
    with closing(sqlite3.connect(path)) as database, database:
        for table in METADATA.sorted_tables:
            for column in table.columns:
                if (
                    isinstance(column.type, Boolean | Integer | Float | Date)
                    or column.name in CLOSED
                ):
                    continue
                name = f'"{column.name}"'
                where = f"{name} IS NOT NULL"
                if column.name == "slice":
                    where += " AND dimension IN ('unit', 'officer')"
                put = f'UPDATE "{table.name}" SET {name} = {name} || ? WHERE {where}'
                database.execute(put, (EVIL,))
    return path


def with_value(path: Path, table: str, column: str, value: str, *, once: bool = False) -> Path:
    """Put a value, as SQL has it, into a column of every row, or of one where it must be unique.

    What the tables say a column may not hold, they no longer say.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '')")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        put = f'UPDATE "{table}" SET "{column}" = {value}'
        in_one = f'{put} WHERE rowid = (SELECT MAX(rowid) FROM "{table}")'
        try:
            database.execute(in_one if once else put)
        except sqlite3.IntegrityError:
            database.execute(in_one)
    return path
