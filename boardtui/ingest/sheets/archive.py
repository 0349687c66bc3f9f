"""The ZIP archive that a spreadsheet is, opened with a limit on what it may unpack to."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from boardtui.ingest.unreadable import UnreadableFileError

MEGABYTE = 1_000_000
MOST_OF_LISTS = 32 * MEGABYTE
"""What a part may unpack to that lists sheets, styles or other parts: programs write far less."""

DAMAGED = (
    "is damaged, or not a spreadsheet that can be read: open it in a spreadsheet program and save "
    "it again"
)


WRONG_ARCHIVE = (
    *(BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError),
    *(struct.error, UnicodeDecodeError),
)
"""What Python's reading of archives ends in, where one is damaged."""


class Archive:
    """The parts of a spreadsheet file; `most` is how many bytes they may unpack to.

    Raises:
        UnreadableFileError: the file is no archive, or a damaged one.
    """

    def __init__(self, file: BinaryIO, most: int) -> None:
        self._most = most
        self._unpacked = 0
        with told_as_damaged():
            self._archive = ZipFile(file)
            # Names of parts are the same whatever their capitals; some programs write backslashes.
            self._parts = {_plain(each.filename): each for each in self._archive.infolist()}

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._archive.close()

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return _plain(name) in self._parts

    def list_pieces(self, name: str) -> Iterator[bytes]:
        """A part that lists sheets, styles or other parts, piece by piece.

        Raises:
            UnreadableFileError: as `pieces`, or it is far larger than any such list.
        """
        if self.has(name) and self._parts[_plain(name)].file_size > MOST_OF_LISTS:
            raise UnreadableFileError(f"{DAMAGED} (its {name} is too large)")
        return self.pieces(name)

    def pieces(self, name: str, size: int = 1 << 16) -> Iterator[bytes]:
        """A part, piece by piece.

        Raises:
            UnreadableFileError: it is not there, is damaged, or the archive unpacks to too much.
        """
        if not self.has(name):
            raise UnreadableFileError(f"{DAMAGED} (it has no {name})")
        # Python reads no more of a part than it declares.
        part = self._parts[_plain(name)]
        if self._unpacked + part.file_size > self._most:
            raise UnreadableFileError(
                f"unpacks to more than {self._most // MEGABYTE:,} megabytes: if it is meant to, "
                "raise most_megabytes under [extract] in the settings"
            )
        with told_as_damaged(), self._archive.open(part) as opened:
            while piece := opened.read(size):
                self._unpacked += len(piece)
                yield piece


def _plain(name: str) -> str:
    return name.replace("\\", "/").lower()


@contextmanager
def told_as_damaged() -> Iterator[None]:
    """Whatever can go wrong in unpacking, as one sentence."""
    try:
        yield
    except WRONG_ARCHIVE as error:
        raise UnreadableFileError(DAMAGED) from error
