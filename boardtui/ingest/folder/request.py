"""What is asked of a folder, and what is found to be taken in from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from boardtui.ingest.faults import FaultGroup
from boardtui.ingest.request import IngestRequest


class FolderRequest(Struct, frozen=True):
    """One run of ingest over a folder; the rest is as in `IngestRequest`, for every snapshot."""

    database: str
    folder: Path
    rejects: Path | None = None
    replace: bool = False
    synthetic: bool = False
    sheets: Mapping[str, str] = field(default_factory=dict)
    new_force: bool = False
    pseudonymise: Path | None = None

    def of(
        self,
        files: Mapping[str, Path],
        *,
        force: str | None = None,
        as_at: date | None = None,
        synthetic: bool = False,
        sheets: Mapping[str, str] | None = None,
    ) -> IngestRequest:
        """The request of one snapshot, or of files of published figures."""
        given = {**self.sheets, **(sheets or {})}
        return IngestRequest(
            self.database,
            force=force,
            as_at=as_at,
            files=dict(files),
            rejects=self.rejects,
            replace=self.replace and force is not None,
            synthetic=self.synthetic or synthetic,
            sheets={kind: name for kind, name in given.items() if kind in files},
            new_force=self.new_force,
            pseudonymise=self.pseudonymise,
        )


class Plan(Struct, frozen=True):
    """What a folder has: a request for each snapshot and for each place of published files.

    `faults` are of the folder itself, and `notes` sentences on what was passed over.
    """

    requests: tuple[IngestRequest, ...]
    faults: tuple[FaultGroup, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def files(self) -> Iterable[Path]:
        return (path for request in self.requests for path in request.files.values())
