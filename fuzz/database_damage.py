"""Damage to a database: to the bytes of its pages, and by statements that no ingest would run."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from fuzz import hostile

PAGE = 4096

STRANGE: tuple[object, ...] = (
    *(None, -1, 0, 1, 2**31, 2**63 - 1, -(2**63), 1.5, -0.0, 1e308, float("inf"), "", " "),
    *(b"", b"\xff\xfe", b"\x00" * 100, "x" * 200_000, "0", "1", "-", "2024-01-17", "2024-13-45"),
    *("9999-12-31", "0001-01-01", "0000-00-00", "17/01/2024", "not a date", "30,90,180,365"),
    *("30,,90", "90,30", "30,30", "x", "\x1b[2J\x1b]0;x\x07", "\x9b2J", "[bold]", "\u202e", "\0a"),
)
"""What a column may hold whatever its type: SQLite does not mind."""

WHERE = ("", "", " WHERE id % 2 = 0", " WHERE id % 7 = 0", " WHERE id = 1", " WHERE id > 3")


def spoil(path: Path, chance: Random) -> str:
    """Damage a database where it is; what was done."""
    done = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        change = chance.choice(CHANGES)
        try:
            told = change(path, chance)
        except (sqlite3.Error, UnicodeError):
            told = "refused"  # What was done before may have left nothing to be changed.
        done.append(f"{change.__name__} {told}".strip())
    return ", ".join(done)


def flip(path: Path, chance: Random) -> str:
    """Bytes anywhere, or in one page."""
    content = bytearray(path.read_bytes())
    if not content:
        return ""
    first, last = 0, len(content)
    if chance.random() < 0.7:
        first = chance.randrange((last + PAGE - 1) // PAGE) * PAGE
        last = min(last, first + chance.choice((100, PAGE)))
    for _ in range(chance.choice((1, 1, 3, 10, 100))):
        content[chance.randrange(first, last)] = chance.randrange(256)
    path.write_bytes(content)
    return f"page {first // PAGE}"


def flip_header(path: Path, chance: Random) -> str:
    """Bytes of the file's first hundred: page size, versions, encoding, counters."""
    content = bytearray(path.read_bytes())
    place = chance.randrange(16, 100)
    if place < len(content):
        content[place] = chance.choice((0, 1, 2, 3, 255, chance.randrange(256)))
    path.write_bytes(content)
    return f"byte {place}"


def truncate(path: Path, chance: Random) -> str:
    size = path.stat().st_size
    left = chance.choice((chance.randrange(size + 1), chance.randrange(size // PAGE + 1) * PAGE))
    with path.open("r+b") as file:
        file.truncate(left)
    return f"to {left}"


def move_page(path: Path, chance: Random) -> str:
    """A page in the place of another, or nothing there."""
    content = bytearray(path.read_bytes())
    pages = len(content) // PAGE
    if pages < 2:
        return ""
    here, there = chance.randrange(pages) * PAGE, chance.randrange(pages) * PAGE
    empty = chance.random() < 0.3
    content[there : there + PAGE] = bytes(PAGE) if empty else content[here : here + PAGE]
    path.write_bytes(content)
    return f"{here // PAGE} to {there // PAGE}"


def add_beside(path: Path, chance: Random) -> str:
    """Changes beside it that are not this database's."""
    suffix = chance.choice(("-journal", "-wal", "-shm"))
    some = chance.choice((b"", b"\0" * 512, chance.randbytes(4_000), path.read_bytes()[:8_000]))
    path.with_name(path.name + suffix).write_bytes(some)
    return suffix


def strange_values(path: Path, chance: Random) -> str:
    with closing(sqlite3.connect(path)) as connection, connection:
        table, column = _column(connection, chance)
        value = hostile.value(chance) if chance.random() < 0.4 else chance.choice(STRANGE)
        # Constraints are no help: another program may have made the table without them.
        _without_constraints(connection, table)
        where = chance.choice(WHERE) if table != "schema_version" else ""
        connection.execute(f'UPDATE OR REPLACE {table} SET "{column}" = ?{where}', (value,))
    return f"{table}.{column} {value!r:.40}{where}"


def _without_constraints(connection: sqlite3.Connection, table: str) -> None:
    """Make a table anew with names for its columns and nothing else."""
    connection.execute(f"CREATE TABLE copied AS SELECT * FROM {table}")
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"ALTER TABLE copied RENAME TO {table}")


def drop_table(path: Path, chance: Random) -> str:
    with closing(sqlite3.connect(path)) as connection, connection:
        table = _table(connection, chance)
        connection.execute(f"DROP TABLE {table}")
    return table


def drop_column(path: Path, chance: Random) -> str:
    with closing(sqlite3.connect(path)) as connection, connection:
        table, column = _column(connection, chance)
        _without_constraints(connection, table)
        connection.execute(f'ALTER TABLE {table} DROP COLUMN "{column}"')
    return f"{table}.{column}"


def drop_index(path: Path, chance: Random) -> str:
    with closing(sqlite3.connect(path)) as connection, connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE%INDEX%'")
        name = chance.choice(sorted(name for (name,) in found))
        connection.execute(f"DROP INDEX {name}")
    return str(name)


def rows_gone(path: Path, chance: Random) -> str:
    with closing(sqlite3.connect(path)) as connection, connection:
        table = _table(connection, chance)
        where = chance.choice(WHERE) if table != "schema_version" else ""
        connection.execute(f"DELETE FROM {table}{where}")
    return f"{table}{where}"


def rows_doubled(path: Path, chance: Random) -> str:
    with closing(sqlite3.connect(path)) as connection, connection:
        table = _table(connection, chance)
        _without_constraints(connection, table)
        connection.execute(f"INSERT INTO {table} SELECT * FROM {table}")
    return table


def view_instead(path: Path, chance: Random) -> str:
    """A view in a table's place, which may never come to an end."""
    with closing(sqlite3.connect(path)) as connection, connection:
        table = _table(connection, chance)
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        connection.execute(f"DROP TABLE {table}")
        listed = ", ".join(f'1 AS "{name}"' for name in columns)
        connection.execute(f"CREATE VIEW {table} AS SELECT {listed}")
    return table


def other_mode(path: Path, chance: Random) -> str:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        statement = chance.choice(
            (
                "PRAGMA journal_mode = WAL",
                "PRAGMA user_version = 7",
                "PRAGMA application_id = 7",
                "PRAGMA auto_vacuum = FULL; VACUUM",
                "PRAGMA page_size = 512; VACUUM",
                "PRAGMA encoding = 'UTF-16le'",
                "UPDATE schema_version SET version = version + 1",
                "UPDATE schema_version SET version = version - 1",
                "INSERT INTO schema_version VALUES (9)",
            )
        )
        connection.executescript(statement)
    return statement


def _table(connection: sqlite3.Connection, chance: Random) -> str:
    """Any table, if one is left."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    names = sorted(str(name) for (name,) in found if not str(name).startswith("sqlite_"))
    if not names:
        raise sqlite3.OperationalError("no table is left")
    return chance.choice(names)


def _column(connection: sqlite3.Connection, chance: Random) -> tuple[str, str]:
    table = _table(connection, chance)
    columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    return table, chance.choice(columns)


CHANGES: tuple[Callable[[Path, Random], str], ...] = (
    *(flip, flip, flip, flip, flip_header, truncate, move_page, move_page, add_beside),
    *(strange_values,) * 10,
    *(drop_table, drop_column, drop_index, rows_gone, rows_gone, rows_doubled, view_instead),
    other_mode,
)
