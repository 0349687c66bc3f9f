"""The database that a working copy will replace, kept from all other writers until then.

It is held by SQLite's own lock, which every program that writes through SQLite respects. A program
that writes past SQLite is seen: by then the file is no longer the one that was copied.

The lock is the process's: it is lost when the process closes the file after opening it other than
through SQLite. So the copy is made through SQLite too.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from boardtui.ingest.faults import IngestFailedError, IngestRefusedError
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.sqlite import see_file
from boardtui.store.connection.sqlite_file import FAILURES, Stamp, changes_beside, why_unreadable

PAGES = 10_000
"""Pages copied at a time, so that the copying can be interrupted."""


class Original:
    """The database at a path, or that there is none yet; `hold` it before it is copied."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: Stamp | None = None
        self._held: sqlite3.Connection | None = None

    def hold(self) -> None:
        """Keep other writers out, until `release`.

        Raises:
            IngestRefusedError: it is not to be replaced, or another program is writing to it.
            IngestFailedError: it cannot be locked.
            DatabaseUnreadableError: it is no database.
        """
        self._stamp = self._stamped()
        if self._stamp is None:
            return
        see_file(self._path)
        self._see_replaceable()
        self._see_settled()
        with self._failing():
            self._held = self._connect("rw")
            self._held.execute("BEGIN IMMEDIATE")
        self._see_settled()
        self._see_unchanged()

    def copy_to(self, path: Path) -> None:
        """Copy the database, if there is one, to an empty file.

        Raises:
            IngestFailedError: it cannot be copied.
        """
        if self._held is None:
            return
        with (
            self._failing(),
            closing(self._connect("ro")) as source,
            closing(sqlite3.connect(path)) as copy,
        ):
            copy.execute("PRAGMA journal_mode = OFF")
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy, pages=PAGES)

    def make_way(self) -> None:
        """See that this is still the database that was copied, and that another may replace it.

        Raises:
            IngestRefusedError: another program changed it, or has it open in a way that does not
                allow for it to be replaced.
        """
        self._see_unchanged()
        if self._held is not None and self._logs_ahead(self._held):
            self._end_logging(self._held)

    def release(self) -> None:
        if self._held is not None:
            self._held.close()

    def _see_replaceable(self) -> None:
        found = self._path.stat()
        if not found.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise IngestRefusedError(
                f"{self._path} is protected: its permissions ({stat.S_IMODE(found.st_mode):04o}) "
                "let nobody write to it. Give yourself permission to write first, if it is meant "
                "to change."
            )
        effective = os.access in os.supports_effective_ids
        if not os.access(self._path, os.W_OK, effective_ids=effective):
            raise IngestRefusedError(f"{self._path} may not be written to: check its permissions.")
        if found.st_nlink > 1:
            raise IngestRefusedError(
                f"{self._path} is one file under {found.st_nlink} names (hard links), and the "
                "others would stay as they are. Remove the others, or work on a copy."
            )

    def _see_settled(self) -> None:
        changes = changes_beside(self._path)
        if changes is not None:
            raise IngestRefusedError(
                f"Another program has unfinished changes to {self._path.name} (in "
                f"{changes.name}): close it, or open the database with it once more."
            )

    def _see_unchanged(self) -> None:
        if self._stamped() != self._stamp:
            raise IngestRefusedError(
                f"Another program has changed or replaced {self._path.name} meanwhile: nothing "
                "was stored. Try again when it has ended."
            )

    def _stamped(self) -> Stamp | None:
        try:
            return Stamp.of(self._path)
        except OSError as error:
            raise self._failed(error.strerror or str(error)) from error

    def _logs_ahead(self, held: sqlite3.Connection) -> bool:
        ((mode,),) = held.execute("PRAGMA journal_mode")
        return str(mode) == "wal"

    def _end_logging(self, held: sqlite3.Connection) -> None:
        """Have the log of a database in write-ahead mode removed, and nobody else at it.

        A log that stayed would be taken for that of the database that comes into the place. Between
        the two locks another program can write: that is seen by the version of the data.
        """
        with self._failing():
            before = held.execute("PRAGMA data_version").fetchone()
            held.execute("ROLLBACK")
            held.execute("PRAGMA locking_mode = EXCLUSIVE")
            held.execute("PRAGMA journal_mode = DELETE")
            held.execute("BEGIN EXCLUSIVE")
            after = held.execute("PRAGMA data_version").fetchone()
        if before != after or self._logs_ahead(held):
            raise self._busy()

    def _connect(self, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(
            f"{self._path.as_uri()}?mode={mode}",
            uri=True,
            timeout=0,
            isolation_level=None,
            check_same_thread=False,
        )

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except FAILURES as error:
            # Without a code of SQLite's it is that of words that are no text: damage.
            primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise self._busy() from error
            if primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
                why = why_unreadable(self._path, error)
                raise DatabaseUnreadableError(f"{self._path} cannot be read: {why}.") from error
            raise self._failed(str(error)) from error

    def _busy(self) -> IngestRefusedError:
        return IngestRefusedError(
            f"Another ingest is writing to {self._path.name}, or another program has it open for "
            "that: try again when it has ended."
        )

    def _failed(self, why: str) -> IngestFailedError:
        return IngestFailedError(
            f"{self._path} cannot be written: {why.lower()}. The database is as it was."
        )
