"""The copy of a database that an ingest writes to, swapped in when it is complete.

A writer that is killed in the middle of a SQLite file leaves it in need of a repair that a reader
may not make. So the file that people read is never written to: it is replaced, in one step, by a
finished one. The copy stands beside it (a rename does not cross file systems) and is locked while
it is written, so that a copy without a lock is what a killed run left behind.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from boardtui.ingest.faults import IngestFailedError, IngestRefusedError


class WorkingCopy:
    """Entering locks the copy's place; leaving without `swap_in` removes what was written."""

    def __init__(self, location: str) -> None:
        # A symbolic link stays one: what it points to is replaced.
        self.target = Path(os.path.realpath(location))
        self.path = self.target.with_name(f".{self.target.name}.ingesting")
        self._descriptor = -1

    def __enter__(self) -> WorkingCopy:
        try:
            while not self._lock():
                pass
            os.truncate(self._descriptor, 0)
        except OSError as error:
            raise self._failed(error) from error
        return self

    def _lock(self) -> bool:
        """Take the lock; False if the file was renamed by its owner in that very moment."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise IngestRefusedError(
                f"Another ingest is writing to {self.target.name}: try again when it has ended."
            ) from None
        try:
            named = self.path.stat()
        except FileNotFoundError:
            os.close(descriptor)
            return False
        if not os.path.samestat(named, os.fstat(descriptor)):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def see_settled(self) -> None:
        """See that no other program has left changes beside the database, which a copy would lose.

        Raises:
            IngestRefusedError: one has.
        """
        for suffix in ("-journal", "-wal"):
            beside = Path(f"{self.target}{suffix}")
            if beside.exists() and beside.stat().st_size:
                raise IngestRefusedError(
                    f"Another program has unfinished changes to {self.target.name} (in "
                    f"{beside.name}): close it, or open the database with it once more."
                )

    def fill(self) -> None:
        """Copy the database as it is now, if there is one."""
        if not self.target.exists():
            return
        try:
            with self.target.open("rb") as source, self.path.open("r+b") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)
        except OSError as error:
            raise self._failed(error) from error

    def swap_in(self) -> None:
        """Put the copy, which nothing has open any more, in the database's place for good."""
        try:
            self._take_on_permissions()
            os.fsync(self._descriptor)
            self.path.replace(self.target)
            folder = os.open(self.target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as error:
            raise self._failed(error) from error

    def _take_on_permissions(self) -> None:
        if self.target.exists():
            old = self.target.stat()
            with suppress(PermissionError):
                os.fchown(self._descriptor, old.st_uid, old.st_gid)
            os.fchmod(self._descriptor, stat.S_IMODE(old.st_mode))
        else:
            mask = os.umask(0)
            os.umask(mask)
            os.fchmod(self._descriptor, 0o666 & ~mask)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(FileNotFoundError):
            if os.path.samestat(self.path.stat(), os.fstat(self._descriptor)):
                self.path.unlink()
        os.close(self._descriptor)

    def _failed(self, error: OSError) -> IngestFailedError:
        why = (error.strerror or str(error)).lower()
        return IngestFailedError(
            f"{self.target} cannot be written: {why}. The database is as it was."
        )
