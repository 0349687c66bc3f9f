"""Changes to a PostgreSQL server's tables that wait for whoever reads them, but not for long."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

PATIENCE = "2s"
"""How long the tables' readers are waited for, while others wait behind; then all stays as it is.
"""


def if_nobody_reads(connection: Connection, statements: Iterable[str]) -> None:
    """Change tables, unless somebody is reading them at length."""
    try:
        with connection.begin_nested():
            connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}'"))
            for statement in statements:
                connection.execute(text(statement))
    except OperationalError:
        return
    # What follows waits as it would have.
    connection.execute(text("SET LOCAL lock_timeout = DEFAULT"))
