"""How a command ends: with its own exit status, whatever has become of what it writes to."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
import os, sys
from boardtui.process.ending import leave
ours, theirs = os.pipe()
os.dup2(theirs, {stream}.fileno())
os.close(theirs)
os.close(ours)
{stream}.write("said to nobody")
leave(7)
"""


@pytest.mark.parametrize("stream", ["sys.stdout", "sys.stderr"])
def test_what_nobody_can_be_told_any_more_changes_no_exit_status(stream: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(stream=stream)],
        env=environment, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 7
