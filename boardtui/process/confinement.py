"""A process that confines itself: from then on it opens, starts and reaches what is named, alone.

What every part of it does with files, programs and the network is seen by a hook of Python's own,
which cannot be taken away again (PEP 578). So a way out that nobody has thought of, in whatever
library, ends in an error. What a library does beneath Python, in C, the hook does not see.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
"""What asks to open a file for more than reading it."""

REFUSED = frozenset(
    {
        *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile"),
        *("os.system", "pty.spawn", "webbrowser.open"),
        *("socket.bind", "socket.connect", "socket.sendto", "socket.sendmsg"),
        *("sqlite3.enable_load_extension", "sqlite3.load_extension"),
    }
)
"""What is never done: programs started by these ways, the network, strange code in a database."""

CHANGING = {
    **dict.fromkeys(("os.link", "os.rename", "os.symlink"), 2),
    **dict.fromkeys(("os.chmod", "os.chown", "os.mkdir", "os.remove", "os.rmdir"), 1),
    **dict.fromkeys(("os.removexattr", "os.setxattr", "os.truncate", "os.utime"), 1),
}
"""What changes files or folders, and how many of its arguments are paths."""

LISTING = frozenset({"os.listdir", "os.scandir"})

_confined = False


class Bounds(Struct, frozen=True):
    """What a confined process may do.

    It reads Python's own folders, and what is in `read`; it writes in the folders, and to the
    files, of `write`; it opens the SQLite file `database`, to read it; it starts a program whose
    first words are one of `start`.
    """

    read: Collection[Path] = ()
    write: Collection[Path] = ()
    database: Path | None = None
    start: Collection[Sequence[str]] = ()


def is_confined() -> bool:
    """Whether this process is confined."""
    return _confined


def confine(bounds: Bounds) -> None:
    """Confine this process, for good: what is beyond the bounds raises PermissionError."""
    global _confined
    _confined = True
    sys.addaudithook(hook(bounds))


def hook(bounds: Bounds) -> Callable[[str, tuple[Any, ...]], None]:
    """What sees to it that a process stays within bounds."""
    writable = tuple(map(_plain, bounds.write))
    readable = (*_pythons_own(), *map(_plain, bounds.read), *writable)
    started = [tuple(words) for words in bounds.start]

    def see(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            _see_path(path, writable if flags & WRITING else readable)
        elif event in LISTING:
            _see_path(arguments[0], readable)
        elif event in CHANGING:
            for path in arguments[: CHANGING[event]]:
                _see_path(path, writable)
        elif event == "sqlite3.connect":
            if not bounds.database or arguments[0] not in _read_only(bounds.database):
                _refuse(arguments[0])
        elif event == "subprocess.Popen":
            words = tuple(arguments[1])
            if not any(words[: len(one)] == one for one in started):
                _refuse(arguments[0])
        elif event in REFUSED:
            _refuse(event)

    return see


def _see_path(path: object, among: Sequence[str]) -> None:
    """See that a path is one of those, or in one of them; a file that is open already may be."""
    if isinstance(path, int):
        return
    if path is None:  # the folder that the process is in
        path = "."
    asked = _plain(path)
    if asked == os.devnull:
        return
    if not any(asked == one or asked.startswith(f"{one.rstrip(os.sep)}{os.sep}") for one in among):
        _refuse(asked)


def _refuse(what: object) -> None:
    raise PermissionError(errno.EACCES, "This is closed in a restricted board", str(what))


def _read_only(database: Path) -> Sequence[str]:
    """How a SQLite file is opened so that nothing in it can be changed."""
    file = f"{database.resolve().as_uri()}?mode=ro"
    return file, f"{file}&immutable=1"


def _plain(path: Any) -> str:
    """A whole path; no link is followed, which would look into folders itself."""
    return os.path.abspath(os.fsdecode(path))  # noqa: PTH100


def _pythons_own() -> Sequence[str]:
    """The folders that Python and its packages are in."""
    return tuple({_plain(one) for one in (sys.prefix, sys.base_prefix, *sys.path) if one})
