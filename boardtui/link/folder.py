"""The private folder in which shows can be reached: of the same user, closed to all others."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

PRIVATE = 0o700

NAME = "boardtui"


class LinkError(Exception):
    """Shows and notes cannot reach each other; the message is a sentence for the user."""


def places(environment: Mapping[str, str]) -> Iterator[Path]:
    """Where the folder may be, the better place first.

    The user's runtime folder goes by the XDG Base Directory Specification; not every session has
    one, so that notes look in both.
    """
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if runtime.startswith("/") and Path(runtime).is_dir():
        yield Path(runtime) / NAME
    yield Path(tempfile.gettempdir()) / f"{NAME}-{os.getuid()}"


def made(environment: Mapping[str, str]) -> Path:
    """The folder for a show, made where it is not there.

    Raises:
        LinkError: in none of the places there can be one that is closed to others; why not in the
            last of them.
    """
    refused = LinkError("There is no place for it.")
    for place in places(environment):
        try:
            place.mkdir(mode=PRIVATE)
        except FileExistsError:
            pass
        except OSError as error:
            refused = LinkError(f"{place} cannot be made: {error.strerror or error}.")
            continue
        try:
            check(place)
        except LinkError as error:
            refused = error
            continue
        return place
    raise refused


def there(environment: Mapping[str, str]) -> Iterator[Path]:
    """The folders in which there may be shows."""
    for place in places(environment):
        try:
            check(place)
        except LinkError:
            continue
        yield place


def refused(environment: Mapping[str, str]) -> Iterator[str]:
    """Why folders that are there are not used, a sentence for each."""
    for place in places(environment):
        if os.path.lexists(place):
            try:
                check(place)
            except LinkError as error:
                yield str(error)


def check(folder: Path) -> None:
    """See that a folder is the user's own, closed to others, and can't be changed for another.

    Raises:
        LinkError: it is not there, a link, somebody else's, or open to others.
    """
    try:
        own, above = folder.lstat(), folder.parent.stat()
    except OSError as error:
        raise LinkError(f"{folder} cannot be used: {error.strerror or error}.") from error
    if not stat.S_ISDIR(own.st_mode):
        raise LinkError(f"{folder} is no folder: remove it, and start again.")
    if own.st_uid != os.getuid():
        raise LinkError(f"{folder} is another user's: have it removed, or set XDG_RUNTIME_DIR.")
    if stat.S_IMODE(own.st_mode) & 0o077:
        raise LinkError(f"{folder} is open to other users: close it (chmod 700), and start again.")
    shared = above.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if shared and not above.st_mode & stat.S_ISVTX:
        raise LinkError(f"{folder.parent} lets other users change what is in it: it is not used.")
    if above.st_uid not in (0, os.getuid()):
        raise LinkError(f"{folder.parent} is another user's: it is not used.")
