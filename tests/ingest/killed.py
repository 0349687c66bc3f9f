"""Ingests that are killed at given moments: run as a program of its own by the tests.

Arguments: a cases file, a day, and for each ingest its database and the number of the watched call
at which its process is killed (0: it is not). Prints, for each, its exit status (-9: killed) or,
where it was not killed, how many calls there were.
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

WATCHED = ("boardtui/ingest", "sqlalchemy/engine/default", "shutil")
"""The code whose calls are the moments: reading, checking, copying, writing, swapping."""


def main(cases: str, day: str, jobs: Sequence[str]) -> None:
    for database, moment in zip(jobs[::2], jobs[1::2], strict=True):
        request = IngestRequest(
            database,
            force="Essex",
            as_at=date.fromisoformat(day),
            files={"cases": Path(cases)},
        )
        # A fork of a process that has imported everything: starting anew takes a second.
        child = os.fork()
        if not child:
            run(request, int(moment))
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if int(moment):
            print(status, flush=True)


def run(request: IngestRequest, moment: int) -> None:
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
    if not moment:
        print(calls, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
