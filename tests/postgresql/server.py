"""The PostgreSQL server of the tests: one for all processes of a session, and databases on it."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from boardtui.store.connection.url import engine_url

KEEPER = Path(__file__).with_name("keeper.py")


class Server:
    """A server by the URL of its superuser."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self._folder = folder

    def database(self, name: str | None = None) -> str:
        """The URL of a new database."""
        name = name or f"test_{uuid4().hex}"
        self.run(f"CREATE DATABASE {name}")
        return self.at(name)

    def shared_database(self, name: str) -> tuple[str, bool]:
        """The URL of a database that all processes share, and whether this one has to fill it.

        Call it `alone`.
        """
        there = self.run(f"SELECT 1 FROM pg_database WHERE datname = '{name}'")
        return (self.at(name), False) if there else (self.database(name), True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While no other process is."""
        with locked(self._folder / "postgresql-alone"):
            yield

    def at(self, name: str) -> str:
        return self.url.replace("/postgres?", f"/{name}?")

    def drop(self, url: str) -> None:
        self.run(f"DROP DATABASE {engine_url(url).database} WITH (FORCE)")

    def run(self, sql: str) -> list[tuple[object, ...]]:
        """Run a statement by itself, in the superuser's own database."""
        engine = create_engine(
            engine_url(self.url), poolclass=NullPool, isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            done = connection.execute(text(sql))
            return [tuple(row) for row in done] if done.returns_rows else []


@contextmanager
def using_server(folder: Path) -> Iterator[Server]:
    """The server of a folder that a session's processes share; started by the first of them.

    It ends with the last of them, however that ends: see the keeper.
    """
    users, address = folder / "postgresql-users", folder / "postgresql-address"
    with users.open("w") as mine:
        fcntl.flock(mine, fcntl.LOCK_SH)
        with locked(folder / "postgresql-starting"):
            if not address.exists():
                _start(users, address)
        yield Server(address.read_text(), folder)


def _start(users: Path, address: Path) -> None:
    with subprocess.Popen(
        [sys.executable, KEEPER, users, address],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        # What interrupts the tests does not reach it: it ends after them.
        start_new_session=True,
    ) as keeper:
        assert keeper.stdout is not None
        if keeper.stdout.readline() != "ready\n":
            raise RuntimeError("PostgreSQL did not start; why is said above")
        # It is not waited for: it waits for this process.
        keeper.returncode = 0


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """While no other process has the lock."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
