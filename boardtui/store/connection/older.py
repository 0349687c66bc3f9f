"""Databases of older schemas: what they lack, said in the words of today's tables.

A SQLite file of an older schema is read through temporary views that have the names and columns of
today's tables. Nothing of the file changes: `boardtui upgrade` rewrites a copy, by the same SQL.

Version 1 did not store which columns the files had. One that is blank in every row of a snapshot
counts as absent there; a column with a default (management) is blank where all rows have that.
Version 2 lacks the seals alone: what it says is as true as today's, and nobody can check it.
"""

from __future__ import annotations

import sqlite3

from boardtui.store import OLDER

REQUIRED = {
    "cases": "case_ref risk_level status",
    "visits": "case_ref visited_on outcome",
    "officers": "officer_ref fte",
    "leavers": "case_ref left_on",
}
OPTIONAL = {
    "cases": (
        *("unit", "officer_ref", "mappa_category", "mappa_level", "visit_due", "last_visit"),
        *("assessment_due", "last_assessment", "registered_on", "risk_tool"),
    ),
    "visits": ("announced", "officers", "action"),
    "officers": ("unit",),
    "leavers": ("reason",),
}

COUNTED_OTHERWISE = ("never_seen", "not_seen_longest_days")
"""Measures that version 1 counted by last_visit alone."""

BY_MONTH = ("visits_attempted", "visits_seen", "visits_action")
"""Measures of which version 1 stored a zero for months after the file's end."""


def columns_given(tables: str) -> str:
    """The SQL of the columns that a file of version 1 had, for a row `f` of its snapshot_files.

    `tables` stands before the names of the tables that it asks.
    """
    cases = [f"WHEN '{kind}' THEN {_given(kind, tables)}" for kind in REQUIRED]
    return f"CASE f.kind {' '.join(cases)} ELSE '' END"


def _given(kind: str, tables: str) -> str:
    parts = [f"'{REQUIRED[kind]}'"]
    parts += [_if_any(f"{name} IS NOT NULL", name, kind, tables) for name in OPTIONAL[kind]]
    if kind == "cases":
        parts.append(_if_any("management <> 'active'", "management", kind, tables))
        parts.append(_if_any("last_visit IS NOT NULL", "last_seen", kind, tables))
    return " || ".join(parts)


def _if_any(met: str, name: str, kind: str, tables: str) -> str:
    return (
        f"CASE WHEN EXISTS (SELECT 1 FROM {tables}{kind} r WHERE r.snapshot_id = f.snapshot_id "
        f"AND r.{met}) THEN ' {name}' ELSE '' END"
    )


def last_seen(tables: str) -> str:
    """The SQL of when somebody was last seen, for a row `c` of the cases of version 1."""
    visited = (
        f"(SELECT MAX(v.visited_on) FROM {tables}visits v WHERE v.case_ref = c.case_ref "
        "AND v.snapshot_id = c.snapshot_id AND v.outcome = 'seen')"
    )
    return (
        f"CASE WHEN {visited} IS NULL OR c.last_visit >= {visited} THEN c.last_visit "
        f"ELSE {visited} END"
    )


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


_UNKNOWN_FIGURE = f"(f.snapshot_id IS NOT NULL AND f.measure IN ({_quoted(COUNTED_OTHERWISE)}))"
_LATER_MONTH = (
    f"(f.snapshot_id IS NOT NULL AND f.measure IN ({_quoted(BY_MONTH)}) AND f.period_start > "
    "(SELECT MAX(v.visited_on) FROM main.visits v WHERE v.snapshot_id = f.snapshot_id))"
)

VIEWS_OF_1 = f"""
CREATE TEMP TABLE snapshot_files AS
    SELECT f.*, {columns_given("main.")} AS columns FROM main.snapshot_files f;
CREATE TEMP VIEW cases AS
    SELECT c.*, {last_seen("main.")} AS last_seen FROM main.cases c;
CREATE TEMP VIEW figures AS
    SELECT f.id, f.force_id, f.snapshot_id, f.measure, f.dimension, f.slice,
        CASE WHEN {_UNKNOWN_FIGURE} OR {_LATER_MONTH} THEN NULL ELSE f.value END AS value,
        f.low, f.high, f.qualifier, f.unit, f.base, f.as_at, f.as_at_stated, f.period_start,
        f.partial,
        CASE WHEN {_UNKNOWN_FIGURE} THEN '{OLDER}'
            WHEN {_LATER_MONTH} THEN 'not in the visits file' ELSE f.unknown END AS unknown,
        0 AS suppressed, NULL AS written, f.said_by, f.publisher, f.address
    FROM main.figures f;
CREATE TEMP VIEW warnings AS
    SELECT MIN(w.id) AS id, w.snapshot_id, NULL AS against_id, w.file, MIN(w.row) AS row,
        w."column", w.value, w.message, COUNT(w.row) AS rows
    FROM main.warnings w GROUP BY w.snapshot_id, w.file, w."column", w.message;
"""
"""What makes a SQLite file of version 1 look like one of today's, for one connection."""

WITHOUT_SEALS = """
CREATE TEMP TABLE seals (
    number INTEGER, entry VARCHAR, force VARCHAR, day VARCHAR, sealed_at VARCHAR, seal VARCHAR,
    nonce VARCHAR, commitment VARCHAR, chain VARCHAR, removed INTEGER, why VARCHAR
);
CREATE TEMP TABLE sealed_parts (number INTEGER, part VARCHAR, rows INTEGER, digest VARCHAR);
CREATE TEMP TABLE signatures (
    id INTEGER, number INTEGER, signed_at VARCHAR, signature VARCHAR
);
"""
"""What makes a SQLite file that was stored before seals look like one of today's without any."""

UNPUBLISHED = """
CREATE TEMP TABLE publications (
    id INTEGER, audience VARCHAR, threshold INTEGER, rounding INTEGER, zeros BOOLEAN, hidden INTEGER
);
CREATE TEMP TABLE crosses (
    id INTEGER, snapshot_id INTEGER, measure VARCHAR, other_dimension VARCHAR
);
CREATE TEMP TABLE not_offered (
    id INTEGER, snapshot_id INTEGER, measure VARCHAR, dimension VARCHAR, other_dimension VARCHAR,
    why VARCHAR
);
"""
"""What makes one that was stored before databases were published look like one that was not."""

VIEWS = {1: VIEWS_OF_1 + WITHOUT_SEALS + UNPUBLISHED, 2: WITHOUT_SEALS + UNPUBLISHED}
"""The older versions that are read, each by its views."""


def read_as_todays(connection: sqlite3.Connection, version: int) -> None:
    """See that a connection that only reads a file of an older version finds today's tables."""
    # The views are the connection's own, in memory: nothing of the file is written.
    connection.execute("PRAGMA query_only = 0")
    connection.executescript(VIEWS[version])
    connection.execute("PRAGMA query_only = 1")
