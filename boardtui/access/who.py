"""Who looks, as far as it can be known here: the account, the SSH connection, the key."""

from __future__ import annotations

import base64
import binascii
import getpass
import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

AUTHENTICATED = "SSH_USER_AUTH"
"""The variable in which sshd names a file with the key that was used, where its configuration has
`ExposeAuthInfo yes` (man sshd_config)."""

AUTHORISED = (".ssh/authorized_keys", ".ssh/authorized_keys2")
MOST = 1_000_000
"""Bytes of such files that are read."""


def who(known_as: str | None, environment: Mapping[str, str] = os.environ) -> dict[str, object]:
    """What an access log says of who looks.

    `known_as` is the name that the administrator gave in the command of a key. Everything else is
    of the process and of what sshd put into its environment: None where that says nothing.
    """
    return {
        "user": _account(),
        "as": known_as,
        "ssh": environment.get("SSH_CONNECTION"),
        "key": _key(environment.get(AUTHENTICATED), Path(_home())),
    }


def _account() -> str:
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return getpass.getuser() if not hasattr(os, "getuid") else str(os.getuid())


def _home() -> str:
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_dir
    except (ImportError, KeyError):
        return "~"


def _key(file: str | None, home: Path) -> dict[str, str | None] | None:
    """The key that opened the connection, by its fingerprint as `ssh-keygen -l` writes it.

    sshd does not tell its comment, which is looked for in the account's own list of keys.
    """
    if file is None:
        return None
    for line in _lines(Path(file)):
        method, _, rest = line.partition(" ")
        kind, _, encoded = rest.strip().partition(" ")
        if method != "publickey" or not encoded:
            continue
        try:
            digest = hashlib.sha256(base64.b64decode(encoded.split()[0], validate=True)).digest()
        except binascii.Error:
            continue
        return {
            "type": kind,
            "fingerprint": f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}",
            "comment": _comment(encoded.split()[0], home),
        }
    return None


def _comment(encoded: str, home: Path) -> str | None:
    for name in AUTHORISED:
        for line in _lines(home / name):
            before, found, comment = line.partition(f" {encoded}")
            if found and not before.lstrip().startswith("#") and comment[:1] in ("", " "):
                return comment.strip() or None
    return None


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from file.read(MOST).splitlines()
    except OSError:
        return
