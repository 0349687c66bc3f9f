"""A whole process, from start to end: its seconds and its peak of memory."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.memory import PeakMemory

ROOT = Path(__file__).resolve().parent.parent
OUT = Path(__file__).resolve().parent / "out"
BOARDTUI = str(Path(sys.executable).with_name("boardtui"))
"""The installed command, as a person would start it."""


class NotMeasuredError(Exception):
    """What was to be measured did not work; the sentence says what happened instead."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A process that ended well."""

    seconds: float
    peak_bytes: int
    stdout: str


def environment() -> dict[str, str]:
    """For what is measured and for its reference: nobody's own settings, a modern terminal."""
    personal = ("BOARDTUI_", "TEXTUAL", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PYTHON")
    env = {name: value for name, value in os.environ.items() if not name.startswith(personal)}
    return env | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


def run(argv: Sequence[str]) -> Finished:
    """Run to the end, in the repository's root.

    What it prints goes to files: a full pipe that nobody reads would stop it.

    Raises:
        NotMeasuredError: it can't be started, or ends with another status than 0.
    """
    OUT.mkdir(exist_ok=True)
    with (OUT / "stdout").open("w+") as stdout, (OUT / "stderr").open("w+") as stderr:
        began = time.perf_counter()
        try:
            child = subprocess.Popen(
                argv, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, cwd=ROOT,
                env=environment(),
            )  # fmt: skip
        except OSError as error:
            raise NotMeasuredError(f"{argv[0]} can't be started: {error.strerror}") from error
        memory = PeakMemory(child.pid)
        seconds, status = _wait(child, began, memory)
        stdout.seek(0)
        stderr.seek(0)
        if status:
            command = " ".join([Path(argv[0]).name, *argv[1:3]])
            said = "\n".join(stderr.read().strip().splitlines()[-5:])
            raise NotMeasuredError(f"{command} …, exit status {status}:\n{said}")
        return Finished(seconds, memory.bytes, stdout.read())


def _wait(child: subprocess.Popen[bytes], began: float, memory: PeakMemory) -> tuple[float, int]:
    """Seconds and exit status; looks every 5 ms, which is what the seconds are exact to."""
    try:
        while (status := child.poll()) is None:
            memory.sample(time.perf_counter() - began)
            time.sleep(0.005)
        return time.perf_counter() - began, status
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
