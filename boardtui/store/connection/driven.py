"""PostgreSQL through its driver, psycopg, alone.

SQLAlchemy takes as long again over a short answer, and a good part of a board's launch to import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from psycopg import Connection, pq

from boardtui.store.connection.database import Record, Value

AT_A_TIME = 2_000
"""Rows of a stream that are held at a time."""

_PARAMETER = re.compile(r"(?<![:\w\\]):(\w+)(?!:)")


@lru_cache(512)
def in_its_form(sql: str) -> bytes:
    """SQL with its parameters as psycopg has them: `%(name)s` for `:name`."""
    return _PARAMETER.sub(r"%(\1)s", sql.replace("%", "%%")).encode()


def rows(connection: Connection[Any], sql: str, parameters: Mapping[str, Value]) -> list[Record]:
    """All rows of a query; see `Database`."""
    with connection.cursor() as cursor:
        return cursor.execute(in_its_form(sql), parameters).fetchall()


def stream(
    connection: Connection[Any], sql: str, parameters: Mapping[str, Value]
) -> Iterator[Record]:
    """The rows of a query as they come; meanwhile the connection is used for nothing else."""
    # libpq hands over several rows at once since version 17.
    size = AT_A_TIME if pq.version() >= 170000 else 1
    with connection.cursor() as cursor:
        yield from cursor.stream(in_its_form(sql), parameters, size=size)
