"""SSH servers on loopback: OpenSSH's own, or where it cannot be had another that plays it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")

PRIVILEGES = Path("/run/sshd")
"""Where the superuser's sshd keeps what is not trusted; a service would make it (sshd(8))."""

OTHER = Path(__file__).with_name("other_server.py")

CONFIG = """\
ListenAddress 127.0.0.1:{port}
HostKey {folder}/host
AuthorizedKeysFile {keys}
PidFile none
UsePAM no
StrictModes no
PermitRootLogin {root}
{more}
"""
"""What a test needs besides the page: folders that are open to others are above its own."""

TRIES = 5
"""Ports that are tried: a free one may be taken by somebody else before the server takes it."""


class Server(Struct, frozen=True):
    """A server that is up: which, its process and port, and the key that it shows."""

    name: str
    pid: int
    port: int
    known_hosts: Path


class NotServingError(Exception):
    """A server does not come up; the message says why."""


@contextmanager
def openssh(folder: Path, keys: Path, block: str = "") -> Iterator[Server]:
    """OpenSSH's server, for the keys of a file, with a block at the end of its configuration.

    As the superuser one signs in only where a command is forced, by the key or by the block.

    Raises:
        NotServingError: it is not here, or does not come up.
    """
    if SSHD is None:
        raise NotServingError("there is no sshd here")
    if os.geteuid() == 0:
        with suppress(OSError):
            PRIVILEGES.mkdir(mode=0o755, exist_ok=True)
    root = "prohibit-password" if block else "forced-commands-only"
    config = folder / f"sshd-{keys.name}.conf"
    why = ""
    for _ in range(TRIES):
        port = _free_port()
        config.write_text(CONFIG.format(port=port, folder=folder, keys=keys, root=root, more=block))
        process = _started([SSHD, "-D", "-e", "-f", str(config)])
        said = _said(process, "Server listening")
        if said.endswith(f"port {port}.\n"):
            with _served(process):
                yield Server(_version(), process.pid, port, _known(folder, port))
            return
        process.kill()
        why = said + process.communicate()[0]
    raise NotServingError(f"sshd does not come up: {' '.join(why.split())}")


@contextmanager
def other(folder: Path, keys: Path, why: str, forced: str = "") -> Iterator[Server]:
    """The server that plays OpenSSH's, and why it does; `forced` is what a block would force."""
    process = _started([sys.executable, str(OTHER), str(folder / "host"), str(keys), forced])
    said = _said(process, "listening")
    if not said:
        raise NotServingError(f"no server comes up: {process.communicate()[0]}")
    port = int(said.rpartition(" ")[2])
    with _served(process):
        yield Server(f"asyncssh in its place ({why})", process.pid, port, _known(folder, port))


def checked(block: str, folder: Path) -> str:
    """What OpenSSH's server has to say against a block of its configuration; nothing, if it may."""
    assert SSHD is not None
    config = folder / "checked.conf"
    config.write_text(CONFIG.format(port=22, folder=folder, keys="none", root="no", more=block))
    ran = subprocess.run([SSHD, "-t", "-f", str(config)], capture_output=True, text=True)
    return ran.stdout + ran.stderr


def _started(command: Sequence[str]) -> subprocess.Popen[str]:
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=both, text=True)


def _said(process: subprocess.Popen[str], words: str) -> str:
    """The line with some words among those that a server says of itself; empty if none comes."""
    assert process.stdout is not None
    return next((line for line in process.stdout if words in line), "")


@contextmanager
def _served(process: subprocess.Popen[str]) -> Iterator[None]:
    # What it goes on to say must be taken in, or it would wait for somebody to do so.
    assert process.stdout is not None
    reader = subprocess.Popen(["cat"], stdin=process.stdout, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()
        reader.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
        assert isinstance(port, int)
        return port


def _known(folder: Path, port: int) -> Path:
    """The file by which a client knows a server."""
    path = folder / f"known-{port}"
    path.write_text(f"[127.0.0.1]:{port} {(folder / 'host.pub').read_text()}")
    return path


def _version() -> str:
    """OpenSSH's own name for itself; its server prints it with the fault of an unknown option."""
    assert SSHD is not None
    said = subprocess.run([SSHD, "-V"], capture_output=True, text=True).stderr
    named = (line for line in said.splitlines() if line.startswith("OpenSSH"))
    return next(named, "OpenSSH").partition(",")[0]
