"""The same database in a file and on a PostgreSQL server, which the tests' own keeper starts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.process import BOARDTUI, OUT, run
from tests.postgresql.server import using_server


@contextmanager
def in_both(file: Path) -> Iterator[tuple[tuple[str, str], ...]]:
    """Where a file's database is, in words, and how it is opened; the server's is a copy."""
    folder = OUT / "postgresql"
    folder.mkdir(parents=True, exist_ok=True)
    with using_server(folder) as server:
        url = server.database()
        try:
            run([BOARDTUI, "copy", str(file), url])
            yield ("from a file", str(file)), ("from a server", url)
        finally:
            server.drop(url)
