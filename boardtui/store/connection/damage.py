"""Whether a database is at fault for an error that nobody foresaw: a look at all that it holds.

What is read is looked at as it comes, for its type alone (`held_values`). A date that is none, a
qualifier that is none, nothing where something must be: these show when something stumbles over
them, and then it is found out here what it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import DIMENSIONS, RISK_LEVELS, STATUSES
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.flow.parts import Part, beside_of, listed
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.store.connection.opening import is_url
from boardtui.store.connection.sqlite_file import read_only
from boardtui.store.held.values import LARGEST, DatabaseDamagedError

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

UNFORESEEN = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError),
    *(RecursionError, TypeError, ValueError, sqlite3.InterfaceError),
)
"""What reading a wrong value ends in."""

WORDS: dict[tuple[str, str], Iterable[str]] = {
    ("figures", "qualifier"): [str(one.value) for one in Qualifier],
    ("figures", "dimension"): DIMENSIONS,
    ("cases", "risk_level"): RISK_LEVELS,
    ("cases", "status"): STATUSES,
    ("cases", "management"): ("active", "reactive"),
    ("flows", "backlog"): BACKLOGS,
    ("flows", "part"): [
        *(str(part) for part in Part),
        *(str(name) for backlog in BACKLOGS.values() for name in beside_of(backlog)),
    ],
}
"""Columns that hold one of a few words, and which."""

FIRST, LAST = "1900-01-01", "2200-12-31"
"""Days that a snapshot or a figure can be of."""


TOGETHER = {
    "figures": {
        "bounds that are none": "low > high OR ((value < 0 OR low < 0) AND measure NOT IN "
        f"({', '.join(repr(name) for name, each in MEASURES.items() if each.signed)}))",
        # A figure that was computed is of whatever was computed then.
        "a published figure of what is no measure": "snapshot_id IS NULL AND measure NOT IN "
        f"({', '.join(map(repr, MEASURES))})",
    }
}
"""What a row's columns can hold that cannot stand together, and SQL that is true of such a row."""


@contextmanager
def blaming(location: str) -> Iterator[None]:
    """See whose fault it is where something fails unforeseen.

    Raises:
        DatabaseDamagedError: in place of such an error, where the database is at fault.
    """
    try:
        yield
    except UNFORESEEN as error:
        # Of a server's database nothing is asked: it sees to it that a column holds what it may.
        found = None if is_url(location) else damage_in(Path(location))
        if found is None:
            raise
        raise DatabaseDamagedError(location, found) from error


def damage_in(path: Path) -> str | None:
    """What a SQLite file holds that it may not; None where there is nothing, or no such file."""
    from boardtui.store.tables.tables import METADATA

    try:
        with closing(read_only(path)[0]) as opened:
            opened.text_factory = bytes
            for table in METADATA.sorted_tables:
                if found := _damage_of(opened, table):
                    return found
            return _damaged_definition(opened) or _torn_flow(opened) or _astray(opened)
    except sqlite3.OperationalError:
        return None
    except sqlite3.DatabaseError:
        return "a part of it cannot be read"


def _astray(opened: sqlite3.Connection) -> str | None:
    """Whether a table names what is not there, in another."""
    try:
        row = opened.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.OperationalError:
        return "its tables do not fit one another"
    return f"the table {row[0].decode(errors='replace')} names what is not there" if row else None


def _damage_of(opened: sqlite3.Connection, table: Table) -> str | None:
    """What is wrong in a table, in one look at its rows."""
    there = {name.decode() for _, name, *_ in opened.execute(f'PRAGMA table_info("{table.name}")')}
    columns = [column for column in table.columns if column.name in there]
    if not columns:
        return None
    wrong = ", ".join(f"MAX(NOT ({_good(table, column)}))" for column in columns)
    found = opened.execute(f'SELECT {wrong} FROM "{table.name}"').fetchone()
    for column, is_wrong in zip(columns, found, strict=True):
        if is_wrong:
            return f"the column {column.name} of the table {table.name} holds what it may not"
    for what, is_wrong in TOGETHER.get(table.name, {}).items():
        query = f'SELECT 1 FROM "{table.name}" WHERE {is_wrong} LIMIT 1'
        if opened.execute(query).fetchone():
            return f"the table {table.name} holds {what}"
    return None


def _good(table: Table, column: Column[object]) -> str:
    """SQL that is true of a value that the column may hold."""
    from sqlalchemy import Boolean, Date, Float, Integer

    name = f'"{column.name}"'
    small = f"ABS({name}) <= {LARGEST}"
    match column.type:
        case Integer() | Boolean():
            good = f"TYPEOF({name}) = 'integer' AND {small}"
        case Float():
            good = f"TYPEOF({name}) IN ('integer', 'real') AND {small}"
        case Date():
            good = f"TYPEOF({name}) = 'text' AND DATE({name}, '+0 days') IS {name}"
            if column.name in ("as_at", "period_start"):
                good += f" AND {name} BETWEEN '{FIRST}' AND '{LAST}'"
        case _:
            good = f"TYPEOF({name}) = 'text'"
    if words := WORDS.get((table.name, column.name)):
        listed = ", ".join(f"'{word}'" for word in words)
        good += f" AND {name} IN ({listed})"
    return f"{name} IS NULL OR ({good})" if column.nullable else f"{name} IS NOT NULL AND {good}"


def _torn_flow(opened: sqlite3.Connection) -> str | None:
    """Whether a flow was stored of which parts are missing."""
    found: dict[tuple[str, ...], set[str]] = {}
    rows = "SELECT snapshot_id, earlier_id, backlog, part, reason IS NULL FROM flows"
    for *flow, backlog, part, whole in opened.execute(rows):
        parts = found.setdefault((*map(str, flow), backlog.decode()), set())
        parts |= {part.decode()} if whole else set()
    for (*_, backlog), parts in found.items():
        if not parts.issuperset(listed(BACKLOGS[backlog])):
            return "the table flows holds a flow of which parts are missing"
    return None


def _damaged_definition(opened: sqlite3.Connection) -> str | None:
    """Whether a definition of overdue is none: figures could not be worked out under it."""
    for grace_days, bands in opened.execute("SELECT grace_days, bands FROM definitions"):
        try:
            Definition(grace_days, tuple(map(int, bands.split(b","))))
        except (TypeError, ValueError):
            return "the table definitions holds days of grace or age bands that are none"
    return None
