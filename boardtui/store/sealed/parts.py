"""What a seal covers: of which tables which columns, in which order their rows are put.

A snapshot's seal covers its records, its figures, its flow, its files and their warnings, and what
the figures were counted under; that of what was published of a force, its figures and inspections.
Of the time of an ingest nothing is covered here: the chain says when an entry was made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from msgspec import Struct

from boardtui.store.connection.database import Database
from boardtui.store.connection.database import Value as Parameter
from boardtui.store.sealed.form import Digesting, Kind, PartDigest

Progress = Callable[[str, int, int | None], None]
"""Told of what is under way, how many rows of it are done, and of how many where that is known."""

BATCH = 4_000
"""Rows that are held at a time."""

TEXT, DAY, WHOLE, NUMBER = Kind.TEXT, Kind.DAY, Kind.WHOLE, Kind.NUMBER


class Part(Struct, frozen=True):
    """A table's rows as they are sealed.

    `columns` are its own, with their kinds; `others` those of tables that are joined to it, by the
    SQL of each. `source` is what is read, in which the table itself is `t`; `where` says which
    rows, by the parameter `:id`. Rows are in the order of `order`, by default of all columns.
    """

    name: str
    columns: Mapping[str, Kind]
    source: str
    where: str
    others: Mapping[str, tuple[str, Kind]] = {}
    order: tuple[str, ...] = ()

    @property
    def kinds(self) -> dict[str, Kind]:
        """Every column of the form with its kind, in order."""
        return {**self.columns, **{name: kind for name, (_, kind) in self.others.items()}}

    def query(self) -> str:
        """The SQL of the rows in the canonical order."""
        terms = {name: f't."{name}"' for name in self.columns}
        terms |= {name: sql for name, (sql, _) in self.others.items()}
        selected = ", ".join(f'{sql} AS "{name}"' for name, sql in terms.items())
        by = ", ".join(f"{terms[name]} NULLS FIRST" for name in self.order or terms)
        return f"SELECT {selected} FROM {self.source} WHERE {self.where} ORDER BY {by}"


OF_SNAPSHOT = "t.snapshot_id = :id"

CASES = Part(
    "cases",
    {
        **dict.fromkeys(("case_ref", "risk_level", "status", "management", "unit"), TEXT),
        **dict.fromkeys(("officer_ref", "mappa_category", "mappa_level"), TEXT),
        **dict.fromkeys(("visit_due", "last_visit", "assessment_due", "last_assessment"), DAY),
        "registered_on": DAY,
        "risk_tool": TEXT,
        "last_seen": DAY,
    },
    "cases t",
    OF_SNAPSHOT,
    order=("case_ref",),
)
VISITS = Part(
    "visits",
    {
        "case_ref": TEXT,
        "visited_on": DAY,
        "outcome": TEXT,
        "announced": TEXT,
        "officers": WHOLE,
        "action": TEXT,
    },
    "visits t",
    OF_SNAPSHOT,
)
OFFICERS = Part(
    "officers", {"officer_ref": TEXT, "unit": TEXT, "fte": NUMBER}, "officers t", OF_SNAPSHOT
)
LEAVERS = Part(
    "leavers", {"case_ref": TEXT, "left_on": DAY, "reason": TEXT}, "leavers t", OF_SNAPSHOT
)
RECORDS = {part.name: part for part in (CASES, VISITS, OFFICERS, LEAVERS)}
"""The tables of records, by the kind of their file."""

_FIGURE = {
    "measure": TEXT,
    "dimension": TEXT,
    "slice": TEXT,
    "period_start": DAY,
    "as_at": DAY,
    "value": NUMBER,
    "low": NUMBER,
    "high": NUMBER,
    "qualifier": TEXT,
    "unit": TEXT,
    "base": TEXT,
    "as_at_stated": TEXT,
    "partial": TEXT,
    "unknown": TEXT,
    "suppressed": WHOLE,
    "written": TEXT,
    "said_by": TEXT,
    "publisher": TEXT,
    "address": TEXT,
}
FIGURES = Part("figures", _FIGURE, "figures t", OF_SNAPSHOT)
FLOWS = Part(
    "flows",
    {"backlog": TEXT, "part": TEXT, "reason": TEXT, "people": WHOLE},
    "flows t JOIN snapshots e ON e.id = t.earlier_id",
    OF_SNAPSHOT,
    {"earlier": ("e.as_at", DAY)},
)
FILES = Part(
    "files",
    {
        "kind": TEXT,
        "name": TEXT,
        "sha256": TEXT,
        "rows_stored": WHOLE,
        "rows_left_out": WHOLE,
        "columns": TEXT,
    },
    "snapshot_files t",
    OF_SNAPSHOT,
)
_WARNING = {
    "file": TEXT,
    "row": WHOLE,
    "column": TEXT,
    "value": TEXT,
    "message": TEXT,
    "rows": WHOLE,
}
WARNINGS = Part(
    "warnings",
    _WARNING,
    "warnings t LEFT JOIN snapshots a ON a.id = t.against_id "
    "LEFT JOIN forces f ON f.id = a.force_id",
    OF_SNAPSHOT,
    {"against": ("a.as_at", DAY), "against_force": ("f.name", TEXT)},
)
SNAPSHOT = Part(
    "snapshot",
    {"as_at": DAY},
    "snapshots t JOIN forces f ON f.id = t.force_id "
    "JOIN definitions d ON d.id = t.definition_id LEFT JOIN snapshots p ON p.id = t.previous_id",
    "t.id = :id",
    {
        "force": ("f.name", TEXT),
        "synthetic": ("f.synthetic", WHOLE),
        "grace_days": ("d.grace_days", WHOLE),
        "bands": ("d.bands", TEXT),
        "previous": ("p.as_at", DAY),
    },
)
CROSSES = Part(
    "crosses",
    {
        **dict.fromkeys(("measure", "dimension", "slice", "other_dimension", "other_slice"), TEXT),
        "value": NUMBER,
        "low": NUMBER,
        "high": NUMBER,
        "qualifier": TEXT,
        "suppressed": WHOLE,
    },
    "crosses t",
    OF_SNAPSHOT,
)
NOT_OFFERED = Part(
    "not_offered",
    dict.fromkeys(("measure", "dimension", "other_dimension", "why"), TEXT),
    "not_offered t",
    OF_SNAPSHOT,
)
SNAPSHOT_PARTS = (
    *(SNAPSHOT, FILES, WARNINGS, *RECORDS.values(), FIGURES, FLOWS),
    *(CROSSES, NOT_OFFERED),
)
"""What the seal of a snapshot covers; `:id` is the snapshot's."""

FORCE = Part("force", {"name": TEXT, "synthetic": WHOLE}, "forces t", "t.id = :id")
PUBLISHED_FIGURES = Part(
    "figures", _FIGURE, "figures t", "t.force_id = :id AND t.snapshot_id IS NULL"
)
INSPECTIONS = Part(
    "inspections",
    {
        "body": TEXT,
        "programme": TEXT,
        "published_on": DAY,
        "inspected_on": DAY,
        "grade": TEXT,
        "finding": TEXT,
        "response_due": DAY,
    },
    "inspections t",
    "t.force_id = :id",
)
PUBLISHED_PARTS = (FORCE, PUBLISHED_FIGURES, INSPECTIONS)
"""What the seal of what was published of a force covers; `:id` is the force's."""

WHOLE_PARTS = (
    Part("warnings", _WARNING, "warnings t", "t.snapshot_id IS NULL"),
    Part(
        "publication",
        {
            "audience": TEXT,
            "threshold": WHOLE,
            "rounding": WHOLE,
            "zeros": WHOLE,
            "hidden": WHOLE,
        },
        "publications t",
        "1 = 1",
    ),
)
"""What is of no one force: warnings of files of published figures, and for whom a database is."""


def digest(
    database: Database, part: Part, id: int | None, progress: Progress, of: str = ""
) -> PartDigest:
    """The digest of a table's rows as they are in the database, of which a batch is held at a time.

    `of` says of what it is, for who watches the progress.
    """
    digesting, done = Digesting(part.name, part.kinds), 0
    parameters: dict[str, Parameter] = {} if id is None else {"id": id}
    rows = database.stream(part.query(), parameters)
    for batch in iter(lambda: list(islice(rows, BATCH)), []):
        digesting.add(batch)
        done += len(batch)
        progress(f"{part.name}{of}", done, None)
    return digesting.done()


def digests(
    database: Database, parts: tuple[Part, ...], id: int | None, progress: Progress, of: str = ""
) -> Iterator[tuple[str, PartDigest]]:
    """The digest of each of some tables, by its name."""
    for part in parts:
        yield part.name, digest(database, part, id, progress, of)
