"""A query that nobody waits for any more is ended on the server too."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from threading import Event, Thread

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool
from textual.pilot import Pilot

from boardtui.screens.cases.case_search import CaseLookup, Ticket
from boardtui.screens.cases.cases_screen import CasesScreen
from boardtui.store import SCHEMA_VERSION
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.opening import open_database
from boardtui.store.connection.postgresql import PostgreSQLDatabase
from boardtui.store.connection.server import ServerDatabase
from boardtui.store.connection.server_url import usual
from boardtui.store.connection.url import engine_url
from boardtui.store.held.snapshots import snapshots
from boardtui.store.lists.listing import Sort
from boardtui.store.tables.tables import METADATA
from tests.postgresql.server import Server
from tests.registers import Case, Force, Register, fill
from tests.screens.driving import opened, press, send
from tests.store.lists_by_hand import listing

DAY = date(2024, 1, 17)
HERE = Register(DAY, tuple(Case(f"C-{n}", visit_due=date(2023, 5, 1)) for n in range(600)))
ENDLESS = "SELECT pg_sleep(3600)"
UNDER_WAY = """
SELECT pid FROM pg_stat_activity
WHERE datname = :name AND state = 'active' AND pid <> pg_backend_pid() AND query NOT LIKE 'LOCK%'
AND strpos(query, :words) > 0
"""


@pytest.fixture
def filled(url: str) -> str:
    """A database of enough cases to be looked up page by page."""
    with create_engine(engine_url(url), poolclass=NullPool).begin() as connection:
        METADATA.create_all(connection)
        connection.execute(text(f"INSERT INTO schema_version VALUES ({SCHEMA_VERSION})"))
        fill(connection, Force(registers=(HERE,)))
    return url


@contextmanager
def closed_to_readers(url: str) -> Iterator[None]:
    """While whoever reads the cases waits."""
    with create_engine(engine_url(url), poolclass=NullPool).connect() as connection:
        connection.execute(text("LOCK TABLE cases IN ACCESS EXCLUSIVE MODE"))
        yield
        connection.rollback()


def under_way(url: str, words: str = "") -> int:
    """How many queries with some words are running, or waiting for a lock, in a database.

    A connection that is made asks some things of its own first: to end these ends no query.
    """
    parsed = engine_url(url)
    asked = {"name": parsed.database, "words": words}
    with create_engine(parsed, poolclass=NullPool).connect() as connection:
        return len(connection.execute(text(UNDER_WAY), asked).all())


def by_its_driver(url: str) -> PostgreSQLDatabase:
    known = usual(url)
    assert known is not None
    return PostgreSQLDatabase(known)


Read = Callable[[str], PostgreSQLDatabase | ServerDatabase]

LOOKS = 5_000
"""How often is looked for what must come to be: each look asks the server."""


def until(met: Callable[[], bool]) -> None:
    assert any(met() for _ in range(LOOKS)), "it does not come to be"


async def until_on_screen(pilot: Pilot[None], met: Callable[[], bool]) -> None:
    for _ in range(LOOKS):
        if met():
            return
        await pilot.pause(0)
    raise AssertionError("it does not come to be")


READERS = pytest.mark.parametrize("read", [by_its_driver, ServerDatabase])


@READERS
def test_a_query_ends_and_the_next_is_not_disturbed(url: str, read: Read) -> None:
    failed = Event()
    with closing(read(url)) as database:

        def ask() -> None:
            with pytest.raises(DatabaseUnreadableError):
                database.rows(ENDLESS)
            failed.set()

        asking = Thread(target=ask)
        asking.start()
        until(lambda: under_way(url, ENDLESS) == 1)
        database.interrupt()
        asking.join()
        assert failed.is_set()
        assert under_way(url) == 0
        assert [database.rows("SELECT 1") for _ in range(20)] == [[(1,)]] * 20


@READERS
def test_with_nothing_under_way_nothing_happens(url: str, read: Read) -> None:
    with closing(read(url)) as database:
        database.rows("SELECT 1")
        database.interrupt()
        assert database.rows("SELECT 1") == [(1,)]


def test_a_search_that_is_left_ends_and_says_nothing(filled: str) -> None:
    told: list[object] = []
    with closing(open_database(filled)) as database:
        (snapshot,) = snapshots(database)
    lookup = CaseLookup(filled, [snapshot], told.append)
    ticket = Ticket(listing(HERE, Sort("unit")))
    lookup.search(ticket)  # which opens its connections
    told.clear()
    searching = Thread(target=lookup.search, args=(ticket,))
    with closed_to_readers(filled):
        searching.start()
        until(lambda: under_way(filled, "cases") == 1)
        lookup.leave(ticket)
        searching.join()
        assert under_way(filled) == 0
    lookup.close()
    assert told == []


@pytest.mark.parametrize("key", ["escape", "s"])
async def test_leaving_a_list_or_sorting_it_otherwise_ends_its_query(filled: str, key: str) -> None:
    async with opened(filled) as pilot:
        await press(pilot, "1", "enter")
        assert isinstance(pilot.app.screen, CasesScreen)
        with closed_to_readers(filled):
            send(pilot, "s")
            await until_on_screen(pilot, lambda: bool(under_way_since(filled)))
            first = under_way_since(filled)
            send(pilot, key)
            await until_on_screen(pilot, lambda: not first & under_way_since(filled))


def under_way_since(url: str) -> set[object]:
    """Each query under way, by when it began."""
    parsed = engine_url(url)
    asked = UNDER_WAY.replace("pid FROM", "query_start FROM")
    with create_engine(parsed, poolclass=NullPool).connect() as connection:
        found = connection.execute(text(asked), {"name": parsed.database, "words": "cases"})
        return {start for (start,) in found}


def test_a_command_that_is_interrupted_ends_its_query(filled: str, server: Server) -> None:
    with closed_to_readers(filled):
        command = subprocess.Popen(
            [sys.executable, "-m", "boardtui", "cases", filled],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        until(lambda: under_way(filled, "cases") == 1)
        command.send_signal(signal.SIGINT)
        out, err = command.communicate()
        assert (command.returncode, out, err) == (130, "", "Interrupted.\n")
        assert under_way(filled) == 0
