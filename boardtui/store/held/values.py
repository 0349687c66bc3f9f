"""What a value in a database may be, and the refusal of one that is not.

SQLite keeps whatever it is given in whatever column. A file that something else has written to, or
that a disk has spoilt, can hold a blob as a unit or a text as a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any


class DatabaseDamagedError(Exception):
    """A database holds what it may not: nothing that it says is to be relied on."""

    def __init__(self, name: str, what: str) -> None:
        """Take the database's name for a reader, and what it holds; never the value itself."""
        super().__init__(
            f"{name} is damaged: {what}. Make it anew from its extracts, or open an earlier copy."
        )


LARGEST = 2**53
"""Whole numbers up to here are exact wherever they go; none that is counted comes near it."""

LONGEST = 1_000_000
"""Bytes of a row that are read at most; none that ingest stores comes near it."""

WHOLE = frozenset(
    (
        *("against_id", "definition_id", "earlier_id", "force_id", "grace_days", "id", "officers"),
        *("people", "previous_id", "row", "rows_left_out", "rows_stored", "snapshot_id"),
        *("hidden", "number", "removed", "rounding", "rows", "suppressed", "synthetic"),
        *("threshold", "version", "zeros"),
    )
)
NUMBERS = frozenset(("fte", "high", "low"))
NUMBER_OR_TEXT = frozenset(("value",))
"""A figure's value is a number; what a warning is about is a text."""

TEXTS = frozenset(
    (
        *("action", "address", "announced", "as_at_stated", "backlog", "bands", "base"),
        *("body", "case_ref", "column", "dimension", "file", "finding", "grade"),
        *("ingested_at", "kind", "management", "mappa_category", "mappa_level"),
        *("measure", "message", "name", "officer_ref", "outcome", "part", "partial"),
        *("programme", "publisher", "qualifier", "reason", "risk_level", "risk_tool"),
        *("said_by", "sha256", "slice", "status", "unit", "unknown", "columns", "written"),
        *("chain", "commitment", "day", "digest", "entry", "force", "nonce", "seal", "sealed_at"),
        *("audience", "other_dimension", "other_slice", "signature", "signed_at", "why"),
    )
)
DAYS = frozenset(
    (
        *("as_at", "assessment_due", "inspected_on", "last_assessment", "last_seen"),
        *("last_visit",),
        *("left_on", "period_start", "published_on", "registered_on", "response_due"),
        *("visit_due", "visited_on"),
    )
)
"""Of SQLite, ISO texts."""

WHOLE_OR_NUMBERS = WHOLE | NUMBERS | NUMBER_OR_TEXT

_NOTHING: type = type(None)
_OF_NUMBERS: frozenset[type] = frozenset((int, float))
_NUMBER_TYPES = _OF_NUMBERS | {_NOTHING}
_TEXT_TYPES: frozenset[type] = frozenset((str, _NOTHING))

ALWAYS = frozenset(
    (
        *("as_at", "backlog", "bands", "case_ref", "fte", "grace_days", "kind", "management"),
        *("chain", "commitment", "digest", "entry", "number", "sealed_at", "signature"),
        *("measure", "name", "part", "qualifier", "risk_level", "status"),
        *("synthetic", "version"),
    )
)
"""Columns that are never without a value, in whatever table."""

ALLOWED: dict[str, frozenset[type]] = {
    **dict.fromkeys(WHOLE, _NUMBER_TYPES - {float}),
    **dict.fromkeys(NUMBERS, _NUMBER_TYPES),
    **dict.fromkeys(NUMBER_OR_TEXT, _NUMBER_TYPES | _TEXT_TYPES),
    **dict.fromkeys(TEXTS | DAYS, _TEXT_TYPES),
}
for _name in ALWAYS:
    ALLOWED[_name] -= {_NOTHING}
"""The types that a column's values may have, by its name, whichever table it is of."""

EXPECTED = {
    **dict.fromkeys(WHOLE, "a whole number"),
    **dict.fromkeys(NUMBERS | NUMBER_OR_TEXT, "a number"),
    **dict.fromkeys(TEXTS, "a text"),
    **dict.fromkeys(DAYS, "a date"),
}


def wrong(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str | None:
    """What is wrong with some rows of a query, by the names of its columns; None where nothing is.

    The value itself is not told: it may be of a person. Columns that are worked out have no names
    that are known here, and are not looked at.
    """
    known = {name: place for place, name in enumerate(columns) if name in ALLOWED}
    if not known or not rows:
        return None
    # One look at everything settles the usual case: rows of texts alone, and none missing.
    if WHOLE_OR_NUMBERS.isdisjoint(known) and _TEXT_TYPES.issuperset(
        map(type, chain.from_iterable(rows))
    ):
        known = {name: place for name, place in known.items() if name in ALWAYS}
    for name, place in known.items():
        values = [row[place] for row in rows]
        kinds = set(map(type, values))
        if not kinds <= ALLOWED[name]:
            return f"the column {name} holds something else than {EXPECTED[name]}"
        if kinds.isdisjoint(_OF_NUMBERS):
            continue
        numbers = [value for value in values if type(value) in _OF_NUMBERS]
        if max(numbers) > LARGEST or min(numbers) < -LARGEST:
            return f"the column {name} holds a number that is too large to be one"
    return None
