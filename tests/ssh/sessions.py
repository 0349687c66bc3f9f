"""A session over SSH: a real client in a pseudo-terminal, and what of it runs on the server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.screens.terminal import Terminal, in_terminal, user_environment
from tests.ssh.place import COMMANDS, Place
from tests.ssh.servers import Server

(CLIENT,) = [words for words in COMMANDS if words[0] == "ssh"]
"""The client's command, as the page gives it."""

STAND_IN = (sys.executable, str(Path(__file__).with_name("other_client.py")))
"""What plays `ssh` where there is none."""

SSH = shutil.which("ssh")
PROGRAM = (SSH,) if SSH else STAND_IN

LOOK = 0.02
"""Seconds between two looks at what is waited for."""


def client(
    place: Place, server: Server, key: Path, *asked: str, program: Sequence[str] = PROGRAM
) -> list[str]:
    """The page's command with what a test needs besides: the key, the port, no settings."""
    named, account = map(place.placed, CLIENT)
    assert named == "ssh"
    options = {
        "IdentitiesOnly": "yes",
        "IdentityAgent": "none",
        "BatchMode": "yes",
        "StrictHostKeyChecking": "yes",
        "UserKnownHostsFile": str(server.known_hosts),
        "GlobalKnownHostsFile": "none",
        "EscapeChar": "none",
        "LogLevel": "ERROR",
    }
    settings = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
    port = str(server.port)
    return [*program, "-F", "none", "-i", str(key), "-p", port, *settings, *asked, account]


@contextmanager
def session(
    place: Place,
    server: Server,
    key: Path | None = None,
    *,
    options: Sequence[str] = (),
    command: Sequence[str] = (),
    program: Sequence[str] = PROGRAM,
    size: tuple[int, int] = (120, 36),
    environment: Mapping[str, str] | None = None,
) -> Iterator[Terminal]:
    """`ssh -tt` in a terminal of a size, with a command that is asked for."""
    asked = client(place, server, key or place.key, "-tt", *options, program=program)
    words = [*asked, *command]
    own = {**user_environment(place.folder), **(environment or {})}
    own = {name: value for name, value in own.items() if name != "SSH_AUTH_SOCK"}
    with in_terminal(words, place.folder, own, size) as terminal:
        yield terminal


def without_terminal(
    place: Place, server: Server, *options: str, command: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """What a client without a terminal gets."""
    words = [*client(place, server, place.key, "-T", *options), *command]
    return subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL)


class OnTheServer:
    """What of sessions runs on a server: its own processes, and all that they have started."""

    def __init__(self, server: Server) -> None:
        self._server = psutil.Process(server.pid)
        self._seen: set[psutil.Process] = set()

    def boards(self) -> list[psutil.Process]:
        """The boards that are open."""
        return [one for one in self._running() if "--restricted" in _words(one)]

    def none_left(self) -> bool:
        """Whether all that was seen is gone, and nothing else is there."""
        self._running()
        return not any(map(_is_running, self._seen))

    def _running(self) -> list[psutil.Process]:
        children = set(self._server.children(recursive=True))
        self._seen |= children
        # What has lost its parent is still in the session of a board's terminal.
        sessions = {pid for one in self._seen if (pid := _session(one)) is not None}
        own = _session(self._server)
        self._seen |= {
            one
            for one in psutil.process_iter()
            if (pid := _session(one)) in sessions and pid != own
        }
        return [one for one in self._seen if _is_running(one)]


def within(seconds: float, done: Callable[[], bool]) -> bool:
    """Whether something is so within some seconds."""
    until, look = time.monotonic() + seconds, threading.Event()
    while not (is_done := done()) and time.monotonic() < until:
        look.wait(LOOK)
    return is_done


def _words(process: psutil.Process) -> Sequence[str]:
    try:
        words: list[str] = process.cmdline()
    except psutil.Error:
        return ()
    return words


def _session(process: psutil.Process) -> int | None:
    try:
        return os.getsid(process.pid)
    except OSError:
        return None


def _is_running(process: psutil.Process) -> bool:
    """Whether a process runs; one that has ended, and is not asked after yet, does not."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False
