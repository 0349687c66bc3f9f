"""Ingests that are killed at given moments; run as a program of its own by the tests.

Arguments: a cases file, a force, a day, and for each ingest its database and the number of the
watched call at which its process is killed (0: it is not). Prints, for each, its exit status (-9:
killed) or, where it was not killed, how many calls there were.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from boardtui.ingest import IngestRequest, ingest
from boardtui.settings import Settings

WATCHED = ("boardtui/ingest", "sqlalchemy/engine/default")
"""The code whose calls are the moments: reading, checking, copying, writing, swapping."""


def main(cases: str, force: str, day: str, jobs: Sequence[str]) -> None:
    for database, moment in zip(jobs[::2], jobs[1::2], strict=True):
        print(killed(Path(cases), Path(database), force, day, int(moment)), flush=True)


def killed(cases: Path, database: Path, force: str, day: str, moment: int) -> int:
    """Ingest in a child of this process, which has imported everything: starting anew takes long.

    Gives its exit status or, for the moment 0, at which none is killed, how many there are.
    """
    files = {"cases": cases}
    request = IngestRequest(str(database), force=force, as_at=date.fromisoformat(day), files=files)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writing, str(_run(request, moment)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as counted:
        calls = counted.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status if moment else int(calls)


def _run(request: IngestRequest, moment: int) -> int:
    """Ingest, and kill the process at a moment; how many there were, where it was not."""
    calls = 0

    def watch(frame: Any, event: str, argument: object) -> None:
        nonlocal calls
        name = frame.f_code.co_filename
        if event not in ("call", "c_call") or not any(each in name for each in WATCHED):
            return
        calls += 1
        if calls == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)
    ingest(request, Settings())
    sys.setprofile(None)
    return calls


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
