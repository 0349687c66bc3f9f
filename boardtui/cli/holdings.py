"""What a database holds, gathered for `boardtui snapshots`, as its JSON has it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import asdict

from boardtui.store.connection.database import Database
from boardtui.store.held.files import ExtractFile, snapshot_files, warning_counts
from boardtui.store.held.inspections import inspections
from boardtui.store.held.publication import publication
from boardtui.store.held.snapshots import ForceKey, SnapshotKey, forces
from boardtui.store.held.snapshots import published_days as all_published_days
from boardtui.store.held.snapshots import snapshots as all_snapshots

Json = dict[str, Any]


def holdings(database: Database) -> Json:
    """Every force, with its snapshots, the days of its published figures, and its inspections.

    A published database does not say how many rows its files had, nor what was odd in them: null.
    """
    is_published = publication(database) is not None
    files, warnings = snapshot_files(database), warning_counts(database)
    snapshots, days = all_snapshots(database), all_published_days(database)

    def held(force: ForceKey) -> Json:
        return {
            "force": force.name,
            "synthetic": force.synthetic,
            "snapshots": [
                _snapshot(
                    each,
                    files.get(each.id, []),
                    None if is_published else warnings.get(each.id, 0),
                )
                for each in snapshots
                if each.force.id == force.id
            ],
            "published": [
                {"as_at": each.as_at, "as_at_stated": each.stated, "figures": each.figures}
                for each in days
                if each.force.id == force.id
            ],
            "inspections": [
                {
                    "day": each.day,
                    "body": each.body,
                    "programme": each.programme,
                    "published_on": each.published_on,
                    "inspected_on": each.inspected_on,
                    "grade": each.grade,
                    "finding": each.finding,
                    "response_due": each.response_due,
                }
                for each in inspections(database, force)
            ],
        }

    return {
        "version": 1,
        "forces": [held(force) for force in forces(database)],
        "warnings_of_published_files": warnings.get(None, 0),
    }


def _snapshot(snapshot: SnapshotKey, files: list[ExtractFile], warnings: int | None) -> Json:
    definition = snapshot.definition
    return {
        "as_at": snapshot.as_at,
        "definition": {"grace_days": definition.grace_days, "bands": list(definition.band_ends)},
        "files": [asdict(file) | ({"rows": None} if warnings is None else {}) for file in files],
        "left_out": snapshot.left_out,
        "removed": snapshot.removed,
        "records": snapshot.given.records,
        "warnings": warnings,
    }
