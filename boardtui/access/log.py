"""A file that lines are added to by many processes at once, and that others may take away."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

MODE = 0o640
"""Of a log that is made: its owner writes, its group reads. One that is there keeps its own."""

PATIENCE = 5.0
"""Seconds in which whoever renamed a log makes the next one; then it is made here."""

OTHERS = stat.S_IROTH | stat.S_IWOTH


class AccessLogError(Exception):
    """The access log cannot be written; the message is a sentence for the user."""


class Lines:
    """A log, open for as long as somebody looks.

    Each line is one write at the end of the file, which the system lets no other come into. Where
    the file was renamed, as logrotate does, the next line goes to the new one.

    Raises:
        AccessLogError: it cannot be written, or everybody may read it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._torn = False
        self._gone: float | None = None
        """Since when there was no file of the name."""
        try:
            self._file = self._opened()
        except OSError as error:
            raise self._failed(error) from error

    def add(self, line: bytes) -> None:
        """Add a line, without its end.

        Raises:
            AccessLogError: it cannot be written.
        """
        try:
            self._follow()
            self._write(b"\n" * self._torn + line + b"\n")
        except OSError as error:
            raise self._failed(error) from error

    def close(self) -> None:
        os.close(self._file)

    def _opened(self, make: int = os.O_CREAT) -> int:
        # A named pipe that nobody reads would be waited for.
        flags = os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC | os.O_NONBLOCK | make
        file = os.open(self._path, flags, MODE)
        try:
            self._see(os.fstat(file))
        except BaseException:
            os.close(file)
            raise
        return file

    def _see(self, about: os.stat_result) -> None:
        if not stat.S_ISREG(about.st_mode):
            raise AccessLogError(f"The access log {self._path} is no file. {CLOSED}")
        if about.st_mode & OTHERS:
            raise AccessLogError(
                f"Everybody may read or write the access log {self._path}: chmod o-rw. {CLOSED}"
            )

    def _follow(self) -> None:
        """Go over to the file that bears the name by now."""
        mine = os.fstat(self._file)
        try:
            there = self._path.stat()
        except FileNotFoundError:
            there = None
        if there is not None and (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino):
            self._gone = None
            return
        # Where it has just been renamed, whoever did that is about to make the new one, which must
        # not be there before. What is written to the old one meanwhile is kept with it.
        wait = mine.st_nlink > 0 and not (there is None and self._gone_for_long())
        try:
            new = self._opened(0 if wait else os.O_CREAT)
        except FileNotFoundError:
            if wait:
                return
            raise
        os.close(self._file)
        self._gone = None
        self._file, self._torn = new, False

    def _gone_for_long(self) -> bool:
        """Whether there has been no file of the name for longer than one is made in."""
        now = time.monotonic()
        self._gone = now if self._gone is None else self._gone
        return now - self._gone > PATIENCE

    def _write(self, line: bytes) -> None:
        rest = line
        try:
            while rest:
                rest = rest[os.write(self._file, rest) :]
        except OSError:
            self._torn = self._torn or len(rest) < len(line)
            raise
        self._torn = False

    def _failed(self, error: OSError) -> AccessLogError:
        why = (error.strerror or errno.errorcode.get(error.errno or 0, str(error))).lower()
        return AccessLogError(f"The access log {self._path} cannot be written: {why}. {CLOSED}")


CLOSED = "Nothing is shown that is not written down."
