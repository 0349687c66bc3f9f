"""Commands as a person gives them, run in this process or in one of its own, and judged."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO
from unittest.mock import patch

from boardtui.cli import failure
from boardtui.cli import main as main_module
from boardtui.cli.main import main
from boardtui.process.ending import INTERRUPTED
from fuzz.outcome import DOCUMENTED

ROOT = Path(__file__).parents[1]

LONGEST = 60
"""Seconds after which a command is ended."""

OWN_FAULTS = ("Traceback (most recent call last)", "by a fault of its own")
"""What boardtui says where it was not ready for what it met."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, after how long, and what it said."""

    words: tuple[str, ...]
    status: int
    seconds: float
    out: str
    err: str

    def faults(self) -> list[str]:
        """What must not be, whatever the input was."""
        found = []
        if self.status not in DOCUMENTED:
            found.append(f"exit status {self.status}")
        found += [f"says {text!r}" for text in OWN_FAULTS if text in self.out + self.err]
        if any(_obeyed(char) for char in self.out + self.err):
            found.append("prints what a terminal would obey")
        if self.status not in (0, INTERRUPTED) and not self.err.strip():
            found.append("fails without a word")
        return [f"{self.words[0]}: {each}" for each in found]


def _obeyed(char: str) -> bool:
    return (char < " " and char not in "\n\t") or "\x7f" <= char <= "\x9f"


def run(folder: Path, words: Sequence[str], *, debug: bool = False) -> Ran:
    """Run a command in this process, in a folder; to `debug` is to show what it says and where
    it failed.
    """
    out, err = io.StringIO(), io.StringIO()
    began = time.monotonic()
    failing = shown_by(sys.stdout) if debug else nullcontext()
    with failing, chdir(folder), redirect_stdout(out), redirect_stderr(err):
        status = main(list(words))
    ran = Ran(tuple(words), status, time.monotonic() - began, out.getvalue(), err.getvalue())
    if debug:
        print(f"$ boardtui {shlex.join(words)}\n{ran.out}{ran.err}[status {status}]\n", flush=True)
    return ran


@contextmanager
def shown_by(stream: TextIO) -> Iterator[None]:
    """While what fails is shown, with where it did, before it becomes a sentence."""
    told = failure.status_of

    def showing(error: BaseException, *given: Any, **named: Any) -> int:
        traceback.print_exception(error, file=stream)
        return told(error, *given, **named)

    with patch.object(main_module, "status_of", showing):
        yield


def run_apart(folder: Path, words: Sequence[str]) -> Ran:
    """Run a command in a process of its own."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "boardtui", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=LONGEST,
        check=False,
    )
    seconds = time.monotonic() - began
    return Ran(tuple(words), done.returncode, seconds, done.stdout, done.stderr)
