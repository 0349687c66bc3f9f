"""A file that is there whole or not at all, and never in the place of another unasked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from boardtui.process.ending import last_act


@contextmanager
def new_file(path: Path, encoding: str = "utf-8", *, again: bool = False) -> Iterator[TextIO]:
    """A file to write, which gets its name once all is written; nobody else may read it.

    Until then it stands beside, under a name that nobody can foresee. No link is followed, and
    whatever has the name already, be it a link to nowhere, keeps it; but where the file is written
    `again`, it takes the place of what has the name.

    Raises:
        OSError: the name is taken, or the file cannot be written.
    """
    if not again and os.path.lexists(path):
        raise FileExistsError(f"{path} is there already")
    number, name = tempfile.mkstemp(prefix=".boardtui-", suffix=".unfinished", dir=path.parent)
    unfinished = Path(name)

    def remove() -> None:
        with suppress(FileNotFoundError):
            unfinished.unlink()

    with last_act(remove):
        try:
            with os.fdopen(number, "w", encoding=encoding, newline="") as file:
                yield file
                file.flush()
                os.fsync(number)
            if again:
                unfinished.replace(path)
            else:
                _give_name(unfinished, path)
        finally:
            remove()


def _give_name(unfinished: Path, path: Path) -> None:
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise FileExistsError(f"{path} is there already") from None
    except OSError:
        # A file system without links: the name is taken first, by an empty file of our own.
        try:
            path.touch(0o600, exist_ok=False)
        except FileExistsError:
            raise FileExistsError(f"{path} is there already") from None
        unfinished.replace(path)
