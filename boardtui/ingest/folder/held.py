"""Which snapshots of a folder a database holds already, and whether of the same files."""

from __future__ import annotations

from datetime import date
from hashlib import file_digest
from pathlib import Path

from boardtui.ingest.pseudonyms.references import Pseudonyms
from boardtui.ingest.request import IngestRequest
from boardtui.store.connection.database import Database
from boardtui.store.held.days import held_days

OF_KEY = ":"
"""What stands in a stored column's name before the fingerprint of the key of its pseudonyms."""


class HeldAlready:
    """The snapshots of a database by force and day, with the digests of the files of each."""

    def __init__(self, database: Database, pseudonyms: Pseudonyms | None) -> None:
        self._database = database
        self._key = pseudonyms.key.fingerprint if pseudonyms is not None else None
        self._ids = {(each.force.name, each.as_at): each.id for each in held_days(database)}

    def has(self, force: str, day: date) -> bool:
        return (force, day) in self._ids

    def has_same(self, request: IngestRequest) -> bool:
        """Whether a snapshot was stored of these very files, and under the same key.

        A file that cannot be read is not the same: reading it will say why.
        """
        assert request.force is not None
        assert request.as_at is not None
        id = self._ids.get((request.force, request.as_at))
        if id is None:
            return False
        rows = self._database.rows(
            "SELECT kind, sha256, columns FROM snapshot_files WHERE snapshot_id = :id", {"id": id}
        )
        words = (word for _, _, columns in rows for word in columns.split())
        keys = {word.partition(OF_KEY)[2] for word in words if OF_KEY in word}
        if keys != ({self._key} if self._key is not None else set()):
            return False
        try:
            given = {kind: _digest(path) for kind, path in request.snapshot_files.items()}
        except OSError:
            return False
        return given == {kind: digest for kind, digest, _ in rows}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
