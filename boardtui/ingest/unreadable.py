"""The error of a whole file that cannot be read."""

from __future__ import annotations


class UnreadableFileError(Exception):
    """Nothing of a file can be taken; the message is the end of a sentence on it: "is empty"."""
