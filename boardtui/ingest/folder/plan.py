"""What there is to be taken in from a folder: by its manifest, or by the names of what is in it."""

from __future__ import annotations

import os

from boardtui.ingest.faults import IngestUsageError
from boardtui.ingest.folder.layout import by_names
from boardtui.ingest.folder.manifest import MANIFEST, by_manifest
from boardtui.ingest.folder.request import FolderRequest, Plan
from boardtui.ingest.request import IngestRequest


def plan_of(asked: FolderRequest) -> Plan:
    """The snapshots of a folder by force, each force's in the order of their days.

    In that order each one's flow is worked out once; what was published comes behind them.

    Raises:
        IngestUsageError: it is no folder, or has nothing to be taken in.
    """
    if not asked.folder.is_dir():
        what = "no folder" if asked.folder.exists() else "not there"
        raise IngestUsageError(f"--folder takes a folder, and {asked.folder} is {what}.")
    if not os.access(asked.folder, os.R_OK | os.X_OK):
        raise IngestUsageError(f"The folder {asked.folder} may not be read: check its permissions.")
    manifest = asked.folder / MANIFEST
    plan = by_manifest(asked, manifest) if manifest.exists() else by_names(asked)
    if not plan.requests and not plan.faults:
        raise IngestUsageError(
            f"There is nothing to ingest in {asked.folder}: it takes files such as "
            f"Exampleshire/2024-01-31/cases.csv, or a {MANIFEST} that says which they are."
        )
    requests = sorted(plan.requests, key=_place)
    return Plan(tuple(requests), plan.faults, plan.notes)


def _place(request: IngestRequest) -> tuple[bool, str, str]:
    day = request.as_at.isoformat() if request.as_at is not None else ""
    return request.force is None, request.force or "", day
