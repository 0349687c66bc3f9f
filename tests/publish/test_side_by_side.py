"""Work that a copy of the process shares is as it is done alone, whatever becomes of the copy."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

import psutil
import pytest

SCRIPT = """
import os
from boardtui.publish.side_by_side import SideBySide, can_be_copied
first = os.getpid()
def each(number):
    if os.getpid() != first:
        {ends}
    return number, number * number, os.getpid() == first
assert can_be_copied() or (os.cpu_count() or 1) == 1
with SideBySide([2, 0, 3, 1], {work}) as beside:
    found = beside.all(each)
assert [(n, square) for n, square, _ in found] == [(n, n * n) for n in range(4)], found
"""
ALONE, COPIED = "None", "lambda: each"


WATCHED = """
from boardtui.process.ending import watch_signals
watch_signals()
"""
"""As each command begins: on another thread it waits for signals."""


def test_a_command_may_be_copied() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED + SCRIPT.format(work=COPIED, ends="0")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("work", "ends"),
    [(ALONE, "0"), (COPIED, "0"), (COPIED, "os._exit(1)"), (COPIED, "int('no number')")],
)
def test_each_thing_is_worked_on_once_and_told_in_order(work: str, ends: str) -> None:
    """In a process of its own: one that runs tests has threads, and is not copied."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(work=work, ends=ends)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


LEFT = (
    WATCHED
    + """
import os, sys, time
from boardtui.publish.side_by_side import SideBySide
def forever(number):
    print(os.getpid(), flush=True)
    time.sleep(600)
SideBySide([0], lambda: forever)
sys.stdin.read()
os._exit(1)
"""
)
"""A process that leaves a copy at work behind, as one does that is killed."""


@pytest.fixture
def left() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", LEFT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("how", ["asking process killed", "asking process left", "copy ended"])
def test_the_copy_ends_with_the_process_that_asks_and_by_a_signal(
    left: subprocess.Popen[str], how: str
) -> None:
    assert left.stdout is not None
    assert left.stdin is not None
    copy = psutil.Process(int(left.stdout.readline()))
    if how == "asking process killed":
        left.kill()
    elif how == "asking process left":
        left.stdin.close()
    else:
        copy.terminate()
    if how != "copy ended":
        left.wait(60)
    deadline = time.monotonic() + 60
    while copy.is_running() and copy.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline, how
        time.sleep(0.01)
