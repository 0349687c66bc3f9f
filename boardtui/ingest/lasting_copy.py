"""A working copy that outlasts a killed run, so that the next one goes on where that was.

Its name stands in a lock file beside the database, with what the database was when it was copied.
Where that is no longer so, or the copy was not complete, it is removed and made anew. The copy is
kept whole at every moment by SQLite's log, which is taken in before it is swapped in.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from msgspec import DecodeError, Struct, ValidationError, json

from boardtui.ingest.faults import IngestFailedError, IngestRefusedError
from boardtui.ingest.working_copy import WorkingCopy
from boardtui.store.connection.sqlite_file import SUFFIXES, Stamp, beside

FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
LONGEST = 10_000
"""Bytes of what a lock says at most."""


class Kept(Struct, frozen=True):
    """What the lock says: which copy there is, of what, and whether it is complete."""

    copy: str
    original: Stamp | None
    complete: bool = False


class LastingCopy(WorkingCopy):
    """As a working copy; once something is `kept` in it, leaving without `swap_in` leaves it."""

    resumed = False
    """Whether an earlier run left it, with what that had stored."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self._begin = f".{self.target.name}.loading-"
        self._lock = self.target.with_name(f".{self.target.name}.loading")
        self._locked = -1
        self._keeps = False

    def _make(self) -> bool:
        """Lock, then go on with the copy that the lock names, or make one."""
        if self._locked < 0 and not self._take_lock():
            return False
        stamp = Stamp.of(self.target)
        kept = self._said()
        if kept is not None and self._is_copy_of(kept, stamp):
            self.path = self.target.with_name(kept.copy)
            self._descriptor = os.open(self.path, FLAGS & ~os.O_CREAT, 0o600)
            self.resumed = self._keeps = True
            return True
        if kept is not None:
            self._remove(kept.copy)
        self.path = self.target.with_name(self._begin + secrets.token_hex(8))
        self._say(Kept(self.path.name, stamp))
        self._descriptor = os.open(self.path, FLAGS | os.O_EXCL, 0o600)
        return True

    def _clear_others(self) -> None:
        """The lock names the only one there can be."""

    def fill(self) -> None:
        """Copy the database as it is now, if there is one and it is not copied already."""
        if self.resumed:
            return
        super().fill()
        with closing(sqlite3.connect(self.path)) as copy:
            copy.execute("PRAGMA journal_mode = WAL")
        self._say(Kept(self.path.name, Stamp.of(self.target), complete=True))

    def keep(self) -> None:
        """Leave the copy where it is if the run ends before it is swapped in."""
        self._keeps = True

    def swap_in(self) -> None:
        """As of any working copy; its log is taken into it first."""
        try:
            with closing(sqlite3.connect(self.path)) as copy:
                ((mode,),) = copy.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            raise IngestFailedError(
                f"{self.target} cannot be written: {error}. The database is as it was."
            ) from error
        if mode != "delete":
            raise IngestRefusedError(
                f"Another program has the working copy {self.path.name} open: close it, and give "
                "the same command again. The database is as it was."
            )
        super().swap_in()
        self._keeps = False

    def _take_lock(self) -> bool:
        """Open and lock the lock's file; False where it was taken away meanwhile.

        Raises:
            IngestRefusedError: another run has it.
        """
        descriptor = os.open(self._lock, FLAGS, 0o600)
        try:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise IngestFailedError(
                    f"{self._lock} is no file: it is where a load of {self.target.name} is noted. "
                    "Take it away."
                )
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not os.path.samestat(self._lock.lstat(), found):
                raise FileNotFoundError
        except BlockingIOError:
            os.close(descriptor)
            raise IngestRefusedError(
                f"Another ingest is writing to {self.target.name}: try again when it has ended."
            ) from None
        except FileNotFoundError:
            os.close(descriptor)
            return False
        except BaseException:
            os.close(descriptor)
            raise
        self._locked = descriptor
        return True

    def _said(self) -> Kept | None:
        """What the lock says; None where it says nothing, or nothing that can be read."""
        with suppress(DecodeError, ValidationError):
            return json.decode(os.pread(self._locked, LONGEST, 0), type=Kept)
        return None

    def _say(self, kept: Kept) -> None:
        said = json.encode(kept)
        os.pwrite(self._locked, said, 0)
        os.ftruncate(self._locked, len(said))
        os.fsync(self._locked)

    def _is_copy_of(self, kept: Kept, stamp: Stamp | None) -> bool:
        """Whether what the lock names is a complete copy of the database as it is."""
        return kept.complete and kept.original == stamp and self._is_mine(kept.copy)

    def _is_mine(self, name: str) -> bool:
        """Whether a file of that name is there that a run of this user has made."""
        if Path(name).name != name or not name.startswith(self._begin):
            return False
        try:
            found = self.target.with_name(name).lstat()
        except OSError:
            return False
        return stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid()

    def _remove(self, name: str) -> None:
        """Remove a copy, and SQLite's files beside it."""
        if self._is_mine(name):
            path = self.target.with_name(name)
            for each in (*(beside(path, suffix) for suffix in SUFFIXES), path):
                each.unlink(missing_ok=True)

    def _leave(self) -> None:
        if self._descriptor >= 0:
            if not self._keeps and self._is_ours():
                self._remove(self.path.name)
            os.close(self._descriptor)
            self._descriptor = -1
        if self._locked >= 0:
            if not self._keeps:
                self._lock.unlink(missing_ok=True)
            os.close(self._locked)
            self._locked = -1
        self._original.release()
