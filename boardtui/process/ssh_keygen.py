"""Signatures made and checked by OpenSSH's `ssh-keygen`, with the keys that people have already.

The form is OpenSSH's own (PROTOCOL.sshsig), so that anybody can check one without boardtui.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from msgspec import Struct

NAMESPACE = "boardtui"
"""What a signature is for: one made for something else is none here."""

LEAST = "8.2"
"""The first version of OpenSSH whose ssh-keygen makes signatures of SSH keys checkable by name."""

_GOOD = re.compile(r"^Good .* with (?P<key>\S+ key \S+)$", re.MULTILINE)


class SigningError(Exception):
    """Nothing could be signed or checked; the message is a sentence for the user."""


class Signer(Struct, frozen=True):
    """Who made a signature: the key ("ED25519 key SHA256:…"), and whose that is, if it is known.

    `why` says why a signature is none; then there is no `key`. Where a key is of nobody who is
    listed, `by` is None.
    """

    key: str | None
    by: str | None = None
    why: str | None = None


def signature(message: bytes, key: Path) -> str:
    """Sign a message with a private key, or with a public one whose private key an agent holds.

    A passphrase is asked for by ssh-keygen itself, at the terminal.

    Raises:
        SigningError: there is no ssh-keygen, no such key, or it cannot be used.
    """
    if not key.is_file():
        raise SigningError(f"{key}: there is no such key file.")
    done = _run(["-Y", "sign", "-f", str(key), "-n", NAMESPACE], message)
    if done.returncode == 0:
        return done.stdout.decode("ascii")
    said = done.stderr.decode(errors="replace")
    raise SigningError(f"{key} cannot sign: {_why_not(said)}.")


def _why_not(said: str) -> str:
    if "incorrect passphrase" in said:
        return (
            "it has a passphrase, which was not given or was wrong. Give it at a terminal, or have "
            "ssh-agent hold the key (ssh-add) and name the file of the public key"
        )
    if "UNPROTECTED" in said:
        return "others may read it, so ssh-keygen will not use it (chmod 600 makes it yours alone)"
    if "No private key found" in said:
        return (
            "it is a public key, and no agent holds the private one: add that with ssh-add, or "
            "name the file of the private key"
        )
    if "load public key" in said or "invalid format" in said:
        return "it is no key of OpenSSH's"
    last = said.strip().rpartition("\n")[-1]
    return f"ssh-keygen says: {last}" if last else "ssh-keygen gave it up"


def see_signers(signers: Path) -> None:
    """See that there is a file of signers.

    Raises:
        SigningError: there is none.
    """
    if not signers.is_file():
        raise SigningError(f"{signers}: there is no such file of signers.")


def signer_of(message: bytes, made: str, signers: Path | None) -> Signer:
    """Who signed a message, if the signature is one of it.

    `signers` is a file in OpenSSH's form of allowed signers; without one nobody is known.

    Raises:
        SigningError: there is no ssh-keygen.
    """
    with tempfile.TemporaryDirectory(prefix="boardtui-") as folder:
        path = Path(folder) / "signature"
        path.write_text(made, encoding="utf-8")
        checked = _run(["-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(path)], message)
        good = _GOOD.search(checked.stdout.decode(errors="replace"))
        if checked.returncode != 0 or good is None:
            return Signer(None, why="the signature is not of this, or is damaged")
        key = good["key"]
        if signers is None:
            return Signer(key)
        for name in _names(path, signers):
            allowed = ["-f", str(signers), "-I", name, "-n", NAMESPACE, "-s", str(path)]
            if _run(["-Y", "verify", *allowed], message).returncode == 0:
                return Signer(key, by=name)
    return Signer(key)


def _names(signature: Path, signers: Path) -> list[str]:
    """Those whose key a signature may be of, by the file of signers."""
    found = _run(["-Y", "find-principals", "-s", str(signature), "-f", str(signers)], b"")
    return found.stdout.decode(errors="replace").splitlines() if found.returncode == 0 else []


def _run(words: list[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["ssh-keygen", *words], input=given, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise SigningError(
            "ssh-keygen is not there: signatures are made and checked by OpenSSH, version "
            f"{LEAST} or later. Install its client."
        ) from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise SigningError(f"ssh-keygen cannot be run: {why}.") from error
