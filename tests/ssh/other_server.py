"""An SSH server as OpenSSH's is with a forced command: what is asked for is never run.

`other_server.py HOST_KEY AUTHORIZED_KEYS [COMMAND]`: COMMAND is forced on every key, in the place
of the one that stands with the key. It says where it listens.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from functools import partial
from typing import Any

import asyncssh

KEPT = ("PATH", "USER", "LOGNAME", "HOME", "LANG")
TAKEN = ("LANG", "NO_COLOR", "COLORTERM")
"""What a client may send of its environment, besides LC_…."""


async def serve(host_key: str, keys: str, forced: str = "") -> None:
    """Listen until the process is ended."""
    listening = await asyncssh.listen(
        "127.0.0.1",
        0,
        server_host_keys=[host_key],
        authorized_client_keys=keys,
        process_factory=partial(opened, forced),
        encoding=None,
        line_editor=False,
        agent_forwarding=False,
        x11_forwarding=False,
    )
    print(f"listening on {listening.get_port()}", flush=True)
    await listening.wait_closed()


async def opened(forced: str, session: Any) -> None:
    """Run the forced command for a session, in a terminal where one is asked for."""
    command = forced or session.command
    connection = session.get_extra_info("connection")
    peer = connection.get_extra_info("peername")
    own = {name: os.environ[name] for name in KEPT if name in os.environ}
    own |= {"SSH_CONNECTION": f"{peer[0]} {peer[1]} 127.0.0.1 22"}
    own |= {k: v for k, v in session.env.items() if k in TAKEN or k.startswith("LC_")}
    if session.term_type is None:
        ran = subprocess.Popen(
            ["/bin/sh", "-c", command], stdin=subprocess.DEVNULL, stdout=-1, stderr=-1, env=own
        )
        out, err = await asyncio.to_thread(ran.communicate)
        session.stdout.write(out)
        session.stderr.write(err)
        session.exit(ran.returncode)
        return
    master, slave = pty.openpty()
    resized(master, session.term_size)
    own |= {"TERM": session.term_type, "SSH_TTY": os.ttyname(slave)}
    process = subprocess.Popen(
        ["/bin/sh", "-c", command],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=own,
        start_new_session=True,
        preexec_fn=partial(fcntl.ioctl, 0, termios.TIOCSCTTY, 0),
    )
    os.close(slave)
    shown = asyncio.create_task(show(master, session))
    typed = asyncio.create_task(take(master, session))
    await asyncio.wait({shown, typed}, return_when=asyncio.FIRST_COMPLETED)
    typed.cancel()
    asyncio.get_running_loop().remove_reader(master)
    os.close(master)  # whatever still runs there hangs up
    with contextlib.suppress(OSError):
        session.exit(await asyncio.to_thread(process.wait))


async def show(master: int, session: Any) -> None:
    """Send on what is written to the terminal, until nobody holds it any more."""
    over = asyncio.Event()

    def read() -> None:
        try:
            session.stdout.write(os.read(master, 65_536))
        except OSError:
            asyncio.get_running_loop().remove_reader(master)
            over.set()

    asyncio.get_running_loop().add_reader(master, read)
    await over.wait()


async def take(master: int, session: Any) -> None:
    """Hand on what is typed, until the client is gone."""
    while True:
        try:
            data = await session.stdin.read(4_096)
        except asyncssh.TerminalSizeChanged as changed:
            resized(master, changed.term_size)
            continue
        except (asyncssh.Error, OSError):
            return
        if not data:
            return
        os.write(master, data)


def resized(master: int, size: tuple[int, int, int, int]) -> None:
    """Give a terminal a size in columns and rows."""
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:]))
