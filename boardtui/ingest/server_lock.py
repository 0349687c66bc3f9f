"""A server's database, kept from other ingests while one is at work on it.

What is stored depends on what was there when the work began, so a transaction alone is not enough:
two ingests of the same published figures would both find them absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from boardtui.ingest.faults import IngestRefusedError
from boardtui.store.connection.opening import shown
from boardtui.store.connection.url import engine_url

KEY = int.from_bytes(b"boardtui")
"""The number of the lock, which means something to boardtui alone."""


@contextmanager
def server_lock(url: str) -> Iterator[None]:
    """Hold the database of a URL; of PostgreSQL, which has a lock that ends with its connection.

    A server that cannot be reached is left to whoever opens it next, to say so.

    Raises:
        IngestRefusedError: another ingest holds it.
    """
    connection = _connected(url)
    if connection is None:
        yield
        return
    with connection:
        if not connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": KEY}).scalar():
            raise IngestRefusedError(
                f"Another ingest is writing to {shown(url)}: try again when it has ended."
            )
        connection.commit()  # The lock is the connection's: no transaction is kept open for it.
        yield


def _connected(url: str) -> Connection | None:
    try:
        engine: Engine = create_engine(engine_url(url), poolclass=NullPool)
        return engine.connect() if engine.dialect.name == "postgresql" else None
    except (SQLAlchemyError, ImportError):
        return None
