"""XML from strangers, read as a stream: no document type, so no entities, and no endless texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from boardtui.ingest.sheets.archive import DAMAGED
from boardtui.ingest.unreadable import UnreadableFileError

LONGEST = 1_000_000
"""Characters of one text, tag or comment: no cell holds so many, and the parser looks at a tag that
is half there again and again."""

DEEPEST = 100
"""Elements in elements: the parser keeps all that are open."""


class Reader:
    """Takes a document in, element by element; reading stops once it is `done`.

    Character data is appended to `parts`, which is emptied when an element starts. `depth` is how
    many elements are open: whoever overrides `start` or `end` keeps it.
    """

    done = False

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element starts."""
        self.depth += 1
        self.parts.clear()

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1


class XmlStream:
    """A document that is fed to a reader piece by piece.

    Unless `prefixed`, the names of elements are given without a prefix.
    """

    def __init__(self, reader: Reader, *, prefixed: bool = False) -> None:
        self._reader = reader
        self._fed = 0
        self._cdata = False
        self.encoding = "utf-8"
        """The document's encoding, as it declares it."""
        parser = self._parser = ParserCreate()
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartCdataSectionHandler = lambda: self._in_cdata(True)
        parser.EndCdataSectionHandler = lambda: self._in_cdata(False)
        parser.StartDoctypeDeclHandler = _refuse_document_type
        parser.CharacterDataHandler = reader.parts.append
        parser.StartElementHandler = reader.start if prefixed else self._root
        parser.EndElementHandler = reader.end

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """Read on.

        Raises:
            UnreadableFileError: the document is not well-formed, declares a document type, or holds
                a text or a tag that is too long.
        """
        with told_as_damaged_xml():
            self._parser.Parse(piece, last)
        self._fed += len(piece)
        half = self._fed - self._parser.CurrentByteIndex
        if max(half, sum(map(len, self._reader.parts))) > LONGEST:
            raise UnreadableFileError("holds a text of more than a million characters")
        if self._reader.depth > DEEPEST:
            raise UnreadableFileError(f"{DAMAGED} (its XML is nested too deeply)")

    @property
    def settled(self) -> bool:
        """Whether all that was fed has been read: no tag, comment or section is half there."""
        return self._parser.CurrentByteIndex == self._fed and not self._cdata

    def _in_cdata(self, whether: bool) -> None:
        self._cdata = whether

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        self.encoding = (encoding or "utf-8").lower()

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        """The first element, which tells whether names have a prefix: hardly any file's do."""
        reader = self._reader
        if ":" not in name:
            self._parser.StartElementHandler = reader.start
        else:
            self._parser.StartElementHandler = self._prefixed
            self._parser.EndElementHandler = lambda each: reader.end(each.rpartition(":")[2])
        reader.start(name.rpartition(":")[2], attributes)

    def _prefixed(self, name: str, attributes: dict[str, str]) -> None:
        self._reader.start(name.rpartition(":")[2], attributes)


def read_xml(pieces: Iterable[bytes], reader: Reader, *, prefixed: bool = False) -> None:
    """Read a document, or as much of it as the reader wants.

    Raises:
        UnreadableFileError: as `XmlStream.feed`.
    """
    stream = XmlStream(reader, prefixed=prefixed)
    for piece in pieces:
        stream.feed(piece)
        if reader.done:
            return
    stream.feed(b"", last=True)


@contextmanager
def told_as_damaged_xml() -> Iterator[None]:
    """What is wrong in a document, or makes no sense to its reader, as one sentence."""
    try:
        yield
    except (ExpatError, LookupError, ValueError) as error:
        raise UnreadableFileError(DAMAGED) from error


def _refuse_document_type(*declared: object) -> NoReturn:
    raise UnreadableFileError(
        f"{DAMAGED} (its XML declares a document type, which no spreadsheet program writes)"
    )


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of an attribute, or another where there is none.

    Raises:
        ValueError: it is no whole number, or out of all bounds.
    """
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(text)
    return int(text)
