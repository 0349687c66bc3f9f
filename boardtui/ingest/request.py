"""What an ingest is asked to do, and the sense that it must make before any file is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from boardtui.core.criterion.definition import Definition
from boardtui.ingest.faults import IngestUsageError

OF_SNAPSHOT = ("cases", "visits", "officers", "leavers")
"""The kinds of file that a snapshot's records come from."""

PUBLISHED = ("figures", "inspections")
"""The kinds of file in which force and day stand in each row."""

KINDS = (*OF_SNAPSHOT, *PUBLISHED)

Progress = Callable[[str, int, int | None], None]
"""Told of the stage that is under way, how much of it is done, and of how much where known."""


class ExtractSettings(Protocol):
    """How a force's extract files differ from the contract."""

    @property
    def columns(self) -> Mapping[str, str]:
        """The force's own name of a column, to ours."""
        ...

    @property
    def ignore(self) -> tuple[str, ...]:
        """Columns that are passed over unread."""
        ...

    @property
    def earliest_year(self) -> int:
        """The year before which a date can hardly be meant."""
        ...

    @property
    def years_ahead(self) -> int:
        """How many years after the snapshot's day a date can be meant to be."""
        ...

    @property
    def most_rows(self) -> int:
        """The most rows that a file may have."""
        ...

    @property
    def most_columns(self) -> int:
        """The most columns that a file may have."""
        ...

    @property
    def most_megabytes(self) -> int:
        """The most that a spreadsheet may unpack to, in millions of bytes."""
        ...


class PersonalSettings(Protocol):
    """What may be stored although it looks like personal data."""

    @property
    def allow(self) -> tuple[str, ...]: ...


class IngestSettings(Protocol):
    """What ingest needs of the settings."""

    @property
    def definition(self) -> Definition: ...

    @property
    def extract(self) -> ExtractSettings: ...

    @property
    def personal(self) -> PersonalSettings: ...


class IngestRequest(Struct, frozen=True):
    """One run of ingest: a snapshot (force, day and its files), published figures, or both.

    `database` is a path or a server's URL; `rejects` is where rows that are refused are written,
    so that the others can be stored. `sheets` has, by the kind of file, the sheet to read of a
    spreadsheet where that is not the first visible one with the required columns.
    `new_force` says that a force whose name is nearly that of another is one of its own.
    `pseudonymise` is the file of the key under which references are replaced.
    """

    database: str
    force: str | None = None
    as_at: date | None = None
    files: Mapping[str, Path] = field(default_factory=dict)
    rejects: Path | None = None
    replace: bool = False
    synthetic: bool = False
    sheets: Mapping[str, str] = field(default_factory=dict)
    new_force: bool = False
    pseudonymise: Path | None = None

    @property
    def snapshot_files(self) -> dict[str, Path]:
        return {kind: self.files[kind] for kind in OF_SNAPSHOT if kind in self.files}

    def check(self) -> None:
        """See that the request makes sense.

        Raises:
            IngestUsageError: it does not; the message says what to add or leave out.
        """
        unknown = [kind for kind in self.files if kind not in KINDS]
        if unknown:
            raise IngestUsageError(f"There is no file of the kind {unknown[0]}.")
        if not self.files:
            raise IngestUsageError(
                "There is no file to ingest: give --cases with --force and --as-at, "
                "or --figures or --inspections."
            )
        for kind, name in self.sheets.items():
            if kind not in self.files:
                raise IngestUsageError(
                    f"--sheet {kind}={name} is of no file: give --{kind} with it."
                )
        given = self.snapshot_files
        if (self.force is None) != (self.as_at is None):
            absent = "--as-at" if self.as_at is None else "--force"
            raise IngestUsageError(f"A snapshot has a force and a day: {absent} is missing.")
        if given and self.force is None:
            raise IngestUsageError(
                f"--{next(iter(given))} belongs to a snapshot: give --force and --as-at."
            )
        if self.force is not None and "cases" not in given:
            raise IngestUsageError("A snapshot is made of cases: give --cases.")
        if self.force is None and self.replace:
            raise IngestUsageError("--replace is for snapshots: published figures add up.")
