"""A show's end of the line: says what it shows to whoever follows it, and waits for nobody."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
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
        self._readers: set[asyncio.Transport] = set()
        self._server: asyncio.Server | None = None

    async def open(self, folder: Path) -> None:
        """Listen in a folder that has been checked.

        Raises:
            LinkError: there can be no socket.
        """
        path = folder / f"{BEGINS}{os.getpid()}-{secrets.token_hex(4)}"
        try:
            listening = _listening(path)
        except OSError as error:
            raise LinkError(f"{path} cannot be made: {error.strerror or error}.") from error
        loop = asyncio.get_running_loop()
        self.path = path
        self._server = await loop.create_unix_server(lambda: _Reader(self), sock=listening)

    def say(self, said: Said) -> None:
        """Tell all that follow; one that is too slow to take it is let go."""
        self._line = line_of(said)
        for reader in list(self._readers):
            self._tell(reader)

    def close(self) -> None:
        """Take leave of all that follow, and leave nothing behind."""
        if self._server is not None:
            self._server.close()
        for reader in list(self._readers):
            reader.abort()
        if self.path is not None:
            with suppress(OSError):
                self.path.unlink()

    def admit(self, reader: asyncio.Transport) -> None:
        """Take in one that wants to follow, if it is the same user's."""
        line = reader.get_extra_info("socket")
        if not is_same_user(line) or len(self._readers) >= MOST_READERS:
            reader.abort()
            return
        self._readers.add(reader)
        self._tell(reader)

    def forget(self, reader: asyncio.Transport) -> None:
        """One has gone."""
        self._readers.discard(reader)

    def _tell(self, reader: asyncio.Transport) -> None:
        if reader.is_closing() or reader.get_write_buffer_size() > MOST_WAITING:
            reader.abort()
        else:
            reader.write(self._line)


class _Reader(asyncio.Protocol):
    """One that follows. It has nothing to say: if it does, it is none."""

    def __init__(self, show: Speaking) -> None:
        self._show = show
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._show.admit(transport)

    def data_received(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._transport is not None:
            self._show.forget(self._transport)


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
