"""Where boardtui failed, for those who mend it: in a file, and without a value of any record."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

import boardtui
from boardtui.process.new_file import new_file


def written(error: BaseException) -> str:
    """Write where an error came from to a new file; a sentence that says which."""
    import platformdirs

    folder = Path(platformdirs.user_log_dir("boardtui", appauthor=False))
    path = folder / f"failure-{os.getpid()}-{os.urandom(4).hex()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with new_file(path) as file:
            file.write("\n".join(details(error)) + "\n")
    except OSError as failed:
        return f"The details could not be written to {folder}: {failed.strerror or failed}."
    return f"The details are in {path}."


def details(error: BaseException) -> list[str]:
    """The kinds of an error and of those that led to it, each with the lines of code it came by.

    Neither messages nor variables: they can quote a record.
    """
    lines = [f"boardtui {boardtui.__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    chain: list[BaseException] = []
    seen: BaseException | None = error
    while seen is not None and seen not in chain:
        chain.append(seen)
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        for frame in traceback.extract_tb(seen.__traceback__):
            lines.append(f"  {frame.filename}:{frame.lineno} in {frame.name}")
        seen = seen.__cause__ or seen.__context__
    return lines
