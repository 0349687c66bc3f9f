"""The notes' end of the line: which shows there are, and what one of them says."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import aclosing, suppress
from pathlib import Path

from msgspec import Struct

from boardtui.link.folder import there
from boardtui.link.peer import is_same_user
from boardtui.link.said import MOST_BYTES, NothingSaidError, Said, said_in
from boardtui.link.speaking import BEGINS, HALF_MADE

FIRST_WORD = 2.0
"""Seconds within which a show says what it is; one that hangs is as good as none."""

MOST_SHOWS = 20
"""Shows that are asked what they are, at most: there is one, or two."""


class Running(Struct, frozen=True):
    """A show that can be followed, and what it said of itself when it was asked."""

    path: Path
    said: Said


class GoneError(Exception):
    """There is no show at the other end, or none that says what a show would."""


async def running(environment: Mapping[str, str], database: str | None = None) -> list[Running]:
    """The shows that run at the moment, of one database or of any; what dead ones left is removed.

    Those that began first come first.
    """
    found = []
    for path in sorted(sockets(there(environment)))[:MOST_SHOWS]:
        with suppress(GoneError, TimeoutError):
            said = await _first_word(path)
            if database is None or said.database == database:
                found.append(Running(path, said))
    return sorted(found, key=lambda show: (-show.said.elapsed, show.path))


async def _first_word(path: Path) -> Said:
    async with asyncio.timeout(FIRST_WORD), aclosing(followed(path)) as line:
        return await anext(line)


def sockets(folders: Iterable[Path]) -> list[Path]:
    """The sockets of shows in private folders; half-made ones of dead processes are removed."""
    found = []
    for folder in folders:
        for path in folder.iterdir():
            if path.name.startswith(HALF_MADE) and _is_own_socket(path) and not _lives(path):
                _remove(path)
            elif path.name.startswith(BEGINS) and _is_own_socket(path):
                found.append(path)
    return found


async def followed(path: Path) -> AsyncGenerator[Said, None]:
    """What a show says, from now on until it ends.

    Raises:
        GoneError: it has ended, or is none.
    """
    try:
        reader, writer = await asyncio.open_unix_connection(path, limit=MOST_BYTES)
    except ConnectionRefusedError as error:
        _remove(path)
        raise GoneError("The show has ended.") from error
    except OSError as error:
        raise GoneError("The show has ended.") from error
    try:
        if not is_same_user(writer.get_extra_info("socket")):
            raise GoneError("It is another user's.")
        while True:
            yield said_in(await reader.readuntil(b"\n"))
    except (asyncio.IncompleteReadError, OSError) as error:
        raise GoneError("The show has ended.") from error
    except (asyncio.LimitOverrunError, NothingSaidError) as error:
        raise GoneError("What is there says nothing that a show would.") from error
    finally:
        writer.transport.abort()


def _is_own_socket(path: Path) -> bool:
    """Whether it is a socket of the user's own, and no link to one."""
    try:
        own = path.lstat()
    except OSError:
        return False
    return stat.S_ISSOCK(own.st_mode) and own.st_uid == os.getuid()


def _lives(path: Path) -> bool:
    """Whether the process is there that a socket is named after."""
    number = path.name.removeprefix(HALF_MADE).removeprefix(BEGINS).partition("-")[0]
    if not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _remove(path: Path) -> None:
    if _is_own_socket(path):
        with suppress(OSError):
            path.unlink()
