"""A folder without a manifest: `force/2024-01-31/cases.csv`, by the names alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from boardtui.core.words.nearest import did_you_mean
from boardtui.ingest.faults import FaultGroup, of_file
from boardtui.ingest.folder.request import FolderRequest, Plan
from boardtui.ingest.recognising import OLD_SHEET_SUFFIXES, SHEET_SUFFIXES
from boardtui.ingest.request import KINDS, PUBLISHED, IngestRequest

SUFFIXES = (".csv", *SHEET_SUFFIXES, *OLD_SHEET_SUFFIXES)
"""How the names of extract files end; what is read of an old spreadsheet says how to save it."""


def by_names(asked: FolderRequest) -> Plan:
    """What a folder has by the names of its folders and files.

    Folders are forces, their folders days, and in these are the files, each called by its kind.
    Files of published figures may stand beside the folders of the forces, or of their days.
    """
    found = _Found(asked)
    published = found.files(asked.folder, PUBLISHED)
    for force in _folders(asked.folder):
        published_of = found.files(force, PUBLISHED)
        if published_of:
            found.requests.append(asked.of(published_of))
        for day in _folders(force):
            found.day(force.name, day)
    if published:
        found.requests.append(asked.of(published))
    return Plan(tuple(found.requests), tuple(found.faults), tuple(found.notes))


class _Found:
    def __init__(self, asked: FolderRequest) -> None:
        self._asked = asked
        self.requests: list[IngestRequest] = []
        self.faults: list[FaultGroup] = []
        self.notes: list[str] = []

    def day(self, force: str, folder: Path) -> None:
        """A snapshot by the folder of its day."""
        try:
            as_at = date.fromisoformat(folder.name)
            if folder.name != as_at.isoformat():
                raise ValueError
        except ValueError:
            self._wrong(folder, "it is a folder of a force, and expected to be a day: 2024-01-31")
            return
        files = self.files(folder, KINDS, strictly=True)
        if "cases" in files:
            self.requests.append(self._asked.of(files, force=force, as_at=as_at))
        else:
            self._wrong(folder, "there is no cases file in it, and a snapshot is made of cases")

    def files(
        self, folder: Path, kinds: Iterable[str], *, strictly: bool = False
    ) -> dict[str, Path]:
        """The extract files in a folder, by their kinds; `strictly`, no others may be there."""
        found: dict[str, Path] = {}
        for path in sorted(folder.iterdir()):
            kind = path.stem.lower()
            if path.name.startswith(".") or path.is_dir():
                continue
            if path.suffix.lower() not in SUFFIXES or kind not in kinds:
                self._other(path, kinds, strictly)
            elif kind in found:
                self._wrong(
                    path, f"{found[kind].name} beside it is a {kind} file too: one is meant"
                )
            else:
                found[kind] = path
        return found

    def _other(self, path: Path, kinds: Iterable[str], strictly: bool) -> None:
        if strictly:
            known = ", ".join(kinds)
            hint = did_you_mean(path.stem, kinds).removesuffix(".")
            self._wrong(path, f"it is no kind of extract file{hint}; there are {known}")
        else:
            self.notes.append(f"{path} was passed over.")

    def _wrong(self, path: Path, why: str) -> None:
        self.faults.append(of_file(str(path), why))


def _folders(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")
    )
