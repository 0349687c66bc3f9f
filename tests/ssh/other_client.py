"""A client that plays `ssh` where there is none: the options that the tests give, and no other."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import signal
import sys
import tty
from typing import Any

import asyncssh

REFUSED = 255
"""What `ssh` ends with where the connection fails (ssh(1))."""


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    for name in ("-F", "-i", "-W"):
        parser.add_argument(name)
    parser.add_argument("-p", type=int)
    parser.add_argument("-o", action="append", default=[])
    parser.add_argument("-s", action="store_true")
    terminal = parser.add_mutually_exclusive_group()
    terminal.add_argument("-tt", action="store_true")
    terminal.add_argument("-T", action="store_true")
    parser.add_argument("account")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    return parser.parse_args()


async def run(arguments: argparse.Namespace) -> int:
    options = dict(option.split("=", 1) for option in arguments.o)
    user, _, host = arguments.account.partition("@")
    sent = options.get("SendEnv", "").split()
    async with asyncssh.connect(
        host,
        arguments.p,
        username=user,
        client_keys=[arguments.i],
        known_hosts=options["UserKnownHostsFile"],
        agent_path=None,
        config=None,
        env={name: os.environ[name] for name in sent if name in os.environ},
    ) as connection:
        if arguments.W:
            return await forwarded(connection, arguments.W)
        return await session(connection, arguments)


async def forwarded(connection: Any, target: str) -> int:
    host, _, port = target.rpartition(":")
    reader, _ = await connection.open_connection(host, int(port))
    print(await reader.read(100))
    return 0


async def session(connection: Any, arguments: argparse.Namespace) -> int:
    words = " ".join(arguments.command) or None
    terminal = {}
    if arguments.tt:
        tty.setraw(0)
        terminal = {"term_type": os.environ["TERM"], "term_size": size()}
    process = await connection.create_process(
        None if arguments.s else words,
        subsystem=words if arguments.s else None,
        encoding=None,
        stdin=os.dup(0) if arguments.tt else asyncssh.DEVNULL,
        stdout=os.dup(1),
        stderr=os.dup(2),
        **terminal,
    )
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGWINCH, lambda: process.change_terminal_size(*size()))
    ended = await process.wait()
    return REFUSED if ended.exit_status is None else int(ended.exit_status)


def size() -> tuple[int, int]:
    columns, rows = shutil.get_terminal_size()
    return columns, rows


def main() -> int:
    try:
        return asyncio.run(run(asked()))
    except (asyncssh.Error, OSError) as error:
        print(error, file=sys.stderr)
        return REFUSED


if __name__ == "__main__":
    sys.exit(main())
