"""A server that is read through its driver alone: its connections, and what is asked over them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import islice

import pytest

from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.postgresql import PostgreSQLDatabase
from boardtui.store.connection.server_url import usual
from boardtui.store.connection.url import engine_url
from tests.postgresql.conftest import Both
from tests.postgresql.server import Server

MANY = "SELECT number FROM generate_series(1, 5000) AS number ORDER BY 1"


@pytest.fixture
def database(url: str) -> Iterator[PostgreSQLDatabase]:
    known = usual(url)
    assert known is not None
    with closing(PostgreSQLDatabase(known)) as database:
        yield database


def connections(server: Server, url: str) -> list[tuple[object, ...]]:
    """The state of each connection to a database."""
    name = engine_url(url).database
    return server.run(f"SELECT state FROM pg_stat_activity WHERE datname = '{name}'")


def end(server: Server, url: str) -> None:
    """End every connection to a database, as a server does that is started anew."""
    name = engine_url(url).database
    server.run(
        f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'"
    )


def test_one_connection_is_kept_for_one_question_after_another(
    database: PostgreSQLDatabase, server: Server, url: str
) -> None:
    for _ in range(3):
        assert database.rows("SELECT :number + 1 AS n", {"number": 2}) == [(3,)]
        assert len(list(database.stream(MANY))) == 5000
        assert connections(server, url) == [("idle",)]


def test_a_stream_that_is_left_holds_nothing(
    database: PostgreSQLDatabase, server: Server, url: str
) -> None:
    stream = database.stream(MANY)
    assert list(islice(stream, 3)) == [(1,), (2,), (3,)]
    assert database.rows("SELECT 1") == [(1,)]
    del stream
    assert {state for (state,) in connections(server, url)} == {"idle"}
    assert len(list(database.stream(MANY))) == 5000


def test_a_connection_that_broke_is_made_anew(
    database: PostgreSQLDatabase, server: Server, url: str
) -> None:
    assert database.rows("SELECT 1") == [(1,)]
    end(server, url)
    assert database.rows("SELECT 1") == [(1,)]
    end(server, url)
    assert len(list(database.stream(MANY))) == 5000


def test_a_stream_that_breaks_is_not_begun_again(
    database: PostgreSQLDatabase, server: Server, url: str
) -> None:
    database.rows("SELECT 1")
    stream = database.stream("SELECT number FROM generate_series(1, 900000) AS number")
    next(stream)
    end(server, url)
    with pytest.raises(DatabaseUnreadableError):
        list(stream)


def test_what_failed_does_not_spoil_what_is_read_next(database: PostgreSQLDatabase) -> None:
    with pytest.raises(DatabaseUnreadableError, match="not a boardtui"):
        database.rows("SELECT unheard_of FROM pg_class WHERE relname = 'it''s 100%'")
    with pytest.raises(DatabaseUnreadableError, match="zero"):
        list(database.stream("SELECT 1 / 0 AS nothing"))
    assert database.rows("SELECT '100%' AS text, '12:30' AS time") == [("100%", "12:30")]


def test_nothing_can_be_written(database: PostgreSQLDatabase) -> None:
    for _ in range(2):
        with pytest.raises(DatabaseUnreadableError, match="read-only"):
            database.rows("CREATE TABLE things (thing int)")


def test_with_the_last_that_reads_the_connections_go(server: Server, url: str) -> None:
    known = usual(url)
    assert known is not None
    one, other = PostgreSQLDatabase(known), PostgreSQLDatabase(known)
    assert one.rows("SELECT 1") == other.rows("SELECT 1")
    for database in (one, one, other):
        assert len(connections(server, url)) == 1
        database.close()
    assert connections(server, url) == []


WITHOUT_SQLALCHEMY = """
import sys
from boardtui.cli.main import main
main(["snapshots", sys.argv[1]])
assert "psycopg" in sys.modules
assert "sqlalchemy" not in sys.modules
"""


def test_who_only_looks_does_not_wait_for_sqlalchemy(both: Both) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_SQLALCHEMY, both.url], capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "Snapshot of" in run.stdout
