"""The key that references are replaced with: a file of random bytes that nobody else may read."""

from __future__ import annotations

import hmac
import os
import shlex
import stat
from pathlib import Path

from boardtui.ingest.faults import IngestUsageError
from boardtui.ingest.pseudonyms.digits import written

LEAST_BYTES, MOST_BYTES = 32, 4_096
FEWEST_VALUES = 8
"""Values among a key's bytes: with fewer it is no random one, not even in hexadecimal digits."""

HOW = "(umask 077; head -c 32 /dev/urandom > {path})"
"""The command that makes a key."""


class Key:
    """A key. Whoever has it can try references until one gives a digest, so it is kept apart."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def digest(self, what: str, text: str) -> bytes:
        """A digest of a text (HMAC with SHA-256); the same text as something else has another."""
        return hmac.digest(
            self._secret, f"{what}\0{text}".encode("utf-8", "surrogatepass"), "sha256"
        )

    @property
    def fingerprint(self) -> str:
        """What tells a key from another, and nothing else of it: "7kq2-m0vd"."""
        return written(self.digest("fingerprint", ""), 8)


def read_key(path: Path) -> Key:
    """The key in a file.

    Raises:
        IngestUsageError: there is none, it is too short, or others may read it; with what to do.
    """
    try:
        with open(path, "rb", opener=_opener) as file:
            about = os.fstat(file.fileno())
            secret = file.read(MOST_BYTES + 1) if stat.S_ISREG(about.st_mode) else b""
    except FileNotFoundError:
        make = HOW.format(path=_quoted(path))
        raise IngestUsageError(
            f"There is no key {path}. This makes one: {make}. Keep it as long as snapshots are "
            "added, and apart from the database: other keys give other references."
        ) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise IngestUsageError(f"The key {path} cannot be read: {why}.") from error
    if not stat.S_ISREG(about.st_mode):
        raise IngestUsageError(f"--pseudonymise takes a file, and {path} is none.")
    if about.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise IngestUsageError(
            f"Others may use the key {path}, and with it find out whose references are whose: "
            f"chmod 600 {_quoted(path)}, or make another where they may have read it."
        )
    _see_secret(path, secret)
    return Key(secret)


def _see_secret(path: Path, secret: bytes) -> None:
    make = HOW.format(path=_quoted(path.with_name(f"{path.name}.new")))
    if len(secret) < LEAST_BYTES:
        raise IngestUsageError(
            f"The key {path} has {len(secret)} bytes, and takes {LEAST_BYTES} random ones at "
            f"least. This makes one: {make}"
        )
    if len(secret) > MOST_BYTES:
        raise IngestUsageError(
            f"The key {path} has more than {MOST_BYTES:,} bytes: it seems to be another file."
        )
    if len(set(secret)) < FEWEST_VALUES:
        raise IngestUsageError(
            f"The key {path} repeats a few bytes, which can be guessed. This makes one: {make}"
        )


def _opener(path: str, flags: int) -> int:
    # A named pipe would be waited for.
    return os.open(path, flags | os.O_NONBLOCK | os.O_CLOEXEC)


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
