"""The manifest of a folder: a TOML file that says which files are of which force and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from boardtui.core.words.nearest import did_you_mean
from boardtui.ingest.faults import FaultGroup, of_file
from boardtui.ingest.folder.request import FolderRequest, Plan
from boardtui.ingest.request import KINDS, OF_SNAPSHOT, PUBLISHED, IngestRequest

MANIFEST = "manifest.toml"

FORMAT = 1
"""What `boardtui` says at the beginning of a manifest of this form."""

LARGEST = 20_000_000
"""Bytes of a manifest at most: a larger one is some other file."""

SNAPSHOT_KEYS = ("force", "as_at", *KINDS, "synthetic", "sheets")
PUBLISHED_KEYS = (*PUBLISHED, "synthetic", "sheets")


def by_manifest(asked: FolderRequest, path: Path) -> Plan:
    """What a manifest says; whatever is wrong with it stands in the plan's faults."""
    reading = _Reading(asked, path)
    document = reading.document()
    if document is not None:
        reading.read(document)
    return Plan(tuple(reading.requests), tuple(reading.faults))


class _Reading:
    def __init__(self, asked: FolderRequest, path: Path) -> None:
        self._asked, self._path = asked, path
        self.requests: list[IngestRequest] = []
        self.faults: list[FaultGroup] = []

    def document(self) -> Mapping[str, Any] | None:
        import tomli

        try:
            if self._path.stat().st_size > LARGEST:
                self._wrong("it is larger than any manifest")
                return None
            return tomli.loads(self._path.read_bytes().decode("utf-8-sig"))
        except OSError as error:
            self._wrong(f"it cannot be read: {(error.strerror or str(error)).lower()}")
        except UnicodeDecodeError:
            self._wrong("it is not UTF-8 text")
        except (tomli.TOMLDecodeError, RecursionError) as error:
            self._wrong(f"it is no TOML: {str(error)[:1].lower()}{str(error)[1:]}")
        return None

    def read(self, document: Mapping[str, Any]) -> None:
        if document.get("boardtui") != FORMAT or isinstance(document.get("boardtui"), bool):
            self._wrong(f"it does not say boardtui = {FORMAT}, which a manifest begins with")
        known = ("boardtui", "snapshot", "published")
        self._see_keys(document, known, "")
        for number, table in self._tables(document, "snapshot"):
            self._snapshot(table, f"[[snapshot]] {number}")
        for number, table in self._tables(document, "published"):
            self._published(table, f"[[published]] {number}")

    def _tables(
        self, document: Mapping[str, Any], key: str
    ) -> Iterable[tuple[int, Mapping[str, Any]]]:
        tables = document.get(key, [])
        if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
            self._wrong(f"{key} is no list of tables: write each as [[{key}]]")
            return ()
        return enumerate(tables, start=1)

    def _snapshot(self, table: Mapping[str, Any], where: str) -> None:
        before = len(self.faults)
        self._see_keys(table, SNAPSHOT_KEYS, where)
        force, day = table.get("force"), table.get("as_at")
        if not isinstance(force, str) or not force.strip():
            self._wrong(f"{where}: force is expected to be the name of a force")
        if isinstance(day, str):
            day = _day(day)
        if not isinstance(day, date) or isinstance(day, datetime):
            self._wrong(f"{where}: as_at is expected to be a day such as 2024-01-31")
        files = self._files(table, KINDS, where)
        if "cases" not in table:
            self._wrong(f"{where}: cases is missing, and a snapshot is made of cases")
        synthetic, sheets = self._synthetic(table, where), self._sheets(table, where)
        if len(self.faults) == before and isinstance(force, str) and isinstance(day, date):
            self.requests.append(
                self._asked.of(files, force=force, as_at=day, synthetic=synthetic, sheets=sheets)
            )

    def _published(self, table: Mapping[str, Any], where: str) -> None:
        before = len(self.faults)
        self._see_keys(table, PUBLISHED_KEYS, where)
        if of_snapshots := [kind for kind in OF_SNAPSHOT if kind in table]:
            self._wrong(f"{where}: {of_snapshots[0]} belong to a [[snapshot]]")
        files = self._files(table, PUBLISHED, where)
        if not files:
            self._wrong(f"{where}: it names no file: figures, inspections, or both")
        synthetic, sheets = self._synthetic(table, where), self._sheets(table, where)
        if len(self.faults) == before:
            self.requests.append(self._asked.of(files, synthetic=synthetic, sheets=sheets))

    def _files(self, table: Mapping[str, Any], kinds: Iterable[str], where: str) -> dict[str, Path]:
        """The files that are named, which are in the folder."""
        found: dict[str, Path] = {}
        for kind in kinds:
            if kind not in table:
                continue
            name = table[kind]
            if not isinstance(name, str) or not name or "\0" in name:
                self._wrong(f"{where}: {kind} is expected to be the name of a file")
                continue
            path = Path(name)
            if path.is_absolute() or ".." in path.parts:
                self._wrong(f"{where}: {kind} names {name}, which is expected to be in the folder")
                continue
            found[kind] = self._asked.folder / path
        return found

    def _synthetic(self, table: Mapping[str, Any], where: str) -> bool:
        found = table.get("synthetic", False)
        if not isinstance(found, bool):
            self._wrong(f"{where}: synthetic is expected to be true or false")
        return found is True

    def _sheets(self, table: Mapping[str, Any], where: str) -> dict[str, str]:
        found = table.get("sheets", {})
        good = isinstance(found, dict) and all(
            kind in table and kind in KINDS and isinstance(name, str) and name.strip()
            for kind, name in found.items()
        )
        if not good:
            self._wrong(f'{where}: sheets is expected to be like {{ cases = "March" }}')
            return {}
        return {kind: name.strip() for kind, name in found.items()}

    def _see_keys(self, table: Mapping[str, Any], known: Iterable[str], where: str) -> None:
        for key in table:
            if key not in known:
                before = f"{where}: " if where else ""
                hint = did_you_mean(key, known).removesuffix(".")
                self._wrong(f"{before}there is no key {key}{hint}")

    def _wrong(self, why: str) -> None:
        self.faults.append(of_file(str(self._path), why))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
