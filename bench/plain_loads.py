"""The least that loading an archive's rows can take: the same rows, tables and indexes, unchecked.

Rows come from a database that boardtui has made, as files or as they stand; nothing of them is
looked at. Neither keys nor references are checked but by the indexes.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import psycopg

from bench.process import OUT

BATCH = 50_000

PLAIN = "plainly"
"""The schema of the rows that were copied plainly."""


def copied(url: str) -> float:
    """Seconds that `COPY` of all tables takes into tables of their own, and making their indexes.

    The rows were written to files before, by `COPY` too.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {PLAIN} CASCADE".encode())
        connection.execute(f"CREATE SCHEMA {PLAIN}".encode())
        tables = _column(
            connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        )
        files = {table: _out(connection, table) for table in tables}
        indexes = _column(connection, "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")
        began = time.perf_counter()
        for table, file in files.items():
            connection.execute(f"CREATE TABLE {PLAIN}.{table} (LIKE public.{table})".encode())
            into = f"COPY {PLAIN}.{table} FROM STDIN".encode()
            with (
                file.open("rb") as rows,
                connection.cursor() as cursor,
                cursor.copy(into) as stream,
            ):
                while piece := rows.read(1 << 20):
                    stream.write(piece)
        for definition in indexes:
            connection.execute(definition.replace(" ON public.", f" ON {PLAIN}.").encode())
        seconds = time.perf_counter() - began
        connection.execute(f"DROP SCHEMA {PLAIN} CASCADE".encode())
    for file in files.values():
        file.unlink()
    return seconds


def _column(connection: psycopg.Connection, sql: str) -> list[str]:
    return [str(value) for (value,) in connection.execute(sql.encode())]


def _out(connection: psycopg.Connection, table: str) -> Path:
    """The rows of a table as a file."""
    path = OUT / f"plainly-{table}.copy"
    with (
        path.open("wb") as file,
        connection.cursor() as cursor,
        cursor.copy(f"COPY public.{table} TO STDOUT".encode()) as stream,
    ):
        for piece in stream:
            file.write(piece)
    return path


def inserted(source: Path, target: Path) -> float:
    """Seconds that inserting the rows of all tables of a SQLite file into another takes.

    One transaction, then the indexes. Reading them is not counted.
    """
    target.unlink(missing_ok=True)
    seconds = 0.0
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as plain:
        made = "SELECT sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL"
        names = read.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (sql,) in read.execute(made, ("table",)).fetchall():
            plain.execute(sql)
        for (name,) in names:
            found = read.execute(f'SELECT * FROM "{name}"')
            marks = ", ".join("?" * len(found.description))
            while rows := found.fetchmany(BATCH):
                began = time.perf_counter()
                plain.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
                seconds += time.perf_counter() - began
        indexes = read.execute(made, ("index",)).fetchall()
        began = time.perf_counter()
        for (sql,) in indexes:
            plain.execute(sql)
        plain.commit()
        seconds += time.perf_counter() - began
    return seconds
