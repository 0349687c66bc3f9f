"""Loads of a folder that are killed at given moments; run as a program of its own by the tests.

Arguments: a folder, and for each load its database and the number of the watched step at which its
process is killed (0: it is not). Prints, for each, its exit status (-9: killed) or, where it was
not killed, how many steps there were.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from boardtui.ingest import FolderRequest, ingest_folder
from boardtui.ingest.lasting_copy import LastingCopy
from boardtui.ingest.reading_ahead import Readers
from boardtui.ingest.writer import Writer
from boardtui.settings import Settings

STEPS: tuple[tuple[Any, str], ...] = (
    (Writer, "insert_batches"),
    (Writer, "insert_rows"),
    (Writer, "insert_one"),
    (Writer, "run"),
    (Writer, "commit"),
    (Readers, "read"),
    (LastingCopy, "_say"),
    (LastingCopy, "fill"),
    (LastingCopy, "swap_in"),
    (Path, "replace"),
    (Path, "unlink"),
    (os, "fsync"),
)
"""What changes a file: a load can be killed before each, and after it."""


def main(folder: str, jobs: Sequence[str]) -> None:
    for database, moment in zip(jobs[::2], jobs[1::2], strict=True):
        print(_killed(FolderRequest(database, Path(folder), synthetic=True), int(moment)))


def _killed(asked: FolderRequest, moment: int) -> int:
    """Load in a child of this process; its exit status or, for the moment 0, how many steps."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if not child:
        try:
            os.write(writing, str(_run(asked, moment)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as counted:
        steps = counted.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status if moment else int(steps)


def _run(asked: FolderRequest, moment: int) -> int:
    passed = 0

    def step() -> None:
        nonlocal passed
        passed += 1
        if passed == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(done: Callable[..., Any]) -> Callable[..., Any]:
        def doing(*given: Any, **named: Any) -> Any:
            step()
            found = done(*given, **named)
            step()
            return found

        return doing

    for owner, name in STEPS:
        setattr(owner, name, watched(getattr(owner, name)))
    ingest_folder(asked, Settings())
    return passed


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
