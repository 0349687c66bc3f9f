"""`boardtui serve-ssh-config`: what OpenSSH is to be told so that an account opens one board."""

from __future__ import annotations

import argparse
import shlex
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from boardtui.cli.failure import UsageError, say
from boardtui.cli.restricted import FLAG, ISOLATED, admitted, check_named
from boardtui.store.connection.opening import is_url, open_database

ACCOUNT = "boardtui"
"""The account of the block where none is named."""

KEY = "ssh-ed25519 AAAA… whose key it is"
"""What stands in the place of a key where none is named."""

BLOCK = """\
Match User {account}
    ForceCommand {command}
    PermitTTY yes
    DisableForwarding yes
    PermitUserRC no
    AuthenticationMethods publickey
    AcceptEnv LANG LC_* NO_COLOR COLORTERM
    ClientAliveInterval 15
    ClientAliveCountMax 2"""
"""sshd_config(5). By the last two lines a session whose line has fallen silent ends after half a
minute; one whose client is gone ends at once."""


def add_parser(subparsers: Any) -> None:
    from boardtui.cli.arguments import add_looked_at
    from boardtui.cli.board import add_lock

    parser = subparsers.add_parser(
        "serve-ssh-config",
        help="print what lets an account open one board over SSH, and nothing else",
        description="Print what OpenSSH's server is to be told so that an account, or whoever has "
        "a key, opens the board of one database over SSH, restricted, and can do nothing else: "
        "the lines of authorized_keys for the keys of --key, or the block of sshd_config for "
        "--account; without either, both, with a key to be filled in. Nothing is changed. The "
        "database and --config are named in it by their whole paths.",
    )
    parser.add_argument("database", metavar="DATABASE", help="the one database that is shown")
    part = parser.add_mutually_exclusive_group()
    part.add_argument(
        "--key", metavar="FILE", help="print only lines of authorized_keys, for these public keys"
    )
    part.add_argument(
        "--account", metavar="NAME", help="print only the block of sshd_config, for this account"
    )
    add_looked_at(parser)
    add_lock(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print it, once the database and the settings were found to be such as can be served."""
    from boardtui.cli import output

    location, config = _whole(arguments.database), arguments.config and _whole(arguments.config)
    check_named(location, config)
    admitted(location, config)
    open_database(location).close()
    command = forced_command(location, config, arguments)
    for path in _open_to_others([location, config]):
        say(f"Warning: others than its owner can change {path}, and so what is shown.")
    output.write_for_programs(_printed(command, arguments.key, arguments.account))
    return 0


def _printed(command: str, key: str | None, account: str | None) -> Iterator[str]:
    if key is not None:
        yield from (key_line(command, one) for one in public_keys(Path(key)))
    elif account is not None:
        yield from BLOCK.format(account=account_named(account), command=command).splitlines()
    else:
        yield "# A line of the account's ~/.ssh/authorized_keys, with a key at its end"
        yield "# (--key FILE prints it for the public keys of a file):"
        yield key_line(command, KEY)
        yield ""
        yield "# A block of /etc/ssh/sshd_config, below all that is of every account"
        yield "# (--account NAME prints it for that account):"
        yield from BLOCK.format(account=ACCOUNT, command=command).splitlines()


def forced_command(location: str, config: str | None, asked: argparse.Namespace) -> str:
    """The command line, for a shell, that opens the restricted board of a database.

    Raises:
        UsageError: it cannot be written on one line.
    """
    words = [sys.executable, *ISOLATED, FLAG]
    words += ["--config", config] if config else []
    for option in ("force", "as_at", "against", "audience", "log_as"):
        value = getattr(asked, option)
        words += [f"--{option.replace('_', '-')}", str(value)] if value is not None else []
    words += ["--definition", asked.definition] if asked.definition != "settings" else []
    words += ["--no-cases"] if asked.no_cases else []
    command = shlex.join([*words, location])
    if not command.isprintable():
        raise UsageError("A line of sshd's takes no line ends or the like in the name of a file.")
    return command


def key_line(command: str, key: str) -> str:
    """A line of authorized_keys that lets a key start the command alone (sshd(8))."""
    quoted = command.replace('"', '\\"')
    return f'restrict,pty,command="{quoted}" {key}'


def public_keys(path: Path) -> Sequence[str]:
    """The public keys of a file as ssh-keygen writes them, one a line.

    Raises:
        UsageError: there are none, or what is there is something else.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'the keys cannot be read'}.") from error
    except UnicodeDecodeError:
        lines = ["none"]
    keys = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if not keys or not all(map(_is_key, keys)):
        raise UsageError(
            f"{path} does not hold public keys, one a line, as ssh-keygen writes them to a file "
            "that ends in .pub."
        )
    return keys


def _is_key(line: str) -> bool:
    kind, _, rest = line.partition(" ")
    known = kind.startswith(("ssh-", "ecdsa-", "sk-"))
    return known and rest.startswith("AAAA") and line.isprintable()


def account_named(name: str) -> str:
    """An account as a Match block names it: a pattern or a list would match others too.

    Raises:
        UsageError: it is no name of one account.
    """
    if not name or name.startswith("-") or not all(c.isalnum() or c in "._-" for c in name):
        raise UsageError(f"{name} is not the name of one account.")
    return name


def _whole(location: str) -> str:
    return location if is_url(location) else str(Path(location).absolute())


def _open_to_others(files: Sequence[str | None]) -> Iterator[Path]:
    """The files among these, and their folders, that others than their owner may change."""
    for path in [Path(one) for one in files if one and not is_url(one)]:
        for each in (path, path.parent):
            mode = each.stat().st_mode
            if mode & (stat.S_IWGRP | stat.S_IWOTH) and not mode & stat.S_ISVTX:
                yield each
