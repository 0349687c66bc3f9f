"""`boardtui snapshots --warnings`: what is odd in the files, and was stored all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from boardtui.core.words.days import day_text
from boardtui.core.words.wording import counted
from boardtui.panels.warned import said
from boardtui.store.connection.database import Database
from boardtui.store.held.files import Warned, warnings_of
from boardtui.store.held.publication import publication
from boardtui.store.held.snapshots import SnapshotKey, snapshots

Json = dict[str, Any]

HEADER = (
    *("force", "synthetic", "as_at", "file", "column", "message", "rows", "row", "value"),
    "warning",
)


def warned(database: Database, cases_open: bool) -> Json:
    """Every warning, by snapshot, oldest first; those of published files, without a force, last.

    Where single cases are closed, no row and no value of one is told. A published database does
    not say what was odd: null.
    """
    if publication(database) is not None:
        return {"version": 1, "warnings": None}
    found: list[Json] = []
    for snapshot in (*snapshots(database), None):
        of = warnings_of(database, None if snapshot is None else snapshot.id)
        found += [_warning(snapshot, each, cases_open) for each in of]
    return {"version": 1, "warnings": found}


def _warning(snapshot: SnapshotKey | None, each: Warned, cases_open: bool) -> Json:
    return {
        "force": snapshot.force.name if snapshot else None,
        "synthetic": snapshot.force.synthetic if snapshot else None,
        "as_at": snapshot.as_at if snapshot else None,
        "file": each.file,
        "column": each.column,
        "message": each.message,
        "rows": each.rows or None,
        "row": each.row if cases_open else None,
        "value": each.value if cases_open else None,
        "warning": said(each, cases_open),
    }


def csv_rows(found: Json) -> Iterator[list[object]]:
    for each in found["warnings"] or ():
        yield [each[name] for name in HEADER]


def lines(found: Json) -> Iterator[str]:
    """The warnings for a reader, under the snapshot of each."""
    of: dict[tuple[Any, ...], list[Json]] = {}
    if found["warnings"] is None:
        yield "A published database does not say what was odd in the files."
        return
    for each in found["warnings"]:
        of.setdefault((each["force"], each["synthetic"], each["as_at"]), []).append(each)
    if not of:
        yield "No warnings: nothing odd was found in the files."
    for number, ((force, synthetic, as_at), warnings) in enumerate(of.items()):
        if number:
            yield ""
        whose = "Files of published figures"
        if force is not None:
            whose = f"{force}{' (SYNTHETIC)' if synthetic else ''}, {day_text(as_at)}"
        yield f"{whose}: {counted(len(warnings), 'warnings')}"
        yield from (f"  {each['file']}: {each['warning']}" for each in warnings)
