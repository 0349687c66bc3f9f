"""Which of some people a snapshot has."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.store.connection.database import Database, Value

AT_ONCE = 500
"""People to one query: databases bound the parameters they take."""


def those_in(database: Database, snapshot: int, refs: Sequence[str]) -> set[str]:
    """Those of the people who are in a snapshot's cases."""
    found: set[str] = set()
    for start in range(0, len(refs), AT_ONCE):
        values: dict[str, Value] = {
            f"r{place}": ref for place, ref in enumerate(refs[start : start + AT_ONCE])
        }
        marks = ", ".join(f":{name}" for name in values)
        rows = database.rows(
            f"SELECT case_ref FROM cases WHERE snapshot_id = :snapshot AND case_ref IN ({marks})",
            {"snapshot": snapshot, **values},
        )
        found.update(ref for (ref,) in rows)
    return found
