"""The copy of a database that is written to, swapped in when it is complete.

A writer that is killed in the middle of a SQLite file leaves it in need of a repair that a reader
may not make. So the file that people read is never written to: it is replaced, in one step, by a
finished one. The copy stands beside it (a rename does not cross file systems), under a name that
nobody can have put something at before. It is locked while it is written, so that a copy without a
lock is what a killed run left behind.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from boardtui.ingest.faults import IngestFailedError, IngestRefusedError
from boardtui.ingest.original import Original


class WorkingCopy:
    """Entering holds the database and makes the copy's file; leaving without `swap_in` removes it.

    Whoever is about to replace a database goes through here: what may not be replaced (another
    program is at it, hard links, write protection) is refused on entering.
    """

    path: Path

    def __init__(self, location: str) -> None:
        # A symbolic link stays one: what it points to is replaced.
        self.target = Path(os.path.realpath(location))
        self._begin = f".{self.target.name}.ingesting-"
        self._original = Original(self.target)
        self._descriptor = -1

    def __enter__(self) -> Self:
        try:
            self._original.hold()
            while not self._make():
                pass
            self._clear_others()
        except OSError as error:
            self._leave()
            raise self._failed(error) from error
        except BaseException:
            self._leave()
            raise
        return self

    def _make(self) -> bool:
        """Make the file and lock it; False if another run took it for one that was left behind."""
        self.path = self.target.with_name(self._begin + secrets.token_hex(8))
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        self._descriptor = os.open(self.path, flags, 0o600)
        with suppress(BlockingIOError):
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if self._is_ours():
                return True
        os.close(self._descriptor)
        self._descriptor = -1
        return False

    def _clear_others(self) -> None:
        """Remove the copies that killed runs left behind.

        Raises:
            IngestRefusedError: there is one of a run that goes on.
        """
        with os.scandir(self.target.parent) as entries:
            others = [each.name for each in entries if each.name.startswith(self._begin)]
        for name in others:
            if name != self.path.name:
                self._clear(self.target.with_name(name))

    def _clear(self, other: Path) -> None:
        try:
            # Neither through a link nor waiting for a pipe: that is not ours.
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            descriptor = os.open(other, flags)
        except OSError:
            return
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            other.unlink(missing_ok=True)
        except BlockingIOError:
            raise IngestRefusedError(
                f"Another ingest is writing to {self.target.name}: try again when it has ended."
            ) from None
        finally:
            os.close(descriptor)

    def fill(self) -> None:
        """Copy the database as it is now, if there is one."""
        self._original.copy_to(self.path)

    def swap_in(self) -> None:
        """Put the copy, which nothing has open any more, in the database's place for good.

        Raises:
            IngestRefusedError: another program has changed the database since it was held.
            IngestFailedError: it cannot be done; the database is as it was.
        """
        try:
            self._take_on_permissions()
            os.fsync(self._descriptor)
            self._original.make_way()
            if not self._is_ours():
                raise IngestFailedError(
                    f"{self.target} cannot be written: another program has taken the working copy "
                    "away. The database is as it was."
                )
            self.path.replace(self.target)
            folder = os.open(self.target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as error:
            raise self._failed(error) from error

    def _is_ours(self) -> bool:
        """Whether the file at the path is the one that was made there."""
        try:
            return os.path.samestat(self.path.lstat(), os.fstat(self._descriptor))
        except FileNotFoundError:
            return False

    def _take_on_permissions(self) -> None:
        """Have the copy belong to whom the database does; a new one is its maker's alone."""
        if self.target.exists():
            old = self.target.stat()
            with suppress(PermissionError):
                os.fchown(self._descriptor, old.st_uid, old.st_gid)
            os.fchmod(self._descriptor, stat.S_IMODE(old.st_mode))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._leave()

    def _leave(self) -> None:
        if self._descriptor >= 0:
            if self._is_ours():
                self.path.unlink(missing_ok=True)
            os.close(self._descriptor)
            self._descriptor = -1
        self._original.release()

    def _failed(self, error: OSError) -> IngestFailedError:
        why = (error.strerror or str(error)).lower()
        return IngestFailedError(
            f"{self.target} cannot be written: {why}. The database is as it was."
        )
