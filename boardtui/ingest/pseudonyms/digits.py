"""Digests as people read them: digits and small letters in groups of four."""

from __future__ import annotations

from base64 import b32encode

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's (crockford.com/base32.html): no i, l, o and u, which are taken for others."""

GROUP = 4

_OURS = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", DIGITS.encode())


def written(digest: bytes, length: int) -> str:
    """The beginning of a digest, five bits a letter."""
    letters = b32encode(digest).translate(_OURS)[:length].decode()
    return "-".join(letters[start : start + GROUP] for start in range(0, length, GROUP))
