"""A show's end of the line: says what it shows to whoever follows it, and waits for nobody."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from boardtui.link.folder import LinkError
from boardtui.link.peer import is_same_user
from boardtui.link.said import Said, line_of

MOST_READERS, WAITING_TO_JOIN = 8, 64
MOST_WAITING = 500_000
"""Bytes that may wait for a reader: one that is slower is let go, and may come back."""

BEGINS, HALF_MADE = "show-", "new-"
"""What the names of sockets begin with: of shows, and of those that do not listen yet."""


class Speaking:
    """A socket in a private folder, on which a show can be followed."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self._line = b""
        self._readers: set[_Reader] = set()
        self._listening: socket.socket | None = None

    def open(self, folder: Path) -> None:
        """Listen in a folder that has been checked, in the loop that runs.

        Raises:
            LinkError: there can be no socket.
        """
        path = folder / f"{BEGINS}{os.getpid()}-{secrets.token_hex(4)}"
        try:
            self._listening = _listening(path)
        except OSError as error:
            raise LinkError(f"{path} cannot be made: {error.strerror or error}.") from error
        self.path = path
        asyncio.get_running_loop().add_reader(self._listening, self._admit)

    def say(self, said: Said) -> None:
        """Tell all that follow; one that is too slow to take it is let go."""
        self._line = line_of(said)
        for reader in list(self._readers):
            reader.tell(self._line)

    def close(self) -> None:
        """Take leave of all that follow, and leave nothing behind."""
        if self._listening is not None:
            asyncio.get_running_loop().remove_reader(self._listening)
            self._listening.close()
            self._listening = None
        for reader in list(self._readers):
            reader.leave()
        if self.path is not None:
            with suppress(OSError):
                self.path.unlink()

    def _admit(self) -> None:
        """Take in one that wants to follow, if it is the same user's."""
        assert self._listening is not None
        try:
            line, _ = self._listening.accept()
        except OSError:
            return
        if len(self._readers) >= MOST_READERS or not is_same_user(line):
            line.close()
            return
        reader = _Reader(line, self._readers.discard)
        self._readers.add(reader)
        reader.tell(self._line)


class _Reader:
    """One that follows. It has nothing to say: if it does, it is none."""

    def __init__(self, line: socket.socket, gone: Callable[[_Reader], object]) -> None:
        line.setblocking(False)
        self._line, self._gone = line, gone
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(line, self.leave)
        self.waiting = b""

    def tell(self, line: bytes) -> None:
        """Send as much as can be sent at once; the rest as it is taken."""
        if len(self.waiting) > MOST_WAITING:
            self.leave()
            return
        self.waiting += line
        self._send()

    def leave(self) -> None:
        self._loop.remove_reader(self._line)
        self._loop.remove_writer(self._line)
        self._line.close()
        self._gone(self)

    def _send(self) -> None:
        try:
            self.waiting = self.waiting[self._line.send(self.waiting) :]
        except BlockingIOError:
            pass
        except OSError:
            self.leave()
            return
        if self.waiting:
            self._loop.add_writer(self._line, self._send)
        else:
            self._loop.remove_writer(self._line)


def _listening(path: Path) -> socket.socket:
    """A socket that listens at a path, which is there only once it does."""
    half = path.with_name(HALF_MADE + path.name)
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        made.bind(str(half))
        half.chmod(0o600)
        made.listen(WAITING_TO_JOIN)
        made.setblocking(False)
        half.rename(path)
    except BaseException:
        made.close()
        with suppress(OSError):
            half.unlink()
        raise
    return made
