"""A SQLite file as one that reads it finds it: opened so that looking never writes."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

from msgspec import Struct

from boardtui.process.confinement import is_confined

FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What reading raises: the latter where SQLite's own words would repeat bytes that are no text."""


class Stamp(Struct, frozen=True):
    """What tells a file from every other, and from itself after it was written to."""

    device: int
    inode: int
    size: int
    written: int

    @classmethod
    def of(cls, path: Path) -> Stamp | None:
        """The stamp of the file as it is now; None where there is none."""
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def changes_beside(path: Path) -> Path | None:
    """The file beside a database in which SQLite has changes that are not in it yet, if any.

    A journal that was finished may stay, with nothing but zeros where it would begin.
    """
    for changes in (beside(path, suffix) for suffix in ("-journal", "-wal")):
        try:
            with changes.open("rb") as file:
                nothing = not file.read(1).strip(b"\0")
        except FileNotFoundError:
            nothing = True
        except OSError:
            nothing = False
        if not nothing:
            return changes
    return None


def beside(path: Path, suffix: str) -> Path:
    """A file that SQLite keeps beside a database while it is written to."""
    return path.with_name(path.name + suffix)


SUFFIXES = ("-journal", "-wal", "-shm")
"""How the names of those files end."""


def kind_of_file(path: Path) -> str | None:
    """What a path leads to, where that is something else than a file; None for a file.

    Raises:
        OSError: it leads nowhere, or nobody may see where.
    """
    mode = path.stat().st_mode
    kinds = {
        stat.S_IFREG: None,
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
    }
    return kinds.get(stat.S_IFMT(mode), "a device")


def read_only(path: Path) -> tuple[sqlite3.Connection, Stamp | None]:
    """A connection that only reads.

    With write-ahead logging SQLite makes files beside the database even to read it. Where that may
    not be, and no changes are waiting there, it is read as it stands, without locks; the stamp is
    then what the file must still be after whatever was read. A confined process never makes them.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    before = Stamp.of(path)
    if not (is_confined() and _is_logged(path) and changes_beside(path) is None):
        try:
            return _connected(path, "mode=ro"), None
        except sqlite3.OperationalError as error:
            before = Stamp.of(path)
            if not _may_not_be_joined(error) or changes_beside(path):
                raise
    return _connected(path, "mode=ro&immutable=1"), before


def _is_logged(path: Path) -> bool:
    """Whether a database is with write-ahead logging (SQLite's file format, 1.3.3)."""
    try:
        with path.open("rb") as file:
            file.seek(18)
            return file.read(2) == b"\2\2"
    except OSError:
        return False


def _connected(path: Path, how: str) -> sqlite3.Connection:
    location = f"{path.resolve().as_uri()}?{how}"
    connection = sqlite3.connect(location, uri=True, check_same_thread=False)
    try:
        connection.execute("PRAGMA query_only = 1")
        if is_confined():  # what it sorts would go through files elsewhere
            connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA schema_version")  # the file is opened by the first that needs it
    except FAILURES:
        connection.close()
        raise
    return connection


def _may_not_be_joined(error: Exception) -> bool:
    """Whether SQLite wanted to write beside the database, to join it with its changes."""
    code = getattr(error, "sqlite_errorcode", None)
    wanted = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
    return isinstance(code, int) and code & 0xFF in wanted


def is_as_it_was(path: Path, stamp: Stamp) -> bool:
    """Whether a file that is read without locks was left alone by all others."""
    return Stamp.of(path) == stamp and changes_beside(path) is None


def why_unreadable(path: Path, error: Exception) -> str:
    """Why a file cannot be read, in words that follow "cannot be read:", without a full stop."""
    changes = changes_beside(path)
    if changes is not None and _may_not_be_joined(error):
        return (
            f"another program has left changes to it in {changes.name}, and joining the two takes "
            "a folder that can be written to: copy both to one, together, and open the copy once "
            "with the program that made the changes"
        )
    if any(words in str(error) for words in ("not a database", "no such")):
        return "it is not a boardtui database"
    if isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error):
        # SQLite's own words would go on with the text itself.
        return "it is damaged: a text in it is not UTF-8"
    return str(error)
