"""What an ingest writes with: rows into tables, by the quickest way that a database has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, String, insert, text
from sqlalchemy.schema import CreateIndex

from boardtui.ingest import late_indexes, references
from boardtui.ingest.copied_text import lines
from boardtui.ingest.driven_writing import DrivenPostgreSQL, DrivenSqlite
from boardtui.ingest.forms import BATCH, Form, Row, Rows, lines_under, rows_under
from boardtui.ingest.indexing import Awaited, Indexing
from boardtui.store.connection.database import Database, Value
from boardtui.store.connection.server import ConnectionDatabase
from boardtui.store.connection.sqlite import SqliteDatabase, plain
from boardtui.store.tables.tables import METADATA

LARGE = 20_000
"""Rows from which it pays to make a table's indexes again."""


class Writer:
    """Writes through one connection; `copy` is the SQLite file behind it, if it is one.

    What is `lasting` is committed bit by bit, and is to be whole after each.
    """

    def __init__(self, connection: Connection, copy: Path | None, *, lasting: bool = False) -> None:
        self.connection = connection
        self._copy, self._lasting = copy, lasting
        self.form = Form.VALUES
        self.database: Database = ConnectionDatabase(connection)
        if connection.dialect.driver == "psycopg":
            self.form = Form.LINES
            self.database = DrivenPostgreSQL(self._driver)
        elif copy is not None:
            self.form = Form.DAYS_AS_TEXT
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            self.database = DrivenSqlite(driver)
        self._dropped: list[str] = []
        self._quoted = connection.dialect.identifier_preparer.quote
        style = connection.dialect.paramstyle
        self._mark = "?" if style == "qmark" else "%s"

    def _driver(self) -> Any:
        """The driver's own connection, in a transaction that SQLAlchemy knows of."""
        if not self.connection.in_transaction():
            self.connection.begin()
        return self.connection.connection.driver_connection

    def day(self, day: date | None) -> str | date | None:
        """A day as this database's driver takes it."""
        return self.form.day(day)

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Insert rows by the driver alone: many times quicker than row by row as objects."""
        rest = iter(rows)
        batches = iter(lambda: list(islice(rest, BATCH)), [])
        self.insert_batches(table, columns, batches)

    def insert_batches(
        self, table: str, columns: Sequence[str], batches: Iterable[list[Row]]
    ) -> None:
        """Insert rows that come in lists."""
        if self.form is Form.LINES:
            self._copy_in(table, columns, map(lines, filter(None, batches)))
        else:
            self._insert(table, columns, batches)

    def insert_rows(self, rows: Rows, ids: Mapping[str, object]) -> None:
        """Insert rows that were made ready in this database's form, each under the same ids."""
        columns, under = (*ids, *rows.columns), ids.values()
        if self.form is Form.LINES:
            self._copy_in(rows.table, columns, (lines_under(under, b) for b in rows.batches))
        else:
            self._insert(rows.table, columns, (rows_under(under, b) for b in rows.batches))

    def _named(self, columns: Sequence[str]) -> str:
        # Some names, "column" among them, are words of SQL on servers.
        return ", ".join(map(self._quoted, columns))

    def _insert(self, table: str, columns: Sequence[str], batches: Iterable[list[Row]]) -> None:
        marks = ", ".join(self._mark for _ in columns)
        sql = f"INSERT INTO {table} ({self._named(columns)}) VALUES ({marks})"
        for batch in batches:
            self.connection.exec_driver_sql(sql, batch)

    def _copy_in(self, table: str, columns: Sequence[str], batches: Iterable[str | bytes]) -> None:
        """Have PostgreSQL take rows in as one stream, which is many times quicker than one by one.

        Nothing is sent, and no index touched, where there are none.
        """
        rest = iter(batches)
        first = next(rest, None)
        if first is None:
            return
        sql = f"COPY {table} ({self._named(columns)}) FROM STDIN"
        with self._driver().cursor() as cursor, cursor.copy(sql) as stream:
            for some in chain([first], rest):
                stream.write(some)

    def commit(self) -> None:
        """Keep what has been written so far, whatever becomes of the rest."""
        self.connection.commit()

    def insert_one(self, table: str, values: Mapping[str, object]) -> int:
        """Insert one row and return its id."""
        done = self.connection.execute(insert(METADATA.tables[table]).values(**values))
        assert done.inserted_primary_key is not None
        return int(done.inserted_primary_key[0])

    def run(self, sql: str, values: Mapping[str, Value]) -> None:
        given = plain(values) if self._copy is not None else dict(values)
        self.connection.execute(text(sql), given)

    def order_texts(self) -> None:
        """Have older tables' texts stand in the order of today's, where that is a server's own."""
        dialect = self.connection.dialect
        if dialect.name != "postgresql":
            return
        for table in METADATA.tables.values():
            for column in table.columns:
                if isinstance(column.type, String):
                    kind = column.type.compile(dialect=dialect)
                    name = self._quoted(column.name)
                    self.connection.exec_driver_sql(
                        f"ALTER TABLE {table.name} ALTER COLUMN {name} TYPE {kind}"
                    )

    def drop_indexes(self, table: str, coming: int) -> None:
        """Drop a table's indexes where many rows are to come; `reading` makes them again."""
        self._dropped.extend(self._drop(table, coming))

    @contextmanager
    def without_indexes(self, table: str, coming: int) -> Iterator[None]:
        """Put many rows into a table, and make its indexes again behind them."""
        dropped = self._drop(table, coming)
        yield
        for statement in dropped:
            self.connection.exec_driver_sql(statement)

    def _drop(self, table: str, coming: int) -> list[str]:
        """Drop a table's indexes where that pays; the statements that make them again."""
        if self._copy is None or self._lasting or coming < LARGE:
            return []
        ((there,),) = self.database.rows(f"SELECT MAX(id) FROM {table}")
        if coming * 4 < (there or 0):
            return []
        made = []
        for index in METADATA.tables[table].indexes:
            index.drop(self.connection)
            made.append(str(CreateIndex(index).compile(dialect=self.connection.dialect)))
        return made

    def expect_many(self, cases: int) -> None:
        """Have a server put off until the end what takes less time there: so many cases will come.

        See `references` and `late_indexes`.
        """
        if self.form is Form.LINES:
            references.put_off(self.connection)
            late_indexes.drop(self.connection, cases)
            # What a server loses when its machine fails is stored by the next run.
            self.connection.exec_driver_sql("SET synchronous_commit TO off")
            self.commit()

    def look_over(self) -> None:
        """Have a server look over tables that have grown, so that it finds its ways through them.

        It would do so by itself some time later.
        """
        if self.connection.dialect.name == "postgresql":
            self.connection.exec_driver_sql("SET synchronous_commit TO DEFAULT")
            for table in METADATA.tables:
                self.connection.exec_driver_sql(f"ANALYZE {table}")

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Read what has been written so far, once the indexes are made again.

        What needs no answer of the database can be worked out while that goes on.
        """
        if self._copy is None or self._lasting:
            yield self.database
            return
        copy, connection = self._copy, self.connection.connection.driver_connection
        assert isinstance(connection, sqlite3.Connection)

        def finished() -> Database:
            indexing.wait()
            self.connection.commit()
            # Not through SQLAlchemy, which takes twice as long over a million rows.
            return SqliteDatabase(copy)

        with (
            Indexing(connection, sorted(self._dropped)) as indexing,
            closing(Awaited(finished)) as database,
        ):
            self._dropped.clear()
            yield database
